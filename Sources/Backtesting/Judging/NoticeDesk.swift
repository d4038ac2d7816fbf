internal import Alerting
internal import Vocabulary

/// Who is told of the alerts of one camera or reach.
struct NoticeDesk: Sendable {
    /// Facts about the camera or reach by which routes and silences choose.
    let tags: [String: String]
    /// Who is told; `nil` where no site says it.
    let policy: NotificationPolicy?
    /// The incidents that are not closed.
    private(set) var book = IncidentBook()

    init(tags: [String: String], policy: NotificationPolicy?) {
        self.tags = tags
        self.policy = policy
    }

    /// Decides at a look who is told of what has become of alerts, and of what has waited until now.
    ///
    /// - Parameters:
    ///   - alerts: Changes of the alerts of this camera or reach; often none.
    ///   - time: Capture time of the look. Whoever answers is taken to live in that time.
    ///   - inhibitedKinds: What the open alerts of the camera's reach watch.
    mutating func tell(
        of alerts: [AlertEvent], at time: Timestamp, inhibitedKinds: Set<AlertKind> = []
    ) -> [Notice] {
        guard let policy, !alerts.isEmpty || !book.incidents.isEmpty else { return [] }
        var circumstances = Incident.Circumstances(inhibitedKinds: inhibitedKinds, now: time)
        let notices = book.step(
            alerts, tags: tags, at: time, in: &circumstances, policy: policy)
        book.removeClosed()
        return notices
    }
}
