public import Vocabulary

/// When a department is to be told about a camera or a reach, and when the matter is over.
///
/// A rule is data: what each number means, its unit and where its default comes from stand in
/// ``RuleParameter``, from which the documentation is made.
///
/// Raising and clearing are apart (hysteresis), and both must last: the condition must be met for all
/// of `hold` before the alert fires, and be away for all of `keepFiring` before it is resolved.
public struct AlertRule: Codable, Hashable, Sendable {
    /// Names the rule; part of the identity of its alerts.
    public var id: RuleID
    /// What the rule watches.
    public var kind: AlertKind
    /// The value at which the condition begins: a fraction 0…1 of the water for coverage and forecast,
    /// 1/day for growth; without meaning for the other kinds.
    public var raise: Double
    /// The value below which the condition ends, in the unit of `raise`.
    public var clear: Double
    /// The least probability of `raise` or more at which the condition is met, 0…1.
    public var raiseProbability: Double
    /// The greatest probability of `clear` or more at which the condition is away, 0…1.
    public var clearProbability: Double
    /// How many evaluations must agree in a row, to fire and to resolve.
    public var evaluations: Int
    /// How long the condition must be met before the alert fires.
    public var hold: Duration
    /// How long the condition must be away before the alert is resolved.
    public var keepFiring: Duration
    /// Coverage 0…1 below which a growth rule does not fire.
    public var minimumCoverage: Double
    /// How many days ahead a forecast rule looks.
    public var horizonDays: Int
    /// How serious an alert of this rule is when it fires.
    public var severity: Severity
    /// From which coverage on an open alert is more serious.
    public var escalation: [EscalationStep]
    /// After which time an alert that nobody has acknowledged is told again.
    public var reminders: ReminderIntervals
    /// The cameras that the rule is for.
    public var match: TagMatcher
    /// What is different for some cameras.
    public var overrides: [RuleOverride]
    /// Hash of the site file that the rule stands in, 16 hexadecimal digits; `nil` for a rule of no file.
    public var configuration: String?

    /// Makes a rule; what is not given is as in the standard rule of its kind (``standard(of:id:)``).
    public init(
        id: RuleID, kind: AlertKind, raise: Double? = nil, clear: Double? = nil,
        raiseProbability: Double? = nil, clearProbability: Double? = nil, evaluations: Int? = nil,
        hold: Duration? = nil, keepFiring: Duration? = nil, minimumCoverage: Double? = nil,
        horizonDays: Int? = nil, severity: Severity? = nil, escalation: [EscalationStep]? = nil,
        reminders: ReminderIntervals? = nil, match: TagMatcher = .all,
        overrides: [RuleOverride] = []
    ) {
        var rule = AlertRule.standard(of: kind, id: id)
        rule.apply(
            RuleChange(
                raise: raise, clear: clear, raiseProbability: raiseProbability,
                clearProbability: clearProbability, evaluations: evaluations, hold: hold,
                keepFiring: keepFiring, minimumCoverage: minimumCoverage, horizonDays: horizonDays,
                severity: severity, escalation: escalation, reminders: reminders))
        rule.match = match
        rule.overrides = overrides
        self = rule
    }

    /// Makes a rule of a standard, all of whose numbers are given.
    init(
        standard kind: AlertKind, id: RuleID, raise: Double, raiseProbability: Double,
        clearProbability: Double, evaluations: Int, hold: Duration, keepFiring: Duration,
        severity: Severity, escalation: [EscalationStep] = []
    ) {
        self.id = id
        self.kind = kind
        self.raise = raise
        clear = Self.standardClear(of: kind, raise: raise)
        self.raiseProbability = raiseProbability
        self.clearProbability = clearProbability
        self.evaluations = evaluations
        self.hold = hold
        self.keepFiring = keepFiring
        minimumCoverage = kind == .growth ? 0.05 : 0
        horizonDays = 7
        self.severity = severity
        self.escalation = escalation
        reminders = .standard
        match = .all
        overrides = []
    }
}

/// A coverage from which on an open alert is more serious.
public struct EscalationStep: Codable, Hashable, Sendable {
    /// The coverage, 0…1; it must be reached with the rule's `raiseProbability`.
    public var coverage: Double
    /// How serious the alert is from there on.
    public var severity: Severity

    /// Makes a step.
    public init(coverage: Double, severity: Severity) {
        self.coverage = coverage
        self.severity = severity
    }
}

/// After which time an open alert that nobody has acknowledged is told again; `nil` for never.
public struct ReminderIntervals: Codable, Hashable, Sendable {
    /// For alerts that are worth knowing.
    public var info: Duration?
    /// For alerts to look at this week.
    public var warning: Duration?
    /// For alerts to look at today.
    public var major: Duration?
    /// For alerts to act on now.
    public var critical: Duration?

    /// Makes intervals.
    public init(
        info: Duration? = nil, warning: Duration? = nil, major: Duration? = nil,
        critical: Duration? = nil
    ) {
        self.info = info
        self.warning = warning
        self.major = major
        self.critical = critical
    }

    /// Three days, a day, six hours; `info` is told once.
    public static let standard = ReminderIntervals(
        warning: .days(3), major: .days(1), critical: .seconds(6 * 3600))

    /// No reminders at all.
    public static let none = ReminderIntervals()

    /// The interval of a severity.
    public subscript(severity: Severity) -> Duration? {
        get {
            switch severity {
            case .info: info
            case .warning: warning
            case .major: major
            case .critical: critical
            }
        }
        set {
            switch severity {
            case .info: info = newValue
            case .warning: warning = newValue
            case .major: major = newValue
            case .critical: critical = newValue
            }
        }
    }
}
