/// A change in an alert: it fires, gets worse, or is resolved.
public struct AlertEvent: Codable, Hashable, Sendable {
    /// Which alert: the same from its first event to its last.
    public var identity: AlertIdentity
    /// What the rule watches.
    public var kind: AlertKind
    /// How serious the alert is.
    public var severity: Severity
    /// What the alert has become.
    public var state: AlertState
    /// Capture time of the sample that made the change.
    public var time: Timestamp
    /// What the decision rests on.
    public var evidence: AlertEvidence

    /// Makes an event.
    public init(
        identity: AlertIdentity, kind: AlertKind, severity: Severity, state: AlertState,
        time: Timestamp, evidence: AlertEvidence
    ) {
        self.identity = identity
        self.kind = kind
        self.severity = severity
        self.state = state
        self.time = time
        self.evidence = evidence
    }

    /// Names this event among all.
    ///
    /// It is the alert's identity and what it became: `coverage-high/lock-3/1/firing`. Whoever receives it twice may drop the second.
    public var id: String { "\(identity)/\(state.rawValue)" }
}

/// Names an alert by rule, camera and episode, never by a value that can change.
public struct AlertIdentity: Codable, Hashable, Sendable, CustomStringConvertible {
    /// The rule.
    public var rule: RuleID
    /// The camera.
    public var camera: CameraID
    /// Counts how often this rule has fired for this camera, from 1.
    public var episode: Int

    /// Makes an identity.
    public init(rule: RuleID, camera: CameraID, episode: Int) {
        self.rule = rule
        self.camera = camera
        self.episode = episode
    }

    /// `rule/camera/episode`.
    public var description: String { "\(rule)/\(camera)/\(episode)" }
}

/// What a rule watches.
public enum AlertKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// The covered share of the water.
    case coverage
    /// The growth rate.
    case growth
}

/// How serious an alert is.
public enum Severity: String, Codable, Hashable, Comparable, Sendable, CaseIterable {
    /// Worth knowing.
    case info
    /// Look at it this week.
    case warning
    /// Look at it today.
    case major
    /// Act now.
    case critical

    /// Orders from `info` up to `critical`.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .major: 2
        case .critical: 3
        }
    }
}

/// What an alert has become.
public enum AlertState: String, Codable, Hashable, Sendable {
    /// The condition has held long enough: the department is told.
    case firing
    /// The alert has become more serious.
    case escalated
    /// It is still open, and nobody has acknowledged it.
    case reminded
    /// The condition has been away long enough: the department is told.
    case resolved
}

/// The figures on which an alert was decided.
public struct AlertEvidence: Codable, Hashable, Sendable {
    /// Coverage at the event, 0…1.
    public var coverage: Double
    /// Growth rate in 1/day, where one was published.
    public var rate: Double?
    /// Lower end of the rate's 90 % interval in 1/day.
    public var rateLow: Double?
    /// Upper end of the rate's 90 % interval in 1/day.
    public var rateHigh: Double?
    /// Days in which the covered area doubles.
    public var doublingDays: Double?
    /// The threshold that was crossed, in the unit of the rule (fraction, or 1/day).
    public var threshold: Double
    /// Since when the condition has held, or has been away.
    public var since: Timestamp
    /// The model that measured the coverage.
    public var model: String

    /// Makes evidence.
    public init(
        coverage: Double, rate: Double? = nil, rateLow: Double? = nil, rateHigh: Double? = nil,
        doublingDays: Double? = nil, threshold: Double, since: Timestamp, model: String
    ) {
        self.coverage = coverage
        self.rate = rate
        self.rateLow = rateLow
        self.rateHigh = rateHigh
        self.doublingDays = doublingDays
        self.threshold = threshold
        self.since = since
        self.model = model
    }
}
