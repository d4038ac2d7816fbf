import Alerting
import JSONLines
import SimulatedSeries
import Testing
import Vocabulary

/// The table of transitions, and what holds whatever happens.
@Suite struct AlertTransitionTests {
    @Test(
        "every phase can be left, and leads back to ok in the end", arguments: AlertPhase.allCases)
    func noTrap(phase: AlertPhase) {
        var reached: Set<AlertPhase> = [phase]
        for _ in AlertPhase.allCases {
            for from in reached {
                for isOpen in AlertTransition.openness(of: from) {
                    reached.formUnion(
                        AlertTrigger.allCases.compactMap {
                            AlertTransition.next(from: from, on: $0, isOpen: isOpen)
                        })
                }
            }
        }
        #expect(reached.contains(.ok))
        #expect(phase == .ok || reached.contains(phase))
    }

    @Test("missing samples and silences never tell anything, and never close an alert")
    func silentTriggers() {
        for phase in AlertPhase.allCases {
            for isOpen in AlertTransition.openness(of: phase) {
                for trigger in [
                    AlertTrigger.samplesMissing, .silenced, .samplesBack, .silenceEnded,
                ] {
                    #expect(AlertTransition.told(from: phase, on: trigger, isOpen: isOpen) == nil)
                    let next = AlertTransition.next(from: phase, on: trigger, isOpen: isOpen)
                    #expect(next.map { AlertTransition.openness(of: $0).contains(isOpen) } ?? true)
                }
            }
        }
    }

    /// A reading, a silence or an acknowledgement, as chance has it.
    private func chance(
        _ random: inout SplitMix64, hours: Double, coverage: inout Double
    ) -> (reading: AlertReading, acknowledges: Bool) {
        var look: AlertReading
        if random.uniform() < 0.15 { coverage = random.uniform(in: 0.05...0.95) }
        switch random.uniform() {
        case ..<0.15: look = gapReading(hours: hours, silentFor: random.uniform(in: 0...60))
        case ..<0.25: look = waitingReading(hours: hours)
        default:
            let belief = Belief(coverage: coverage, sigma: random.uniform(in: 0.02...0.3))
            look = reading(hours: hours, belief)
        }
        if random.uniform() < 0.05 { look.circumstances.silenced = ["coverage-high"] }
        return (look, random.uniform() < 0.05)
    }

    private let rule = coverageRule(
        hold: .hours(3), keepFiring: .hours(3),
        escalation: [
            EscalationStep(coverage: 0.5, severity: .major),
            EscalationStep(coverage: 0.8, severity: .critical),
        ],
        reminders: ReminderIntervals(warning: .hours(5), major: .hours(4), critical: .hours(3)))

    @Test(
        "chance: severity never falls, no gap resolves, reminders stop, restoring changes no byte",
        arguments: 0..<40 as Range<UInt64>)
    func chance(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var coverage = 0.1
        var straight = AlertMachine()
        var stored = straight
        var open: AlertEvent?
        var isAcknowledged = false
        var used: Set<String> = []
        for step in 0..<400 {
            let (look, acknowledges) = chance(
                &random, hours: Double(step) * 1.5, coverage: &coverage)
            stored = try JSONLine.decode(AlertMachine.self, from: JSONLine.encode(stored))
            if acknowledges {
                straight.acknowledge()
                stored.acknowledge()
                isAcknowledged = open != nil
            }
            let event = straight.step(look, rule: rule)
            #expect(stored.step(look, rule: rule) == event)
            #expect(try JSONLine.encode(stored) == JSONLine.encode(straight))
            #expect(AlertTransition.openness(of: straight.phase).contains(straight.isOpen))
            guard let event else { continue }
            #expect(used.insert(event.id).inserted)
            switch event.state {
            case .firing:
                #expect(open == nil)
                (open, isAcknowledged) = (event, false)
            case .escalated:
                #expect(event.severity > open?.severity ?? .critical)
                open = event
            case .reminded:
                #expect(!isAcknowledged)
                #expect(event.severity == open?.severity)
            case .resolved:
                if case .gap = look.sight { Issue.record("a gap resolved") }
                #expect(event.severity == open?.severity)
                open = nil
            }
            #expect(event.identity == (open ?? event).identity)
            #expect(straight.isOpen == (open != nil))
        }
        #expect(used.count > 5, "chance must tell enough to try anything")
    }
}
