import Alerting
import JSONLines
import SimulatedSeries
import Testing
import Vocabulary
import Watch

/// What must hold for every series, tried on random ones.
@Suite struct WatchPropertyTests {
    static let seeds: Range<UInt64> = 0..<12
    /// Short holds, so that random series fire and resolve often.
    static let rules: [AlertRule] = [
        AlertRule(
            id: "a", kind: .coverage, raise: 0.4, clear: 0.3, raiseProbability: 0.7, evaluations: 2,
            hold: .hours(3), keepFiring: .hours(6), reminders: .standard),
        AlertRule(
            id: "b", kind: .coverage, raise: 0.6, clear: 0.6, raiseProbability: 0.6,
            clearProbability: 0.5, evaluations: 1, hold: .zero, keepFiring: .zero,
            severity: .critical, reminders: ReminderIntervals.none),
        AlertRule(
            id: "c", kind: .growth, raise: 0.05, raiseProbability: 0.6, evaluations: 1,
            severity: .info),
        AlertRule(
            id: "d", kind: .forecast, raise: 0.5, evaluations: 1, reminders: .standard),
        AlertRule(
            id: "e", kind: .blind, evaluations: 2, hold: .hours(6), reminders: .standard),
        AlertRule(id: "f", kind: .moved, reminders: ReminderIntervals.none),
    ]

    @Test("a run that is stored and taken up at any point gives the same events", arguments: seeds)
    func splitting(seed: UInt64) throws {
        var cuts = SplitMix64(seed: seed &+ 1000)
        var straight = CameraWatch(camera: "lock-3")
        var stored = straight
        for observation in randomObservations(seed: seed) {
            if cuts.uniform() < 0.1 {
                let line = try JSONLine.encode(stored)
                let decoded = try JSONLine.decode(CameraWatch.self, from: line)
                #expect(decoded == stored)
                stored = decoded
            }
            let expected = straight.step(observation, rules: Self.rules)
            #expect(stored.step(observation, rules: Self.rules) == expected)
        }
        #expect(try JSONLine.encode(stored) == JSONLine.encode(straight))
    }

    @Test("a gap resolves nothing, and begins nothing that is about the water", arguments: seeds)
    func gaps(seed: UInt64) {
        var watch = CameraWatch(camera: "lock-3")
        for observation in randomObservations(seed: seed) {
            let before = watch
            let events = watch.step(observation, rules: Self.rules).compactMap(\.alert)
            guard case .gap = observation else { continue }
            #expect(events.allSatisfy { $0.state != .resolved })
            #expect(events.allSatisfy { !$0.kind.isOfWater || $0.state == .reminded })
            #expect(Set(before.openAlerts).isSubset(of: watch.openAlerts))
            #expect(watch.growth == before.growth)
        }
    }

    @Test("alerts of a rule fire and resolve in turn, each under an identity of its own")
    func identities() {
        var firings = 0
        for seed in Self.seeds {
            var watch = CameraWatch(camera: "lock-3")
            var open: [RuleID: AlertIdentity] = [:]
            var used: Set<AlertIdentity> = []
            for event in watch.alerts(randomObservations(seed: seed), rules: Self.rules) {
                let identity = event.identity
                switch event.state {
                case .escalated, .reminded:
                    #expect(open[identity.rule] == identity)
                case .firing:
                    #expect(open[identity.rule] == nil)
                    #expect(used.insert(identity).inserted)
                    open[identity.rule] = identity
                    firings += 1
                case .resolved:
                    #expect(open.removeValue(forKey: identity.rule) == identity)
                }
            }
            #expect(watch.openAlerts == open.values.sorted { $0.rule < $1.rule })
        }
        #expect(firings > 50, "the random series must fire often to try anything")
    }

    @Test("rules that come and go leave no alert open behind them", arguments: seeds)
    func changingRules(seed: UInt64) {
        var choice = SplitMix64(seed: seed &+ 2000)
        var watch = CameraWatch(camera: "lock-3")
        var used: Set<String> = []
        var rules = Self.rules
        for observation in randomObservations(seed: seed) {
            if choice.uniform() < 0.03 { rules = Self.rules.filter { _ in choice.uniform() < 0.6 } }
            for event in watch.step(observation, rules: rules).compactMap(\.alert) {
                #expect(used.insert(event.id).inserted)
            }
            let open = Set(watch.openAlerts.map(\.rule))
            #expect(open.isSubset(of: rules.map(\.id)))
        }
    }

    @Test("what the evidence says agrees with the rule", arguments: seeds)
    func evidence(seed: UInt64) {
        var watch = CameraWatch(camera: "lock-3")
        for event in watch.alerts(randomObservations(seed: seed), rules: Self.rules)
        where event.kind.isOfWater {
            let evidence = event.evidence
            #expect(evidence.since <= event.time)
            guard let probability = evidence.probability, let limit = evidence.probabilityLimit
            else { continue }
            switch event.state {
            case .firing, .escalated: #expect(probability >= limit)
            case .resolved: #expect(probability <= limit)
            case .reminded: Issue.record("a reminder weighs nothing")
            }
        }
    }
}
