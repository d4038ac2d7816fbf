import Alerting
import JSONLines
import SimulatedSeries
import Testing
import Vocabulary
import Watch

/// A silence changes who is told, and nothing about what is judged.
@Suite struct SilencedWatchTests {
    @Test("what still holds when the silence ends is told once, at the first look after it")
    func toldOnce() {
        var post = Post(silentUntil: 60)
        let covered = stride(from: 0.0, to: 120, by: 2).map { sample(hours: $0, coverage: 0.5) }
        #expect(post.told(of: covered) == ["coverage-high/lock-3/1/firing@60"])
        #expect(post.watch.phase(of: "coverage-high") == .firing)
    }

    @Test("the rule is judged in a silence as ever, so no hold begins anew after it")
    func judged() {
        var post = Post(silentUntil: 48)
        _ = post.told(of: stride(from: 0.0, to: 48, by: 2).map { sample(hours: $0, coverage: 0.5) })
        #expect(post.watch.openAlerts.map(\.description) == ["coverage-high/lock-3/1"])
        #expect(post.book.incidents.values.map(\.heldBack) == [.suppressed])
    }

    @Test("an alert that is over before the silence is told to nobody")
    func overInSilence() {
        var post = Post(silentUntil: 400)
        let harvested = stride(from: 0.0, to: 300, by: 2).map {
            sample(hours: $0, coverage: $0 < 48 ? 0.5 : 0.02)
        }
        #expect(post.told(of: harvested) == [])
        #expect(post.watch.openAlerts == [])
        #expect(post.told(of: [sample(hours: 402, coverage: 0.02)]) == [])
    }

    @Test("a blind camera's alert is told when the silence ends, too")
    func blindAtTheEnd() {
        var post = Post(silentUntil: 60)
        let covered = stride(from: 0.0, to: 50, by: 2).map { sample(hours: $0, coverage: 0.5) }
        let dark = stride(from: 50.0, to: 80, by: 2).map { gap(hours: $0) }
        #expect(post.told(of: covered + dark) == ["coverage-high/lock-3/1/firing@60"])
    }

    @Test(
        "chance: no alert is lost or told twice, ends follow beginnings, restoring changes nothing",
        arguments: 0..<30 as Range<UInt64>)
    func chance(seed: UInt64) throws {
        var random = SplitMix64(seed: seed &+ 77)
        let start = random.uniform(in: 0...1500)
        var post = Post(silentFrom: start, silentUntil: start + random.uniform(in: 10...700))
        var open: Set<String> = []
        var seen: Set<String> = []
        for observation in randomObservations(seed: seed) {
            post.watch = try JSONLine.decode(
                CameraWatch.self, from: JSONLine.encode(post.watch))
            post.book = try IncidentBook(
                post.book.incidents.values.map {
                    try JSONLine.decode(Incident.self, from: JSONLine.encode($0))
                })
            for notice in post.notices(of: observation) {
                let alert = "\(notice.event.identity)"
                #expect(seen.insert(notice.event.id).inserted, "told twice")
                switch notice.event.state {
                case .firing:
                    #expect(open.insert(alert).inserted)
                    #expect(!post.isSilent(at: post.newest))
                case .escalated, .reminded: #expect(open.contains(alert))
                case .resolved: #expect(open.remove(alert) != nil, "an end without a beginning")
                }
            }
            if !post.isSilent(at: post.newest) {
                #expect(open == Set(post.watch.openAlerts.map { "\($0)" }), "lost")
            }
        }
    }
}

/// One camera, one silence, one department.
private struct Post {
    var watch = CameraWatch(camera: "lock-3")
    var book = IncidentBook()
    /// Capture time of the newest look.
    private(set) var newest = june
    private let silence: Silence

    init(silentFrom start: Double = 0, silentUntil end: Double) {
        silence = Silence(
            match: .all, author: "Li Wei", reason: "harvest", start: june + .hours(start),
            end: june + .hours(end))
    }

    func isSilent(at time: Timestamp) -> Bool { silence.isInForce(at: time) }

    /// What is told, each with the hour of the look.
    mutating func told(of observations: [Observation]) -> [String] {
        observations.flatMap { observation in
            notices(of: observation).map {
                "\($0.event.id)@\(Int((newest - june) / .hours(1)))"
            }
        }
    }

    mutating func notices(of observation: Observation) -> [Notice] {
        newest = max(newest, observation.time)
        let events = watch.step(observation, rules: [coverageRule, growthRule, blindRule])
            .compactMap(\.alert)
        var circumstances = Incident.Circumstances(now: newest)
        let policy = NotificationPolicy(
            site: "demo", routes: RoutingTree(routes: [Route(department: "bureau")]),
            silences: [silence])
        let notices = book.step(
            events, tags: [:], at: newest, in: &circumstances, policy: policy)
        book.removeClosed()
        return notices
    }
}
