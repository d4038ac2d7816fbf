/// One alert event on its way to one department, as a CloudEvents 1.0 JSON object.
///
/// `id` is the dedupe key: it is the same however often the message is delivered.
public struct DepartmentMessage: Codable, Hashable, Sendable {
    /// CloudEvents version: `1.0`.
    public var specversion: String
    /// Alert event and department: `coverage-high/lock-3/1/firing/water-bureau`.
    public var id: String
    /// The site that sends it, as a URI reference: `/sites/demo-river`.
    public var source: String
    /// `duckweed.alert.` and the state: `firing`, `escalated`, `reminded` or `resolved`.
    public var type: String
    /// The camera, or `reach:` and the reach.
    public var subject: String
    /// Capture time of the look that decided.
    public var time: Timestamp
    /// Always `application/json`.
    public var datacontenttype: String
    /// The alert.
    public var data: Payload

    /// The alert as a department needs it.
    public struct Payload: Codable, Hashable, Sendable {
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
        specversion = "1.0"
        id = "\(event.id)/\(department)"
        source = "/sites/\(site)"
        type = "duckweed.alert.\(event.state.rawValue)"
        subject = event.identity.subject.description
        time = event.time
        datacontenttype = "application/json"
        data = Payload(
            department: department, camera: event.identity.subject.camera,
            reach: event.identity.subject.reach, rule: event.identity.rule,
            episode: event.identity.episode, kind: event.kind, severity: event.severity,
            state: event.state, evidence: event.evidence, tags: tags,
            unacknowledgedBy: unacknowledgedBy)
    }
}
