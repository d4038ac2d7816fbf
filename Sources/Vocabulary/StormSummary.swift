/// Many new alerts of one district in one message to one department.
///
/// It takes the place of the messages that would have told of their beginnings one by one. Their
/// ends are told one by one, but for those that are over already.
///
/// - `id`: when and for whom: `summary/north/2026-06-01T06:00:00Z/water-bureau`.
/// - `type`: always ``CloudEvent/summaryType``.
/// - `subject`: the district; `-` for cameras that have none.
/// - `time`: when it was made.
public typealias StormSummary = CloudEvent<SummedAlerts>

/// The alerts of a summary as a department needs them.
public struct SummedAlerts: Codable, Hashable, Sendable {
    /// The department that is told.
    public var department: DepartmentID
    /// The tag by whose value the alerts were gathered.
    public var tag: String
    /// The value of the tag; `nil` for cameras that have none.
    public var group: String?
    /// The alerts, the most serious first, then the oldest.
    public var alerts: [Line]

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
}

extension StormSummary {
    /// The `type` of every summary.
    public static var summaryType: String { "duckweed.alert.summary" }

    /// Makes a summary.
    ///
    /// - Parameters:
    ///   - lines: The alerts, in any order.
    ///   - group: The value of `tag` that their cameras share.
    ///   - time: When it is made; with group and department it names the summary.
    public init(
        of lines: [SummedAlerts.Line], group: String?, tag: String, to department: DepartmentID,
        site: String, at time: Timestamp
    ) {
        let subject = group ?? "-"
        self.init(
            id: "summary/\(subject)/\(time)/\(department)", type: Self.summaryType,
            subject: subject, site: site, time: time,
            data: SummedAlerts(
                department: department, tag: tag, group: group,
                alerts: lines.sorted {
                    ($1.severity, $0.time, $0.alert.description)
                        < ($0.severity, $1.time, $1.alert.description)
                }))
    }
}
