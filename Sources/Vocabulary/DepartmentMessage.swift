/// One alert event on its way to one department.
///
/// - `id`: alert event and department: `coverage-high/lock-3/1/firing/water-bureau`.
/// - `type`: `duckweed.alert.` and the state: `firing`, `escalated`, `reminded` or `resolved`.
/// - `subject`: the camera, or `reach:` and the reach.
/// - `time`: capture time of the look that decided.
public typealias DepartmentMessage = CloudEvent<AlertMessage>

/// An alert event as a department needs it.
public struct AlertMessage: Codable, Hashable, Sendable {
    /// The department that is told.
    public var department: DepartmentID
    /// The camera; `nil` when the alert is about a reach.
    public var camera: CameraID?
    /// The reach; `nil` when the alert is about a camera.
    public var reach: ReachID?
    /// The rule.
    public var rule: RuleID
    /// Counts how often this rule has fired for this camera or reach, from 1.
    public var episode: Int
    /// What the rule watches.
    public var kind: AlertKind
    /// How serious the alert is.
    public var severity: Severity
    /// What the alert has become.
    public var state: AlertState
    /// The figures behind it.
    public var evidence: AlertEvidence
    /// Facts about the camera or reach that the site gives, such as its district.
    public var tags: [String: String]
    /// Who was told before and has not acknowledged the alert, when that is why this department
    /// is told.
    public var unacknowledgedBy: [DepartmentID]?
}

extension DepartmentMessage {
    /// Addresses `event` to `department`.
    ///
    /// - Parameters:
    ///   - site: The site's identifier.
    ///   - tags: The tags of the camera or reach.
    ///   - unacknowledgedBy: Who was told before, when the alert goes on to this department.
    public init(
        _ event: AlertEvent, to department: DepartmentID, site: String, tags: [String: String],
        unacknowledgedBy: [DepartmentID]? = nil
    ) {
        let subject = event.identity.subject
        self.init(
            id: "\(event.id)/\(department)", type: "duckweed.alert.\(event.state.rawValue)",
            subject: subject.description, site: site, time: event.time,
            data: AlertMessage(
                department: department, camera: subject.camera, reach: subject.reach,
                rule: event.identity.rule, episode: event.identity.episode, kind: event.kind,
                severity: event.severity, state: event.state, evidence: event.evidence,
                tags: tags, unacknowledgedBy: unacknowledgedBy))
    }
}
