public import Vocabulary

/// Numbers that take the place of a rule's own; `nil` leaves one as it is.
public struct RuleChange: Codable, Hashable, Sendable {
    /// In place of ``AlertRule/raise``; without a `clear` beside it, that follows the new `raise`.
    public var raise: Double?
    /// In place of ``AlertRule/clear``.
    public var clear: Double?
    /// In place of ``AlertRule/raiseProbability``.
    public var raiseProbability: Double?
    /// In place of ``AlertRule/clearProbability``.
    public var clearProbability: Double?
    /// In place of ``AlertRule/evaluations``.
    public var evaluations: Int?
    /// In place of ``AlertRule/hold``.
    public var hold: Duration?
    /// In place of ``AlertRule/keepFiring``.
    public var keepFiring: Duration?
    /// In place of ``AlertRule/minimumCoverage``.
    public var minimumCoverage: Double?
    /// In place of ``AlertRule/horizonDays``.
    public var horizonDays: Int?
    /// In place of ``AlertRule/severity``; without an `escalation` beside it, it stays at that.
    public var severity: Severity?
    /// In place of ``AlertRule/escalation``.
    public var escalation: [EscalationStep]?
    /// In place of ``AlertRule/reminders``.
    public var reminders: ReminderIntervals?

    /// Makes a change.
    public init(
        raise: Double? = nil, clear: Double? = nil, raiseProbability: Double? = nil,
        clearProbability: Double? = nil, evaluations: Int? = nil, hold: Duration? = nil,
        keepFiring: Duration? = nil, minimumCoverage: Double? = nil, horizonDays: Int? = nil,
        severity: Severity? = nil, escalation: [EscalationStep]? = nil,
        reminders: ReminderIntervals? = nil
    ) {
        self.raise = raise
        self.clear = clear
        self.raiseProbability = raiseProbability
        self.clearProbability = clearProbability
        self.evaluations = evaluations
        self.hold = hold
        self.keepFiring = keepFiring
        self.minimumCoverage = minimumCoverage
        self.horizonDays = horizonDays
        self.severity = severity
        self.escalation = escalation
        self.reminders = reminders
    }
}

extension AlertRule {
    /// Puts the numbers of a change in place of the rule's own.
    ///
    /// Who chooses a severity means that one, so it does not rise unless the change says so too.
    public mutating func apply(_ change: RuleChange) {
        if let raise = change.raise {
            self.raise = raise
            clear = Self.standardClear(of: kind, raise: raise)
        }
        clear = change.clear ?? clear
        raiseProbability = change.raiseProbability ?? raiseProbability
        clearProbability = change.clearProbability ?? clearProbability
        evaluations = change.evaluations ?? evaluations
        hold = change.hold ?? hold
        keepFiring = change.keepFiring ?? keepFiring
        minimumCoverage = change.minimumCoverage ?? minimumCoverage
        horizonDays = change.horizonDays ?? horizonDays
        if let severity = change.severity {
            self.severity = severity
            escalation = []
        }
        escalation = change.escalation ?? escalation
        reminders = change.reminders ?? reminders
    }
}
