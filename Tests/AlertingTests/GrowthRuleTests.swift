import Alerting
import Growth
import Testing
import Vocabulary

/// What growth and forecast rules make of rates.
@Suite struct GrowthRuleTests {
    private let growing = Belief(coverage: 0.1, rate: 0.2)

    @Test("fires on a published rate that is above the threshold with its probability")
    func certain() {
        var machine = AlertMachine()
        let event = machine.step(reading(hours: 0, growing), rule: growthRule)
        #expect(event?.kind == .growth)
        #expect(event?.evidence.threshold == 0.1)
    }

    @Test("a rate that is likely above but not with 0.8 stays quiet")
    func uncertain() {
        var belief = growing
        belief.rate = 0.11
        var machine = AlertMachine()
        #expect(machine.step(reading(hours: 0, belief), rule: growthRule) == nil)
        #expect(machine.isUntouched)
    }

    @Test("what is no growth does not fire", arguments: NoGrowth.allCases)
    func guarded(by reason: NoGrowth) {
        var machine = AlertMachine()
        #expect(machine.step(reading(hours: 0, reason.belief), rule: growthRule) == nil)
        #expect(!machine.isOpen)
    }

    enum NoGrowth: CaseIterable {
        case stepRatherThanSlope, tooFewPlants, matArrived, withheld

        var belief: Belief {
            var belief = Belief(coverage: 0.1, rate: 0.2)
            switch self {
            case .stepRatherThanSlope: belief.isSlope = false
            case .tooFewPlants: belief.coverage = 0.04
            case .matArrived:
                belief.levelStep = LevelStep(
                    began: june - .hours(60), accepted: june - .hours(47), sizeLogit: 1)
            case .withheld: belief.withheld = .tooLittleEvidence
            }
            return belief
        }
    }

    @Test("a harvest, and a mat that came more than two days ago, do not hide growth")
    func otherSteps() {
        for (hours, size) in [(-47.0, -2.0), (-49, 1)] {
            var belief = growing
            belief.levelStep = LevelStep(
                began: june + .hours(hours - 12), accepted: june + .hours(hours), sizeLogit: size)
            var machine = AlertMachine()
            #expect(machine.step(reading(hours: 0, belief), rule: growthRule) != nil)
        }
    }

    @Test("the standard rule is judged at every bin, and what it sees must last for four hours")
    func everyBin() {
        var machine = AlertMachine()
        let bins = (0...5).map {
            reading(hours: Double($0) * 2, growing, isFirstOfDay: $0 == 0)
        }
        #expect(machine.run(bins, rule: standard) == ["firing@4"])
    }

    @Test("with one bin a day two days must agree")
    func daily() {
        var machine = AlertMachine()
        let days = [0.0, 24].map { reading(hours: $0, growing) }
        #expect(machine.run(days, rule: standard) == ["firing@24"])
    }

    @Test("a bin at which it is not met starts the wait again")
    func notInARow() {
        var slow = growing
        slow.rate = 0.1
        var machine = AlertMachine()
        let bins = [growing, growing, slow, growing, growing].enumerated().map {
            reading(hours: Double($0.offset) * 2, $0.element)
        }
        #expect(machine.run(bins, rule: standard) == [])
        #expect(machine.phase == .pending)
    }

    @Test("a slow morning does not end the alert; a slow day does")
    func slowDay() {
        var machine = AlertMachine()
        var slow = growing
        slow.rate = 0.04
        let beliefs = [growing, growing, slow, slow, growing, slow, slow, slow]
        let hours = [0.0, 8, 24, 36, 48, 60, 72, 84]
        let bins = zip(hours, beliefs).map { reading(hours: $0, $1) }
        #expect(machine.run(bins, rule: standard) == ["firing@8", "resolved@84"])
    }

    private let standard: AlertRule = .standard(of: .growth, id: "growth-fast")

    @Test(
        "a withheld rate neither fires nor resolves",
        arguments: [GrowthEstimate.WithheldReason.tooLittleEvidence, .tooUncertain, .saturated])
    func withheld(reason: GrowthEstimate.WithheldReason) {
        var machine = firingMachine()
        let low = Belief(coverage: 0.5, rate: -0.4, withheld: reason)
        #expect(machine.step(reading(hours: 24, low), rule: growthRule) == nil)
        #expect(machine.phase == .firing)
    }

    @Test("water that is seen to be clean resolves a growth alert")
    func cleaned() {
        var machine = firingMachine()
        let clean = Belief(coverage: 0.01, withheld: .belowDetection)
        #expect(machine.step(reading(hours: 24, clean), rule: growthRule)?.state == .resolved)
    }

    @Test("a rate that is likely below the threshold resolves; one that may be above does not")
    func slow() {
        var machine = firingMachine()
        let band = Belief(coverage: 0.3, rate: 0.1)
        #expect(machine.step(reading(hours: 24, band), rule: growthRule) == nil)
        let slow = Belief(coverage: 0.3, rate: 0.04)
        #expect(machine.step(reading(hours: 48, slow), rule: growthRule)?.state == .resolved)
    }

    @Test("a forecast fires when the threshold is likely reached in a week, but not yet")
    func forecast() {
        let rule = AlertRule(
            id: "soon", kind: .forecast, raise: 0.3, raiseProbability: 0.6, evaluations: 1)
        func event(_ belief: Belief) -> AlertEvent? {
            var machine = AlertMachine()
            return machine.step(reading(hours: 0, belief), rule: rule)
        }
        let soon = event(Belief(coverage: 0.15, rate: 0.3))
        #expect(soon?.severity == .info)
        #expect(soon?.evidence.horizonDays == 7)
        #expect(event(Belief(coverage: 0.15, rate: 0)) == nil)
        #expect(event(Belief(coverage: 0.35, rate: 0.3)) == nil, "it is reached already")
        #expect(event(Belief(coverage: 0.15, rate: 0.3, withheld: .tooUncertain)) == nil)
    }

    @Test("a forecast ends when the threshold is no longer to be expected")
    func forecastEnds() {
        let rule = AlertRule(
            id: "soon", kind: .forecast, raise: 0.3, raiseProbability: 0.6, evaluations: 1)
        var machine = AlertMachine()
        let beliefs = [
            Belief(coverage: 0.15, rate: 0.3), Belief(coverage: 0.4, rate: 0.1),
            Belief(coverage: 0.1, rate: -0.1),
        ]
        let days = beliefs.enumerated().map { reading(hours: Double($0.offset) * 24, $0.element) }
        #expect(machine.run(days, rule: rule) == ["firing@0", "resolved@48"])
    }

    private func firingMachine() -> AlertMachine {
        var machine = AlertMachine()
        _ = machine.step(reading(hours: 0, growing), rule: growthRule)
        return machine
    }
}
