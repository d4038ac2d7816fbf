import GRDB
import Vocabulary

extension SiteStore {
    /// Writes events and the messages of those that are new.
    static func insertAlerts(
        _ alerts: PreparedAlerts, at now: Timestamp, into database: Database,
        tally: inout CommitTally
    ) throws {
        var known: Set<String> = []
        for (event, evidence) in alerts.events {
            try database.cachedStatement(sql: insertEvent).execute(arguments: [
                event.id, event.identity.rule.rawValue, event.identity.camera?.rawValue,
                event.identity.episode, event.kind.rawValue, event.severity.rawValue,
                event.state.rawValue, event.time.nanosecondsSinceEpoch, evidence,
            ])
            if database.changesCount == 0 { known.insert(event.id) }
        }
        tally.duplicates += known.count
        for (message, body) in alerts.messages {
            // The messages of an event that was there before were delivered, and perhaps pruned.
            guard !known.contains(message.eventID) else {
                tally.duplicates += 1
                continue
            }
            try database.cachedStatement(sql: insertMessage).execute(arguments: [
                message.id, message.eventID, message.data.department.rawValue, body,
                now.nanosecondsSinceEpoch,
            ])
            guard database.changesCount == 1 else {
                tally.duplicates += 1
                continue
            }
            try database.cachedStatement(sql: countMessage).execute(arguments: [
                message.data.department.rawValue, message.eventID,
            ])
        }
    }

    /// Who was told that each of these alerts fires.
    static func notified(
        of openAlerts: [AlertIdentity], in database: Database
    ) throws -> [AlertIdentity: DepartmentID] {
        var departments: [AlertIdentity: DepartmentID] = [:]
        for alert in openAlerts {
            let statement = try database.cachedStatement(sql: selectDepartment)
            let told = try String.fetchOne(
                statement, arguments: ["\(alert)/\(AlertState.firing.rawValue)"])
            departments[alert] = told.map { DepartmentID($0) }
        }
        return departments
    }

    private static let insertEvent = """
        INSERT INTO alert_event
            (id, rule, camera, episode, kind, severity, state, time, evidence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
        """

    private static let insertMessage = """
        INSERT INTO outbox (id, event, department, body, created_at)
        VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
        """

    private static let countMessage = """
        UPDATE alert_event SET
            outbox_rows = outbox_rows + 1, department = coalesce(department, ?)
        WHERE id = ?
        """

    private static let selectDepartment = "SELECT department FROM alert_event WHERE id = ?"
}
