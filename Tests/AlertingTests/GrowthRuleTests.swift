import Alerting
import Testing
import Vocabulary

/// What a growth rule makes of published and withheld rates.
@Suite struct GrowthRuleTests {
    @Test("fires on a published rate whose interval lies above zero")
    func certain() {
        var machine = AlertMachine()
        let event = machine.step(
            reading(hours: 0, coverage: 0.1, rate: 0.12, rateLow: 0.01), rule: growthRule)
        #expect(event?.kind == .growth)
        #expect(event?.evidence.threshold == 0.1)
    }

    @Test("stays quiet while the interval reaches down to zero", arguments: [0.0, -0.05])
    func uncertain(rateLow: Double) {
        var machine = AlertMachine()
        let quiet = reading(hours: 0, coverage: 0.1, rate: 0.3, rateLow: rateLow)
        #expect(machine.step(quiet, rule: growthRule) == nil)
        #expect(machine.isUntouched)
    }

    @Test(
        "a withheld rate neither fires nor resolves",
        arguments: [GrowthEstimate.WithheldReason.tooLittleEvidence, .tooUncertain, .saturated])
    func withheld(reason: GrowthEstimate.WithheldReason) {
        var machine = firingMachine()
        let high = reading(hours: 1, coverage: 0.5, rate: 0.4, rateLow: 0.3, withheld: reason)
        let low = reading(hours: 2, coverage: 0.5, rate: -0.4, rateLow: -0.5, withheld: reason)
        #expect(machine.step(low, rule: growthRule) == nil)
        #expect(machine.isFiring)
        var quiet = AlertMachine()
        #expect(quiet.step(high, rule: growthRule) == nil)
        #expect(!quiet.isFiring)
    }

    @Test("water that is seen to be clean resolves a growth alert")
    func cleaned() {
        var machine = firingMachine()
        let clean = reading(hours: 1, coverage: 0.01, withheld: .belowDetection)
        #expect(machine.step(clean, rule: growthRule)?.state == .resolved)
    }

    @Test("a slow rate resolves; one in the band does not")
    func slow() {
        var machine = firingMachine()
        let band = reading(hours: 1, coverage: 0.3, rate: 0.06, rateLow: 0.02)
        #expect(machine.step(band, rule: growthRule) == nil)
        let slow = reading(hours: 2, coverage: 0.3, rate: 0.04, rateLow: 0.02)
        #expect(machine.step(slow, rule: growthRule)?.state == .resolved)
    }

    private func firingMachine() -> AlertMachine {
        var machine = AlertMachine()
        _ = machine.step(
            reading(hours: 0, coverage: 0.1, rate: 0.2, rateLow: 0.1), rule: growthRule)
        return machine
    }
}
