/// Many new alerts of one district in one message to one department, as a CloudEvents 1.0 JSON object.
///
/// It takes the place of the messages that would have told of their beginnings one by one. Their
/// ends are told one by one, but for those that are over already.
public struct StormSummary: Codable, Hashable, Sendable {
    /// The `type` of every summary.
    public static let eventType = "duckweed.alert.summary"

    /// CloudEvents version: `1.0`.
    public var specversion: String
    /// When and for whom: `summary/north/2026-06-01T06:00:00Z/water-bureau`.
    public var id: String
    /// The site that sends it, as a URI reference: `/sites/demo-river`.
    public var source: String
    /// Always ``eventType``.
    public var type: String
    /// The district; `-` for cameras that have none.
    public var subject: String
    /// When it was made.
    public var time: Timestamp
    /// Always `application/json`.
    public var datacontenttype: String
    /// The alerts.
    public var data: Payload

    /// The alerts as a department needs them.
    public struct Payload: Codable, Hashable, Sendable {
        /// The department that is told.
        public var department: DepartmentID
        /// The tag by whose value the alerts were gathered.
        public var tag: String
        /// The value of the tag; `nil` for cameras that have none.
        public var group: String?
        /// The alerts, the most serious first, then the oldest.
        public var alerts: [Line]
    }

    /// One of the alerts.
    public struct Line: Codable, Hashable, Sendable {
        /// Which alert; its `description` stands in the ids of all later messages of it.
        public var alert: AlertIdentity
        /// What the rule watches.
        public var kind: AlertKind
        /// How serious the alert is.
        public var severity: Severity
        /// When it fired.
        public var time: Timestamp
        /// The figures behind it.
        public var evidence: AlertEvidence
        /// Whether it was over before this summary was made, so that no further message follows.
        public var isOver: Bool

        /// Makes a line from the beginning of an alert.
        public init(_ opening: AlertEvent, isOver: Bool) {
            alert = opening.identity
            kind = opening.kind
            severity = opening.severity
            time = opening.time
            evidence = opening.evidence
            self.isOver = isOver
        }
    }

    /// Makes a summary.
    ///
    /// - Parameters:
    ///   - lines: The alerts, in any order.
    ///   - group: The value of `tag` that their cameras share.
    ///   - time: When it is made; with group and department it names the summary.
    public init(
        of lines: [Line], group: String?, tag: String, to department: DepartmentID, site: String,
        at time: Timestamp
    ) {
        specversion = "1.0"
        subject = group ?? "-"
        id = "summary/\(subject)/\(time)/\(department)"
        source = "/sites/\(site)"
        type = Self.eventType
        self.time = time
        datacontenttype = "application/json"
        data = Payload(
            department: department, tag: tag, group: group,
            alerts: lines.sorted {
                ($1.severity, $0.time, $0.alert.description)
                    < ($0.severity, $1.time, $1.alert.description)
            })
    }
}
