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
    /// `duckweed.alert.firing` or `duckweed.alert.resolved`.
    public var type: String
    /// The camera.
    public var subject: String
    /// Capture time of the sample that decided.
    public var time: Timestamp
    /// Always `application/json`.
    public var datacontenttype: String
    /// The alert.
    public var data: Payload

    /// The alert as a department needs it.
    public struct Payload: Codable, Hashable, Sendable {
        /// The department that is told.
        public var department: DepartmentID
        /// The camera.
        public var camera: CameraID
        /// The rule.
        public var rule: RuleID
        /// Counts how often this rule has fired for this camera, from 1.
        public var episode: Int
        /// What the rule watches.
        public var kind: AlertKind
        /// How serious the alert is.
        public var severity: Severity
        /// What the alert has become.
        public var state: AlertState
        /// The figures behind it.
        public var evidence: AlertEvidence
        /// Facts about the camera that the site gives, such as its district.
        public var tags: [String: String]
        /// Who was told before and has not acknowledged the alert, when that is why this department
        /// is told.
        public var unacknowledgedBy: [DepartmentID]?
    }

    /// Addresses `event` to `department`.
    ///
    /// - Parameters:
    ///   - site: The site's identifier.
    ///   - tags: The camera's tags.
    ///   - unacknowledgedBy: Who was told before, when the alert goes on to this department.
    public init(
        _ event: AlertEvent, to department: DepartmentID, site: String, tags: [String: String],
        unacknowledgedBy: [DepartmentID]? = nil
    ) {
        specversion = "1.0"
        id = "\(event.id)/\(department)"
        source = "/sites/\(site)"
        type = "duckweed.alert.\(event.state.rawValue)"
        subject = event.identity.camera.rawValue
        time = event.time
        datacontenttype = "application/json"
        data = Payload(
            department: department, camera: event.identity.camera, rule: event.identity.rule,
            episode: event.identity.episode, kind: event.kind, severity: event.severity,
            state: event.state, evidence: event.evidence, tags: tags,
            unacknowledgedBy: unacknowledgedBy)
    }
}
