import Alerting
import Testing
import Vocabulary

/// What a rule is at a camera.
@Suite struct RuleOverrideTests {
    private let locks = TagMatcher(["place": ["lock"]])

    @Test("the first override that matches takes effect, and no other")
    func first() throws {
        var rule = AlertRule.standard(of: .coverage, id: "high")
        rule.overrides = [
            RuleOverride(cameras: ["lock-3"], change: RuleChange(raise: 0.2)),
            RuleOverride(tags: locks, change: RuleChange(hold: .zero)),
        ]
        let lock3 = try #require(rule.resolved(for: "lock-3", tags: ["place": "lock"]))
        #expect(lock3.raise == 0.2)
        #expect(lock3.hold == .hours(6))
        let lock4 = try #require(rule.resolved(for: "lock-4", tags: ["place": "lock"]))
        #expect(lock4.raise == 0.3)
        #expect(lock4.hold == .zero)
        let weir = try #require(rule.resolved(for: "weir", tags: [:]))
        #expect(weir.version == AlertRule.standard(of: .coverage, id: "high").version)
        #expect(lock3.version != weir.version)
        #expect(lock3.overrides == [])
    }

    @Test("a rule may be off at some cameras, and an override for cameras is for no reach")
    func off() {
        var rule = AlertRule.standard(of: .coverage, id: "high")
        rule.overrides = [RuleOverride(cameras: ["lock-3"], isOff: true)]
        #expect([rule].applying(to: "lock-3", tags: [:]) == [])
        #expect([rule].applying(to: "lock-4", tags: [:]).count == 1)
        #expect([rule].applying(to: nil, tags: [:]).count == 1)
    }

    @Test("another threshold takes the one for clearing with it, unless that is given too")
    func clear() {
        var rule = AlertRule.standard(of: .coverage, id: "high")
        rule.apply(RuleChange(raise: 0.5))
        #expect(rule.clear == 0.4)
        rule.apply(RuleChange(raise: 0.6, clear: 0.2))
        #expect(rule.clear == 0.2)
        var growth = AlertRule.standard(of: .growth, id: "fast")
        growth.apply(RuleChange(raise: 0.2))
        #expect(growth.clear == 0.2)
    }

    @Test("who chooses a severity gets that one, and no other unless they choose that too")
    func severity() {
        var rule = AlertRule.standard(of: .coverage, id: "high")
        #expect(rule.escalation.map(\.severity) == [.major, .critical])
        rule.apply(RuleChange(severity: .info))
        #expect(rule.escalation == [])
        let step = EscalationStep(coverage: 0.7, severity: .critical)
        rule.apply(RuleChange(severity: .warning, escalation: [step]))
        #expect(rule.escalation == [step])
    }
}
