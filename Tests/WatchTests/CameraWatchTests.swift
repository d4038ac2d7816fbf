import Alerting
import Growth
import JSONLines
import Testing
import Vocabulary
import Watch

/// One camera, step by step.
@Suite struct CameraWatchTests {
    @Test("a sample with which a bin is judged gives an estimate; others and gaps give nothing")
    func events() {
        var watch = CameraWatch(camera: "lock-3")
        #expect(watch.step(sample(hours: 0, coverage: 0.1), rules: []).count == 1)
        #expect(watch.step(sample(hours: 0.5, coverage: 0.1), rules: []) == [])
        #expect(watch.step(gap(hours: 1), rules: []) == [])
        #expect(watch.step(sample(hours: 2.1, coverage: 0.1), rules: []).count == 1)
    }

    @Test("one sample of glare fires nothing, whatever the rule", arguments: [0.0, 24, 168])
    func glare(cleanHours: Double) {
        var rule = coverageRule
        rule.hold = .zero
        var watch = CameraWatch(camera: "lock-3")
        let clean = stride(from: 0, to: cleanHours, by: 2).map { sample(hours: $0, coverage: 0.05) }
        let glare = sample(hours: cleanHours, coverage: 0.95)
        let after = (1...20).map { sample(hours: cleanHours + 2 * Double($0), coverage: 0.05) }
        #expect(watch.alerts(clean + [glare] + after, rules: [rule]) == [])
    }

    @Test("water that stays covered fires once, however long it lasts")
    func firesOnce() {
        var watch = CameraWatch(camera: "lock-3")
        let covered = stride(from: 0.0, to: 500, by: 3).map { sample(hours: $0, coverage: 0.5) }
        let alerts = watch.alerts(covered)
        #expect(alerts.map(\.id) == ["coverage-high/lock-3/1/firing"])
        #expect(watch.openAlerts.map(\.description) == ["coverage-high/lock-3/1"])
    }

    @Test("a gap never resolves, however long the camera is blind; that is told on its own")
    func blind() {
        var watch = CameraWatch(camera: "lock-3")
        let rules = [coverageRule, growthRule, blindRule]
        _ = watch.alerts(
            stride(from: 0.0, to: 48, by: 2).map { sample(hours: $0, coverage: 0.5) }, rules: rules)
        let growth = watch.growth
        let blind = (0..<2000).map { gap(hours: 48 + Double($0), .unreachable) }
        let alerts = watch.alerts(blind, rules: rules)
        #expect(alerts.map(\.id) == ["camera-blind/lock-3/1/firing"])
        #expect(alerts.first?.time == june + .hours(84))
        #expect(alerts.first?.evidence.coverage == growth.posterior?.coverage)
        #expect(watch.growth == growth)
        #expect(watch.phase(of: "coverage-high") == .unknown)
        #expect(watch.phase(of: "growth-fast") == .unknown)
        #expect(watch.openAlerts.map(\.rule) == ["camera-blind", "coverage-high"])

        let back = stride(from: 2100.0, to: 2110, by: 2).map { sample(hours: $0, coverage: 0.5) }
        #expect(watch.alerts(back, rules: rules).map(\.id) == ["camera-blind/lock-3/1/resolved"])
        #expect(watch.phase(of: "coverage-high") == .firing)
    }

    @Test("somebody who acknowledges an alert is not reminded of it")
    func acknowledged() {
        var rule = coverageRule
        rule.reminders = .standard
        let week = stride(from: 0.0, to: 168, by: 2).map { sample(hours: $0, coverage: 0.5) }
        var ignored = CameraWatch(camera: "lock-3")
        #expect(
            ignored.alerts(week, rules: [rule]).map(\.state) == [.firing, .reminded, .reminded])
        var known = CameraWatch(camera: "lock-3")
        let first = known.alerts(Array(week.prefix(24)), rules: [rule])
        #expect(first.map(\.state) == [.firing])
        let alert = AlertIdentity(rule: rule.id, camera: "lock-3", episode: 1)
        let answers = [
            known.acknowledge(AlertIdentity(rule: rule.id, camera: "lock-3", episode: 2)),
            known.acknowledge(AlertIdentity(rule: rule.id, camera: "weir", episode: 1)),
            known.acknowledge(alert),
        ]
        #expect(answers == [false, false, true])
        #expect(known.alerts(Array(week.dropFirst(24)), rules: [rule]) == [])
    }

    @Test("a silence holds for its rule alone")
    func silenced() {
        var watch = CameraWatch(camera: "lock-3")
        var other = coverageRule
        other.id = "other"
        let silence = AlertCircumstances(silenced: ["other"])
        let alerts = stride(from: 0.0, to: 48, by: 2).flatMap {
            watch.step(
                sample(hours: $0, coverage: 0.5), rules: [coverageRule, other],
                circumstances: silence)
        }
        #expect(alerts.compactMap(\.alert).map(\.identity.rule) == ["coverage-high"])
        #expect(watch.phase(of: "other") == .suppressed)
    }

    @Test("a sample from the past gives no events")
    func late() {
        var watch = CameraWatch(camera: "lock-3")
        _ = watch.step(sample(hours: 10, coverage: 0.5), rules: [coverageRule])
        #expect(watch.step(sample(hours: 5, coverage: 0.1), rules: [coverageRule]) == [])
    }

    @Test("what another camera saw is passed over")
    func otherCamera() {
        var watch = CameraWatch(camera: "lock-4")
        #expect(watch.step(sample(hours: 0, coverage: 0.5), rules: [coverageRule]) == [])
        #expect(watch == CameraWatch(camera: "lock-4"))
    }

    @Test("a stored state of another version is refused with its number")
    func version() throws {
        let line = try JSONLine.encode(CameraWatch(camera: "lock-3"))
        try #require(line.hasSuffix(#""version":2}"#))
        let newer = line.dropLast(2) + "7}"
        let error = #expect(throws: JSONLineError.self) {
            try JSONLine.decode(CameraWatch.self, from: String(newer))
        }
        #expect(error?.path == "version")
        #expect(error?.reason.contains("has version 7") == true)
        #expect(error?.reason.contains("up to version 2") == true)
    }

    @Test("of a state of version 1 the open alerts stay open, and the samples begin anew")
    func versionOne() throws {
        let line = """
            {"camera":"lock-3","freeze":{"repeats":0},"growth":{"bins":[]},"machines":\
            {"coverage-high":{"episode":3,"newestReading":"2026-06-01T00:00:00Z","phase":\
            {"firing":{"_0":{"kind":"coverage","raise":0.3,"severity":"major"}}}},\
            "growth-fast":{"episode":0,"newestReading":"2026-06-01T00:00:00Z","phase":\
            {"pending":{"_0":{"kind":"growth","raise":0.1,"spell":\
            {"since":"2026-06-01T00:00:00Z","confirmed":"2026-06-01T00:00:00Z"}}}}}},\
            "model":"model-1","newestSample":"2026-06-01T00:00:00Z","version":1}
            """
        var watch = try JSONLine.decode(CameraWatch.self, from: line)
        #expect(watch.openAlerts.map(\.description) == ["coverage-high/lock-3/3"])
        #expect(watch.openSeverity(of: "coverage-high") == .major)
        #expect(watch.growth.binCount == 0)
        #expect(try JSONLine.decode(CameraWatch.self, from: JSONLine.encode(watch)) == watch)
        let clean = stride(from: 2.0, to: 60, by: 2).map { sample(hours: $0, coverage: 0.01) }
        #expect(watch.alerts(clean).map(\.id) == ["coverage-high/lock-3/3/resolved"])
    }
}
