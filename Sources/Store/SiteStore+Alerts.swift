import Alerting
import GRDB
import JSONLines
import Vocabulary

extension SiteStore {
    /// Leaves out the reminders of alerts that somebody takes care of: nobody is reminded, so nothing
    /// happened.
    static func withoutIdleReminders(
        _ events: [PreparedEvent], in database: Database
    ) throws -> [PreparedEvent] {
        try events.filter { prepared in
            guard prepared.event.state == .reminded else { return true }
            let known = try incident(of: "\(prepared.event.identity)", in: database)
            return known?.acknowledgement == nil
        }
    }

    /// Writes changes of alerts; returns those that were not there before, in their order.
    static func insert(
        _ events: [PreparedEvent], into database: Database
    ) throws -> [AlertEvent] {
        try events.compactMap { prepared in
            let event = prepared.event
            let subject = event.identity.subject
            try database.cachedStatement(sql: insertEvent).execute(arguments: [
                event.id, event.identity.rule.rawValue, subject.camera?.rawValue,
                subject.reach?.rawValue, event.identity.episode, event.kind.rawValue,
                event.severity.rawValue, event.state.rawValue, event.time.nanosecondsSinceEpoch,
                prepared.evidence,
            ])
            return database.changesCount == 1 ? event : nil
        }
    }

    /// Puts a message into the outbox, unless it is there already.
    ///
    /// - Parameter event: The event that it tells of; `nil` for a summary of many.
    static func insertMessage(
        id: String, event: String?, department: DepartmentID, body: String, at now: Timestamp,
        into database: Database
    ) throws {
        try database.cachedStatement(sql: insertMessage).execute(arguments: [
            id, event, department.rawValue, body, now.nanosecondsSinceEpoch,
        ])
        guard let event, database.changesCount == 1 else { return }
        try database.cachedStatement(sql: countMessage).execute(arguments: [event])
    }

    private static let insertEvent = """
        INSERT INTO alert_event
            (id, rule, camera, reach, episode, kind, severity, state, time, evidence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
        """

    private static let insertMessage = """
        INSERT INTO outbox (id, event, department, body, created_at)
        VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
        """

    private static let countMessage =
        "UPDATE alert_event SET outbox_rows = outbox_rows + 1 WHERE id = ?"
}

/// A change of an alert with its evidence as JSON.
struct PreparedEvent: Sendable {
    let event: AlertEvent
    let evidence: String

    /// - Throws: `EncodingError` for a number that JSON can't hold.
    init(_ event: AlertEvent) throws {
        self.event = event
        evidence = try JSONLine.encode(event.evidence)
    }
}
