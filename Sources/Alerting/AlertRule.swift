public import Vocabulary

/// When a department is to be told about a camera, and when the matter is over.
///
/// Raising and clearing are apart (hysteresis), and both must last: the value must be at `raise` or
/// above for all of `hold` before the alert fires, and below `clear` for all of `keepFiring` before
/// it is resolved.
public struct AlertRule: Codable, Hashable, Sendable {
    /// Names the rule; part of the identity of its alerts.
    public var id: RuleID
    /// What the rule watches.
    public var kind: AlertKind
    /// The value at which the condition begins: a fraction 0…1 for coverage, 1/day for growth.
    public var raise: Double
    /// The value below which the condition ends, in the unit of `raise`.
    public var clear: Double
    /// How long the value must be at `raise` or above before the alert fires.
    public var hold: Duration
    /// How long the value must be below `clear` before the alert is resolved.
    public var keepFiring: Duration
    /// How serious an alert of this rule is.
    public var severity: Severity
    /// The cameras that the rule is for.
    public var match: TagMatcher

    /// Makes a rule.
    public init(
        id: RuleID, kind: AlertKind, raise: Double, clear: Double, hold: Duration,
        keepFiring: Duration, severity: Severity, match: TagMatcher = .all
    ) {
        self.id = id
        self.kind = kind
        self.raise = raise
        self.clear = clear
        self.hold = hold
        self.keepFiring = keepFiring
        self.severity = severity
        self.match = match
    }
}

extension Sequence<AlertRule> {
    /// The rules that are for a camera with these tags, in their order.
    public func applying(to tags: [String: String]) -> [AlertRule] {
        filter { $0.match.matches(tags) }
    }
}
