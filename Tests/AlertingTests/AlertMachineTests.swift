import Alerting
import Testing
import Vocabulary

/// Hold, hysteresis and keep firing, reading by reading.
@Suite struct AlertMachineTests {
    @Test("fires once the value has been at raise for all of hold")
    func hold() {
        var machine = AlertMachine()
        #expect(machine.run([0: 0.1, 2: 0.3, 4: 0.4, 6: 0.5]) == [])
        #expect(machine.isPending)
        #expect(machine.run([8: 0.5, 10: 0.6, 12: 0.7]) == ["firing@8"])
        #expect(machine.isFiring)
    }

    @Test("a value below raise ends the hold, even within the band")
    func interruptedHold() {
        var machine = AlertMachine()
        #expect(machine.run([0: 0.4, 4: 0.25, 6: 0.4, 10: 0.4]) == [])
        #expect(machine.run([12: 0.4]) == ["firing@12"])
    }

    @Test("without hold it fires at the first reading")
    func noHold() {
        var machine = AlertMachine()
        #expect(machine.run([3: 0.35], rule: coverageRule(hold: .zero)) == ["firing@3"])
    }

    @Test("is resolved once the value has been below clear for all of keepFiring")
    func keepFiring() {
        var machine = firingMachine()
        #expect(machine.run([10: 0.1, 20: 0.1, 33: 0.19]) == [])
        #expect(machine.run([34: 0.1, 35: 0.1]) == ["resolved@34"])
        #expect(!machine.isFiring)
    }

    @Test("neither the band nor a rise lets the way back go on", arguments: [0.2, 0.29, 0.8])
    func interruptedWayBack(coverage: Double) {
        var machine = firingMachine()
        #expect(machine.run([10: 0.1, 20: coverage, 22: 0.1, 34: 0.1, 45: 0.1]) == [])
        #expect(machine.run([46: 0.1]) == ["resolved@46"])
    }

    @Test("each firing is an episode of its own")
    func episodes() {
        var machine = AlertMachine()
        let rule = coverageRule(hold: .zero, keepFiring: .zero)
        let events = [(0.0, 0.4), (1, 0.1), (2, 0.4), (3, 0.4), (4, 0.1)].compactMap {
            machine.step(reading(hours: $0.0, coverage: $0.1), rule: rule)?.id
        }
        #expect(
            events == [
                "coverage-high/lock-3/1/firing", "coverage-high/lock-3/1/resolved",
                "coverage-high/lock-3/2/firing", "coverage-high/lock-3/2/resolved",
            ])
    }

    @Test("a hold goes on after a night without readings, and starts again after a long silence")
    func gapInHold() {
        var machine = AlertMachine()
        #expect(machine.run([0: 0.4, 4: 0.4, 20: 0.4]) == ["firing@20"])
        var silent = AlertMachine()
        #expect(silent.run([0: 0.4, 37: 0.4, 40: 0.4]) == [])
        #expect(silent.run([43: 0.4]) == ["firing@43"])
    }

    @Test("a long hold bears a longer silence: three times itself")
    func gapInLongHold() {
        let rule = coverageRule(hold: .hours(48))
        var machine = AlertMachine()
        #expect(machine.run([0: 0.4, 140: 0.4], rule: rule) == ["firing@140"])
        var silent = AlertMachine()
        #expect(silent.run([0: 0.4, 145: 0.4, 192: 0.4], rule: rule) == [])
        #expect(silent.run([193: 0.4], rule: rule) == ["firing@193"])
    }

    @Test("one low reading after a long silence does not resolve")
    func gapInWayBack() {
        var machine = firingMachine()
        #expect(machine.run([10: 0.1, 1000: 0.1, 1023: 0.1]) == [])
        #expect(machine.run([1024: 0.1]) == ["resolved@1024"])
    }

    @Test("readings that say nothing change nothing")
    func unknown() {
        var machine = AlertMachine()
        _ = machine.step(reading(hours: 0, coverage: 0.4), rule: coverageRule())
        let before = machine
        let unsettled = reading(hours: 0, coverage: 0.1, isLevelSettled: false)
        #expect(machine.step(unsettled, rule: coverageRule()) == nil)
        #expect(machine == before)

        var firing = firingMachine()
        let rule = coverageRule(keepFiring: .zero)
        let low = reading(hours: 100, coverage: 0.1, isLevelSettled: false)
        #expect(firing.step(low, rule: rule) == nil)
        #expect(firing.isFiring)
    }

    @Test("a reading from the past is passed over")
    func backwards() {
        var machine = firingMachine()
        let before = machine
        let rule = coverageRule(keepFiring: .zero)
        #expect(machine.step(reading(hours: 5, coverage: 0.1), rule: rule) == nil)
        #expect(machine == before)
    }

    @Test("the evidence says what was seen, against which threshold, since when")
    func evidence() throws {
        var machine = AlertMachine()
        _ = machine.step(reading(hours: 0, coverage: 0.31), rule: coverageRule())
        let high = reading(hours: 6, coverage: 0.42, rate: 0.2, rateLow: 0.15)
        let fired = machine.step(high, rule: coverageRule())
        #expect(
            fired?.evidence
                == AlertEvidence(
                    coverage: 0.42, rate: 0.2, rateLow: 0.15, rateHigh: 0.25, doublingDays: 2.5,
                    threshold: 0.3, since: june, model: "model-1"))

        _ = machine.step(reading(hours: 8, coverage: 0.1), rule: coverageRule())
        let uncertain = reading(
            hours: 32, coverage: 0.1, rate: 0.2, rateLow: -0.1, withheld: .tooUncertain)
        let event = machine.step(uncertain, rule: coverageRule())
        let resolved = try #require(event)
        #expect(resolved.evidence.threshold == 0.2)
        #expect(resolved.evidence.since == june + .hours(8))
        #expect(resolved.evidence.rate == nil, "a rate that is not published is no evidence")
    }

    @Test("an open alert keeps its severity when the rule's is changed")
    func severity() {
        var machine = firingMachine()
        let rule = coverageRule(keepFiring: .zero, severity: .critical)
        let event = machine.step(reading(hours: 10, coverage: 0.1), rule: rule)
        #expect(event?.severity == .warning)
        #expect(event?.state == .resolved)
    }

    @Test("a hold starts again when the rule gets another threshold")
    func otherThreshold() throws {
        var machine = AlertMachine()
        #expect(machine.run([0: 0.5, 4: 0.5]) == [])
        var higher = coverageRule()
        higher.raise = 0.4
        #expect(machine.run([6: 0.5, 11: 0.5], rule: higher) == [])
        let event = machine.step(reading(hours: 12, coverage: 0.5), rule: higher)
        #expect(event?.evidence.since == june + .hours(6))
    }

    @Test("a hold starts again when the rule watches something else")
    func otherKind() {
        var machine = AlertMachine()
        #expect(machine.run([0: 0.5, 4: 0.5]) == [])
        var growth = growthRule
        growth.raise = coverageRule().raise
        growth.hold = .hours(6)
        let fired = [6.0, 11, 12].map { hours in
            let growing = reading(hours: hours, coverage: 0.5, rate: 0.5, rateLow: 0.4)
            return machine.step(growing, rule: growth) != nil
        }
        #expect(fired == [false, false, true])
    }

    @Test("a change of what is not held against the readings lets a hold go on")
    func otherSeverity() {
        var machine = AlertMachine()
        #expect(machine.run([0: 0.5, 4: 0.5]) == [])
        #expect(machine.run([6: 0.5], rule: coverageRule(severity: .critical)) == ["firing@6"])
    }

    @Test("a machine that begins anew takes readings from before and keeps its alert and episode")
    func beginAnew() {
        var machine = firingMachine()
        machine.beginAnew()
        #expect(machine.isFiring)
        #expect(machine.run([-50: 0.1, -26: 0.1]) == ["resolved@-26"])
        #expect(machine.episode == 1)
        #expect(machine.run([-24: 0.5]) == [])
        machine.beginAnew()
        #expect(machine.isAtRest)
    }

    @Test("a rule that is gone closes its alert, and its episodes go on counting")
    func retire() {
        var machine = firingMachine()
        let event = machine.retire("coverage-high", at: reading(hours: 9, coverage: 0.5))
        #expect(event?.id == "coverage-high/lock-3/1/resolved")
        #expect(event?.evidence.threshold == 0.3)
        #expect(machine.retire("coverage-high", at: reading(hours: 9, coverage: 0.5)) == nil)
        #expect(machine.run([10: 0.5, 16: 0.5]) == ["firing@16"])
        #expect(machine.episode == 2)
    }

    private func firingMachine() -> AlertMachine {
        var machine = AlertMachine()
        _ = machine.run([0: 0.4, 6: 0.4])
        return machine
    }
}
