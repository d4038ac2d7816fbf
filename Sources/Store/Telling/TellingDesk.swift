import Alerting
import GRDB
import JSONLines
import Vocabulary

/// Decides, within one transaction, who is told of what, and puts the messages into the outbox.
///
/// All that a decision rests on is read in the transaction that writes it: who was told before,
/// the alerts of the reach, silences, and the storm. So no message is lost or doubled between two
/// cameras that are committed at once.
struct TellingDesk {
    private let policy: NotificationPolicy
    private let now: Timestamp
    private let database: Database
    private var storm: StormBreaker
    private let formerStorm: StormBreaker

    /// Opens the desk for one transaction.
    init(_ policy: NotificationPolicy, at now: Timestamp, in database: Database) throws {
        var policy = policy
        policy.silences += try SiteStore.silences(in: database).map(\.silence)
        self.policy = policy
        self.now = now
        self.database = database
        storm = try SiteStore.storm(in: database)
        formerStorm = storm
    }

    /// Takes in what has become of the alerts of a camera or reach, and tells those who are to know.
    ///
    /// - Parameters:
    ///   - events: Changes of its alerts, which are in the store.
    ///   - tags: The tags of the camera or reach; `nil` when the site no longer has it.
    ///   - time: Capture time of its newest observation.
    ///   - reach: The reach of a camera, whose open alerts keep those of the camera back.
    /// - Returns: What is told to whom.
    mutating func tell(
        _ events: [AlertEvent], of subject: AlertSubject, tags: [String: String]?,
        at time: Timestamp, inhibitedBy reach: ReachID? = nil
    ) throws -> [Notice] {
        let before = try SiteStore.openIncidents(of: subject, in: database)
        guard !before.isEmpty || !events.isEmpty else { return [] }
        let reachAlerts = try reach.map {
            IncidentBook(try SiteStore.openIncidents(of: .reach($0), in: database)).openKinds
        }
        var circumstances = Incident.Circumstances(
            inhibitedKinds: reachAlerts ?? [], storm: storm, now: now)
        var book = IncidentBook(before)
        let notices = book.step(
            events, tags: tags, at: time, in: &circumstances, policy: policy)
        storm = circumstances.storm
        let known = Dictionary(
            before.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
        for (identity, incident) in book.incidents where known[identity] != incident {
            try SiteStore.keep(incident, at: now, in: database)
        }
        for notice in notices {
            try send(notice, tags: book.incidents[notice.event.identity]?.tags ?? [:])
        }
        return notices
    }

    /// Sums up what a storm has kept back, when it is time.
    ///
    /// - Parameter isLast: Whether nobody will look again for long, so that it is always time.
    mutating func sumUp(isLast: Bool) throws -> [StormSummary] {
        storm.advance(to: now, settings: policy.storm)
        guard let oldest = try SiteStore.oldestHeldBack(in: database),
            isLast
                || StormReport.isDue(
                    since: oldest, at: now, storm: storm, settings: policy.storm)
        else { return [] }
        let report = StormReport(
            of: try SiteStore.heldBack(in: database), at: now, policy: policy)
        for incident in report.incidents { try SiteStore.keep(incident, at: now, in: database) }
        for summary in report.summaries {
            try SiteStore.insertMessage(
                id: summary.id, event: nil, department: summary.data.department,
                body: try JSONLine.encode(summary), at: now, into: database)
        }
        return report.summaries
    }

    /// Writes what the transaction has changed of the storm.
    func close() throws {
        guard storm != formerStorm else { return }
        try SiteStore.keep(storm, in: database)
    }

    private func send(_ notice: Notice, tags: [String: String]) throws {
        let message = DepartmentMessage(
            notice.event, to: notice.department, site: policy.site, tags: tags,
            unacknowledgedBy: notice.unacknowledgedBy)
        try SiteStore.insertMessage(
            id: message.id, event: notice.event.id, department: notice.department,
            body: try JSONLine.encode(message), at: now, into: database)
    }
}
