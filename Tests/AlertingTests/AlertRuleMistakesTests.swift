import Alerting
import Testing
import Vocabulary

/// A rule that can't be meant is refused with a sentence that helps.
@Suite struct AlertRuleMistakesTests {
    @Test("rules that make sense have no mistakes")
    func none() {
        #expect(coverageRule().mistakes == [])
        #expect(growthRule.mistakes == [])
        #expect(coverageRule(hold: .zero, keepFiring: .zero).mistakes == [])
    }

    @Test("equal thresholds are allowed: a rule without a band")
    func noBand() {
        var rule = coverageRule()
        rule.clear = rule.raise
        #expect(rule.mistakes == [])
    }

    @Test("the standard rules have no mistakes", arguments: AlertRule.standard)
    func standard(rule: AlertRule) {
        #expect(rule.mistakes == [])
    }

    @Test("a mistake says what is wrong and what would be right")
    func sentences() {
        var rule = coverageRule()
        rule.raise = 30
        #expect(
            rule.mistakes == [
                AlertRuleMistake(
                    property: "raise", message: "30.0 is not a fraction from 0.01 to 0.99",
                    advice: "write 30% or the like")
            ])
    }

    @Test("each wrong property is named", arguments: Change.all)
    func wrong(change: Change) {
        var rule = AlertRule.standard(of: change.kind, id: "rule")
        change.apply(&rule)
        #expect(rule.mistakes.map(\.property) == change.expected)
        #expect(rule.mistakes.allSatisfy { !$0.message.isEmpty && !$0.advice.isEmpty })
    }

    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var kind = AlertKind.coverage
        let expected: [String]
        let apply: @Sendable (inout AlertRule) -> Void

        static let all: [Change] = [
            Change(testDescription: "clear above raise", expected: ["clear"]) { $0.clear = 0.31 },
            Change(testDescription: "clear that can't be reached", expected: ["clear"]) {
                $0.clear = 0.004
            },
            Change(testDescription: "not a number", expected: ["raise"]) { $0.raise = .nan },
            Change(testDescription: "two at once", expected: ["raise", "clear"]) {
                $0.raise = 2
                $0.clear = -1
            },
            Change(testDescription: "negative hold", expected: ["hold"]) { $0.hold = .hours(-1) },
            Change(testDescription: "endless keepFiring", expected: ["keepFiring"]) {
                $0.keepFiring = .days(61)
            },
            Change(testDescription: "an unlikely raise", expected: ["raiseProbability"]) {
                $0.raiseProbability = 0.4
            },
            Change(testDescription: "certainty", expected: ["raiseProbability"]) {
                $0.raiseProbability = 1
            },
            Change(testDescription: "no hysteresis", expected: ["clearProbability"]) {
                $0.clearProbability = 0.9
            },
            Change(testDescription: "no evaluations", expected: ["evaluations"]) {
                $0.evaluations = 0
            },
            Change(testDescription: "a fortnight ahead", kind: .forecast, expected: ["horizonDays"])
            {
                $0.horizonDays = 14
            },
            Change(testDescription: "escalation downwards", expected: ["escalation"]) {
                $0.severity = .major
            },
            Change(testDescription: "escalation out of reach", expected: ["escalation"]) {
                $0.escalation[0].coverage = 1
            },
            Change(
                testDescription: "escalation of blindness", kind: .blind, expected: ["escalation"]
            ) {
                $0.escalation = [EscalationStep(coverage: 0.5, severity: .critical)]
            },
            Change(testDescription: "no id", expected: ["id"]) { $0.id = "" },
            Change(testDescription: "growth of 0", kind: .growth, expected: ["raise"]) {
                $0.raise = 0
                $0.clear = 0
            },
            Change(testDescription: "growth in percent", kind: .growth, expected: ["raise"]) {
                $0.raise = 15
            },
        ]
    }
}
