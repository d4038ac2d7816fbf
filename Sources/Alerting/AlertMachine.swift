public import Vocabulary

/// The state of one rule for one camera: fine, pending, or firing.
///
/// ```
///        raised            raised for all of hold
///   fine ──────▶ pending ───────────────────────▶ firing
///    ▲  ◀──────                                     │
///    │   below raise                                │
///    └──────────────────────────────────────────────┘
///              below clear for all of keepFiring
/// ```
///
/// - Pending ends at the first reading below `raise`: the value must be there for all of `hold`.
/// - A reading that says nothing (no published rate, a level on too few bins) changes nothing. A gap
///   is no reading at all. So a blind camera neither fires nor resolves, and a hold goes on after
///   the gap, unless the gap was longer than 36 h and three times the hold: then it starts again.
/// - A hold is that of one kind and one `raise`: when the rule gets another, it starts again.
/// - A reading that is older than the one before is passed over.
/// - Each firing is an episode with its own number, so that no two alerts share an identity.
public struct AlertMachine: Codable, Hashable, Sendable {
    /// Counts how often the rule has fired for the camera.
    public private(set) var episode = 0
    private var phase = Phase.fine
    private var newestReading: Timestamp?

    private enum Phase: Codable, Hashable, Sendable {
        case fine
        case pending(PendingAlert)
        case firing(OpenAlert)
    }

    /// Starts with a rule that has never fired.
    public init() {}

    /// Whether an alert is open.
    public var isFiring: Bool { openAlert != nil }

    /// Whether the condition holds but has not lasted long enough.
    public var isPending: Bool {
        if case .pending = phase { true } else { false }
    }

    /// Whether the condition is away: neither pending nor firing.
    public var isAtRest: Bool { phase == .fine }

    /// Whether the machine remembers nothing that a new one would have to know.
    public var isUntouched: Bool { episode == 0 && isAtRest }

    /// What the open alert watches; `nil` when none is open.
    public var openKind: AlertKind? { openAlert?.kind }

    /// Judges a reading by `rule`.
    ///
    /// An open alert keeps the severity with which it fired, so that the department that was told
    /// of it is told of its end.
    ///
    /// - Returns: The event, when the alert fires or is resolved.
    public mutating func step(_ reading: AlertReading, rule: AlertRule) -> AlertEvent? {
        if let newestReading, reading.time < newestReading { return nil }
        newestReading = reading.time
        let verdict = rule.verdict(on: reading)
        guard verdict != .unknown else { return nil }
        switch phase {
        case .fine:
            guard verdict == .raised else { return nil }
            return hold(PendingAlert(of: rule, at: reading.time), reading, rule)
        case .pending(let pending):
            guard verdict == .raised else {
                phase = .fine
                return nil
            }
            let stillMeant = pending.isOf(rule)
            return hold(
                stillMeant ? pending : PendingAlert(of: rule, at: reading.time), reading, rule)
        case .firing(let alert):
            return keepFiring(alert, verdict, reading, rule)
        }
    }

    /// Closes the open alert of a rule that no longer exists, so that it is not open for ever.
    ///
    /// - Returns: The event, when an alert was open.
    public mutating func retire(_ rule: RuleID, at reading: AlertReading) -> AlertEvent? {
        defer { phase = .fine }
        guard let openAlert else { return nil }
        return event(
            .resolved, openAlert, of: rule, reading,
            evidence: reading.evidence(threshold: openAlert.raise, since: reading.time))
    }

    /// Forgets all times, for readings of another recording, which may be earlier than the last one.
    ///
    /// An open alert stays open, and the episodes go on counting; what has lasted begins anew.
    public mutating func beginAnew() {
        newestReading = nil
        switch phase {
        case .fine, .pending:
            phase = .fine
        case .firing(var alert):
            alert.away = nil
            phase = .firing(alert)
        }
    }

    private var openAlert: OpenAlert? {
        if case .firing(let alert) = phase { alert } else { nil }
    }

    private mutating func hold(
        _ begun: PendingAlert, _ reading: AlertReading, _ rule: AlertRule
    ) -> AlertEvent? {
        var pending = begun
        guard pending.spell.confirm(at: reading.time, lasting: rule.hold) else {
            phase = .pending(pending)
            return nil
        }
        let alert = OpenAlert(kind: rule.kind, severity: rule.severity, raise: rule.raise)
        phase = .firing(alert)
        episode += 1
        return event(
            .firing, alert, of: rule.id, reading,
            evidence: reading.evidence(threshold: rule.raise, since: pending.spell.since))
    }

    private mutating func keepFiring(
        _ open: OpenAlert, _ verdict: RuleVerdict, _ reading: AlertReading, _ rule: AlertRule
    ) -> AlertEvent? {
        var alert = open
        guard verdict == .cleared else {
            alert.away = nil
            phase = .firing(alert)
            return nil
        }
        var away = alert.away ?? Spell(at: reading.time)
        guard away.confirm(at: reading.time, lasting: rule.keepFiring) else {
            alert.away = away
            phase = .firing(alert)
            return nil
        }
        phase = .fine
        return event(
            .resolved, alert, of: rule.id, reading,
            evidence: reading.evidence(threshold: rule.clear, since: away.since))
    }

    private func event(
        _ state: AlertState, _ alert: OpenAlert, of rule: RuleID, _ reading: AlertReading,
        evidence: AlertEvidence
    ) -> AlertEvent {
        AlertEvent(
            identity: AlertIdentity(
                rule: rule, camera: reading.estimate.camera, episode: episode),
            kind: alert.kind, severity: alert.severity, state: state, time: reading.time,
            evidence: evidence)
    }
}

/// What an alert was when it fired, and since when its condition has been away.
struct OpenAlert: Codable, Hashable, Sendable {
    let kind: AlertKind
    let severity: Severity
    /// The threshold at which it fired.
    let raise: Double
    /// Readings below `clear`; `nil` while the condition lasts.
    var away: Spell?

    init(kind: AlertKind, severity: Severity, raise: Double) {
        self.kind = kind
        self.severity = severity
        self.raise = raise
    }
}
