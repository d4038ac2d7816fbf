import Alerting
import Growth
import Testing
import Vocabulary

/// Hold, hysteresis and keep firing, reading by reading.
@Suite struct AlertMachineTests {
    @Test("fires once the condition has been met for all of hold")
    func hold() {
        var machine = AlertMachine()
        #expect(machine.run([0: 0.1, 2: 0.4, 4: 0.4, 6: 0.5]) == [])
        #expect(machine.phase == .pending)
        #expect(machine.run([8: 0.5, 10: 0.6, 12: 0.7]) == ["firing@8"])
        #expect(machine.phase == .firing)
    }

    @Test("a level that is likely but not certain enough ends the hold")
    func interruptedHold() {
        var machine = AlertMachine()
        #expect(machine.run([0: 0.4, 4: 0.301, 6: 0.4, 10: 0.4]) == [])
        #expect(machine.run([12: 0.4]) == ["firing@12"])
    }

    @Test("without hold it fires at the first evaluation")
    func noHold() {
        var machine = AlertMachine()
        #expect(machine.run([3: 0.4], rule: coverageRule(hold: .zero)) == ["firing@3"])
    }

    @Test(
        "as many evaluations as the rule asks for must agree, and a bin that is judged twice is one"
    )
    func evaluations() {
        var machine = AlertMachine()
        let rule = coverageRule(hold: .zero, evaluations: 3)
        #expect(machine.run([0: 0.4, 0.5: 0.4, 1: 0.4, 2: 0.4, 2.5: 0.4], rule: rule) == [])
        #expect(machine.run([4: 0.4], rule: rule) == ["firing@4"])
    }

    @Test("is resolved once the condition has been away for all of keepFiring")
    func keepFiring() {
        var machine = AlertMachine.firing()
        #expect(machine.run([10: 0.1, 20: 0.1, 33: 0.15]) == [])
        #expect(machine.phase == .resolving)
        #expect(machine.run([34: 0.1, 35: 0.1]) == ["resolved@34"])
        #expect(machine.phase == .ok)
    }

    @Test("neither the band nor a rise lets the way back go on", arguments: [0.2, 0.29, 0.8])
    func interruptedWayBack(coverage: Double) {
        var machine = AlertMachine.firing()
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

    @Test("a long hold, and a camera that is seldom looked at, bear a longer silence")
    func gapInLongHold() {
        let rule = coverageRule(hold: .hours(48))
        var machine = AlertMachine()
        #expect(machine.run([0: 0.4, 140: 0.4], rule: rule) == ["firing@140"])
        var weekly = AlertMachine()
        let looks = [0.0, 168].map { hours in
            reading(hours: hours, coverage: 0.4, usualGap: .hours(168))
        }
        #expect(weekly.run(looks, rule: coverageRule()) == ["firing@168"])
    }

    @Test("one low reading after a long silence does not resolve")
    func gapInWayBack() {
        var machine = AlertMachine.firing()
        #expect(machine.run([10: 0.1, 1000: 0.1, 1023: 0.1]) == [])
        #expect(machine.run([1024: 0.1]) == ["resolved@1024"])
    }

    @Test("a sample that waits in its bin and a gap change nothing but the time")
    func nothing() {
        var machine = AlertMachine()
        _ = machine.run([0: 0.4])
        #expect(
            machine.run([waitingReading(hours: 2), gapReading(hours: 5)], rule: coverageRule())
                == [])
        #expect(machine.run([6: 0.4]) == ["firing@6"])
    }

    @Test("a reading from the past is passed over")
    func backwards() {
        var machine = AlertMachine.firing()
        let before = machine
        #expect(machine.run([5: 0.1], rule: coverageRule(keepFiring: .zero)) == [])
        #expect(machine == before)
    }

    @Test("an open alert keeps its severity when the rule's is changed")
    func severity() {
        var machine = AlertMachine.firing()
        let rule = coverageRule(keepFiring: .zero, severity: .critical)
        let event = machine.step(reading(hours: 10, coverage: 0.1), rule: rule)
        #expect(event?.severity == .warning)
        #expect(event?.state == .resolved)
    }

    @Test("a hold starts again when the rule gets another condition")
    func otherThreshold() throws {
        var machine = AlertMachine()
        #expect(machine.run([0: 0.6, 4: 0.6]) == [])
        var higher = coverageRule()
        higher.raise = 0.4
        #expect(machine.run([6: 0.6, 11: 0.6], rule: higher) == [])
        let event = machine.step(reading(hours: 12, coverage: 0.6), rule: higher)
        #expect(event?.evidence.since == june + .hours(6))
    }

    @Test("a change of what is not held against the readings lets a hold go on")
    func otherSeverity() {
        var machine = AlertMachine()
        #expect(machine.run([0: 0.5, 4: 0.5]) == [])
        #expect(machine.run([6: 0.5], rule: coverageRule(severity: .critical)) == ["firing@6"])
    }

    @Test("a machine that begins anew takes readings from before and keeps its alert and episode")
    func beginAnew() {
        var machine = AlertMachine.firing()
        machine.beginAnew()
        #expect(machine.isOpen)
        #expect(machine.run([-50: 0.1, -26: 0.1]) == ["resolved@-26"])
        #expect(machine.episode == 1)
        #expect(machine.run([-24: 0.5]) == [])
        machine.beginAnew()
        #expect(machine.phase == .ok)
    }

    @Test("a rule that is gone closes its alert, and its episodes go on counting")
    func retire() {
        var machine = AlertMachine.firing()
        let event = machine.retire("coverage-high", at: reading(hours: 9, coverage: 0.5))
        #expect(event?.id == "coverage-high/lock-3/1/resolved")
        #expect(event?.evidence.threshold == 0.3)
        #expect(event?.evidence.previousState == .firing)
        #expect(machine.retire("coverage-high", at: reading(hours: 9, coverage: 0.5)) == nil)
        #expect(machine.run([10: 0.5, 16: 0.5]) == ["firing@16"])
        #expect(machine.episode == 2)
    }
}
