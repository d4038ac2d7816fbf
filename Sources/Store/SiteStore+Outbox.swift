import GRDB
public import Vocabulary

extension SiteStore {
    /// The messages that are not delivered yet, in the order in which they were committed.
    public func undelivered(limit: Int) async throws(StoreError) -> [OutboxMessage] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT seq, id, department, body, created_at, attempts FROM outbox
                    WHERE delivered_at IS NULL ORDER BY seq LIMIT ?
                    """,
                arguments: [limit]
            ).map(OutboxMessage.init)
        }
    }

    /// Notes that a queue has confirmed messages; those that were confirmed before stay as they are.
    ///
    /// - Parameters:
    ///   - ids: The messages.
    ///   - queue: The name of the queue that has them now.
    public func markDelivered(
        _ ids: [String], by queue: String, at now: Timestamp
    ) async throws(StoreError) {
        try await write { database in
            let statement = try database.cachedStatement(
                sql: """
                    UPDATE outbox SET delivered_at = ?, delivered_by = ?, last_error = NULL
                    WHERE id = ? AND delivered_at IS NULL
                    """)
            for id in ids {
                try statement.execute(arguments: [now.nanosecondsSinceEpoch, queue, id])
            }
        }
    }

    /// Notes that messages could not be delivered, and why; they stay in the outbox.
    public func recordAttempt(
        _ failures: [(id: String, error: String)]
    ) async throws(StoreError) {
        try await write { database in
            let statement = try database.cachedStatement(
                sql: """
                    UPDATE outbox SET attempts = attempts + 1, last_error = ?
                    WHERE id = ? AND delivered_at IS NULL
                    """)
            for (id, error) in failures { try statement.execute(arguments: [error, id]) }
        }
    }

    /// How far the outbox is behind.
    public func outboxStatus(at now: Timestamp) async throws(StoreError) -> OutboxStatus {
        try await read { database in
            let pending =
                try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM outbox WHERE delivered_at IS NULL") ?? 0
            let oldest = try Row.fetchOne(
                database,
                sql: """
                    SELECT created_at, last_error FROM outbox
                    WHERE delivered_at IS NULL ORDER BY seq LIMIT 1
                    """)
            guard let oldest else { return OutboxStatus(pending: 0, oldestAgeSeconds: 0) }
            let age = now - (try oldest.timestamp("created_at"))
            return OutboxStatus(
                pending: pending, oldestAgeSeconds: max(0, age.inSeconds),
                lastError: try oldest.optional("last_error"))
        }
    }
}

extension OutboxMessage {
    fileprivate init(_ row: Row) throws {
        self.init(
            sequence: try row.value("seq"), id: try row.value("id"),
            department: try row.identifier("department"), body: try row.value("body"),
            createdAt: try row.timestamp("created_at"), attempts: try row.value("attempts"))
    }
}
