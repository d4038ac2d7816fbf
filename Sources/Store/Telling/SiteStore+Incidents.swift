public import Alerting
import GRDB
import JSONLines
public import Vocabulary

extension SiteStore {
    /// The incidents after which something may still follow, by their identity.
    public func openIncidents() async throws(StoreError) -> [Incident] {
        try await read { database in
            try Row.fetchAll(
                database, sql: "SELECT body FROM incident WHERE closed_at IS NULL ORDER BY id"
            ).map(Self.incident)
        }
    }

    /// The incident of an alert, open or closed; `nil` when there was none, or it was pruned.
    ///
    /// - Parameter alert: The alert's identity as it stands in messages: `coverage-high/lock-3/1`.
    public func incident(of alert: String) async throws(StoreError) -> Incident? {
        try await read { database in try Self.incident(of: alert, in: database) }
    }

    /// Notes that somebody takes care of an alert.
    ///
    /// From then on nobody is reminded of it, and it goes on to no other department. The first
    /// acknowledgement stays.
    ///
    /// - Parameter alert: The alert's identity as it stands in messages: `coverage-high/lock-3/1`.
    /// - Returns: The incident as it is now; `nil` when there is no such alert.
    public func acknowledge(
        alert: String, by name: String, at now: Timestamp
    ) async throws(StoreError) -> Incident? {
        try await write { database in
            guard var incident = try Self.incident(of: alert, in: database) else { return nil }
            incident.acknowledge(by: name, at: now)
            try Self.keep(incident, at: now, in: database)
            return incident
        }
    }

    static func openIncidents(
        of subject: AlertSubject, in database: Database
    ) throws -> [Incident] {
        let statement = try database.cachedStatement(
            sql: "SELECT body FROM incident WHERE subject = ? AND closed_at IS NULL")
        return try Row.fetchAll(statement, arguments: [subject.description]).map(incident)
    }

    /// The incidents of which a summary is to tell.
    static func heldBack(in database: Database) throws -> [Incident] {
        try Row.fetchAll(
            database,
            sql: "SELECT body FROM incident WHERE held_back = 'storm' ORDER BY held_at, id"
        ).map(incident)
    }

    /// When the first of the incidents was kept back of which a summary is to tell.
    static func oldestHeldBack(in database: Database) throws -> Timestamp? {
        let statement = try database.cachedStatement(
            sql: "SELECT min(held_at) FROM incident WHERE held_back = 'storm'")
        return try Int64.fetchOne(statement).map(Timestamp.init(nanosecondsSinceEpoch:))
    }

    static func keep(
        _ incident: Incident, at now: Timestamp, in database: Database
    ) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO incident (id, subject, closed_at, held_back, held_at, body)
                VALUES (?1, ?2, iif(?3, ?5, NULL), ?4, iif(?4 IS NULL, NULL, ?5), ?6)
                ON CONFLICT (id) DO UPDATE SET
                    closed_at = iif(?3, coalesce(closed_at, ?5), NULL), body = ?6, held_back = ?4,
                    held_at = iif(?4 IS NULL, NULL, iif(held_back IS ?4, held_at, ?5))
                """)
        try statement.execute(arguments: [
            incident.identity.description, incident.identity.subject.description,
            incident.isClosed, incident.heldBack?.rawValue, now.nanosecondsSinceEpoch,
            try JSONLine.encode(incident),
        ])
    }

    static func incident(of alert: String, in database: Database) throws -> Incident? {
        let statement = try database.cachedStatement(sql: "SELECT body FROM incident WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [alert]).map(incident)
    }

    private static func incident(_ row: Row) throws -> Incident {
        guard let incident = try row.json("body", as: Incident.self) else {
            throw UnreadableColumn("body", "it is empty")
        }
        return incident
    }
}
