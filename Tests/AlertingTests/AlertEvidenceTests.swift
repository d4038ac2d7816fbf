import Alerting
import Growth
import Testing
import Vocabulary

/// Every alert says why.
@Suite struct AlertEvidenceTests {
    @Test("the beginning: figures, probability, samples, versions, and where the rule stood")
    func firing() throws {
        var rule = coverageRule()
        rule.configuration = "00c0ffee00c0ffee"
        var machine = AlertMachine()
        _ = machine.step(reading(hours: 0, coverage: 0.4), rule: rule)
        let belief = Belief(coverage: 0.42, rate: 0.2)
        let event = machine.step(reading(hours: 6, belief), rule: rule)
        let evidence = try #require(event).evidence
        let estimate = belief.step(at: june).estimate
        #expect(evidence.coverage == 0.42)
        #expect(evidence.coverageLow == estimate.levelLow)
        #expect(evidence.coverageHigh == estimate.levelHigh)
        #expect(evidence.rate == 0.2)
        #expect(evidence.doublingDays == 2.5)
        #expect(evidence.threshold == 0.3)
        #expect(try #require(evidence.probability) > 0.99)
        #expect(evidence.probabilityLimit == 0.9)
        #expect(evidence.since == june)
        #expect(evidence.samples == [june, june + .hours(6)])
        #expect(evidence.evaluations == 2)
        #expect(evidence.model == "model-1")
        #expect(evidence.ruleVersion == rule.version)
        #expect(evidence.configuration == "00c0ffee00c0ffee")
        #expect(evidence.previousState == .pending)
        #expect(evidence.isSlopeRatherThanStep == nil, "the guard is of growth alone")
    }

    @Test("the end: the other threshold and limit; a rate that is not published is no evidence")
    func resolved() throws {
        var machine = AlertMachine.firing()
        _ = machine.step(reading(hours: 8, coverage: 0.1), rule: coverageRule())
        let uncertain = Belief(coverage: 0.1, rate: 0.2, withheld: .tooUncertain)
        let event = machine.step(reading(hours: 32, uncertain), rule: coverageRule())
        let evidence = try #require(event).evidence
        #expect(evidence.threshold == 0.2)
        #expect(evidence.probabilityLimit == 0.3)
        #expect(evidence.since == june + .hours(8))
        #expect(evidence.rate == nil)
        #expect(evidence.previousState == .resolving)
    }

    @Test("growth: the guard's verdict")
    func growth() {
        var machine = AlertMachine()
        let event = machine.step(
            reading(hours: 0, Belief(coverage: 0.1, rate: 0.2)), rule: growthRule)
        #expect(event?.evidence.isSlopeRatherThanStep == true)
    }

    @Test("no more than eight samples are named, the newest")
    func manySamples() throws {
        var machine = AlertMachine()
        let rule = coverageRule(hold: .hours(40))
        let readings = stride(from: 0.0, through: 40, by: 2).map {
            reading(hours: $0, coverage: 0.4)
        }
        let events = readings.compactMap { machine.step($0, rule: rule) }
        let evidence = try #require(events.first).evidence
        #expect(evidence.samples?.count == 8)
        #expect(evidence.samples?.last == june + .hours(40))
        #expect(evidence.evaluations == 21)
    }

    @Test("the version of a rule changes with each of its numbers, and with nothing else")
    func version() {
        let rule = coverageRule()
        var other = rule
        other.configuration = "1"
        other.match = TagMatcher(["district": ["north"]])
        #expect(other.version == rule.version)
        let changes = [
            RuleChange(raise: 0.31, clear: 0.2), RuleChange(clear: 0.21),
            RuleChange(raiseProbability: 0.91), RuleChange(clearProbability: 0.31),
            RuleChange(evaluations: 2), RuleChange(hold: .hours(7)),
            RuleChange(keepFiring: .hours(25)), RuleChange(severity: .major),
            RuleChange(escalation: [EscalationStep(coverage: 0.5, severity: .major)]),
            RuleChange(reminders: .standard),
        ]
        let versions = changes.map { change in
            var changed = rule
            changed.apply(change)
            return changed.version
        }
        #expect(Set(versions + [rule.version]).count == changes.count + 1)
        #expect(rule.version.count == 16)
    }
}
