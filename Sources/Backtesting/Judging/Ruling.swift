public import Alerting
internal import Vocabulary

/// By what water is judged: the rules, and who is told of their alerts.
public struct Ruling: Sendable {
    /// The rules, with their overrides for some cameras.
    public var rules: [AlertRule]
    /// Who is told; `nil` where no site says it.
    public var policy: NotificationPolicy?

    /// Makes a ruling for the past.
    ///
    /// Reminders are left out, since nobody could acknowledge an alert, and so is the breaker that
    /// sums up a storm: each alert counts by itself.
    public init(rules: [AlertRule], policy: NotificationPolicy? = nil) {
        self.rules = rules.map(\.withoutReminders)
        self.policy = policy
        self.policy?.storm = StormSettings(floor: .max)
    }

    /// The standard rules, and nobody to tell.
    public static let standard = Ruling(rules: AlertRule.standard)
}
