import Alerting
import Growth
import Testing
import Vocabulary

/// What becomes of an alert while it is open: severity, reminders, unknown.
@Suite struct OpenAlertTests {
    private let rising = coverageRule(
        hold: .zero, keepFiring: .zero,
        escalation: [
            EscalationStep(coverage: 0.5, severity: .major),
            EscalationStep(coverage: 0.8, severity: .critical),
        ])

    @Test("severity rises with the coverage and never falls")
    func severity() {
        var machine = AlertMachine()
        let steps = [0.4, 0.6, 0.45, 0.6, 0.9, 0.6, 0.1].enumerated().compactMap {
            machine.step(reading(hours: Double($0.offset) * 2, coverage: $0.element), rule: rising)
        }
        #expect(
            steps.map(\.id) == [
                "coverage-high/lock-3/1/firing", "coverage-high/lock-3/1/escalated/major",
                "coverage-high/lock-3/1/escalated/critical", "coverage-high/lock-3/1/resolved",
            ])
        #expect(steps.map(\.severity) == [.warning, .major, .critical, .critical])
    }

    @Test("an alert fires with the severity that the coverage asks for")
    func seriousFromTheStart() {
        var machine = AlertMachine()
        let event = machine.step(reading(hours: 0, coverage: 0.9), rule: rising)
        #expect(event?.state == .firing)
        #expect(event?.severity == .critical)
    }

    @Test("a coverage that is only likely reached does not escalate")
    func uncertain() {
        var machine = AlertMachine.firing(rule: rising)
        let likely = Belief(coverage: 0.52, sigma: 0.2)
        #expect(machine.step(reading(hours: 8, likely), rule: rising) == nil)
    }

    @Test("an alert that stays open comes up again at its severity's interval")
    func reminders() {
        let rule = coverageRule(reminders: .standard)
        var machine = AlertMachine.firing(rule: rule)
        let looks = stride(from: 8.0, through: 160, by: 2).map { waitingReading(hours: $0) }
        #expect(machine.run(looks, rule: rule) == ["reminded@78", "reminded@150"])
    }

    @Test("reminders are numbered, so that none is taken for another")
    func reminderNumbers() {
        let rule = coverageRule(reminders: .standard)
        var machine = AlertMachine.firing(rule: rule)
        let ids = [100.0, 200].map {
            machine.step(waitingReading(hours: $0), rule: rule)?.id
        }
        #expect(
            ids == ["coverage-high/lock-3/1/reminded/1", "coverage-high/lock-3/1/reminded/2"])
    }

    @Test("without samples for long nothing is known: an open alert stays open")
    func unknown() {
        var machine = AlertMachine.firing()
        _ = machine.run([8: 0.1])
        #expect(machine.phase == .resolving)
        #expect(machine.run([gapReading(hours: 46, silentFor: 38)], rule: coverageRule()) == [])
        #expect(machine.phase == .unknown)
        #expect(machine.isOpen)
        #expect(machine.run([47: 0.1]) == [], "what has lasted begins anew")
        #expect(machine.run([71: 0.1]) == ["resolved@71"])
    }

    @Test("a night is not long, and three times the usual gap is not either")
    func notUnknown() {
        var machine = AlertMachine.firing()
        _ = machine.step(gapReading(hours: 40, silentFor: 36), rule: coverageRule())
        #expect(machine.phase == .firing)
        let weekly = gapReading(hours: 500, silentFor: 500, usualGap: .hours(168))
        _ = machine.step(weekly, rule: coverageRule())
        #expect(machine.phase == .firing)
    }
}
