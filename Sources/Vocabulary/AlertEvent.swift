/// A change in an alert that a department must be told.
public struct AlertEvent: Codable, Hashable, Sendable {
    /// Which alert: the same from its first event to its last.
    public var identity: AlertIdentity
    /// What the rule watches.
    public var kind: AlertKind
    /// How serious the alert is.
    public var severity: Severity
    /// What the alert has become.
    public var state: AlertState
    /// Capture time of the look that made the change.
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
    /// It is the alert's identity and what it became: `coverage-high/lock-3/1/firing`, and where that
    /// can happen more than once, which one: `…/escalated/major`, `…/reminded/2`. Whoever receives it
    /// twice may drop the second.
    public var id: String {
        let name = "\(identity)/\(state.rawValue)"
        return switch state {
        case .firing, .resolved: name
        case .escalated: "\(name)/\(severity.rawValue)"
        case .reminded: "\(name)/\(evidence.reminder ?? 0)"
        }
    }
}

/// What an alert has become.
public enum AlertState: String, Codable, Hashable, Sendable, CaseIterable {
    /// The condition has held long enough.
    case firing
    /// An open alert has become more serious.
    case escalated
    /// An open alert has not come up for long.
    case reminded
    /// The condition has been away long enough.
    case resolved
}
