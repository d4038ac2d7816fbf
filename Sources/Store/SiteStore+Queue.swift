import GRDB
package import Vocabulary

// The statements of the department queues. `EmbeddedQueue` is their public face.
extension SiteStore {
    /// Puts messages into their departments' queues; one that is there already is left as it is.
    package func enqueue(
        _ messages: [OutboxMessage], at now: Timestamp
    ) async throws(StoreError) {
        try await write { database in
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO queue_message (id, department, body, enqueued_at)
                    VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
                    """)
            for message in messages {
                try statement.execute(arguments: [
                    message.id, message.department.rawValue, message.body,
                    now.nanosecondsSinceEpoch,
                ])
            }
        }
    }

    /// Hands out the first messages that nobody holds.
    package func receive(
        _ department: DepartmentID, limit: Int, lease: Duration, at now: Timestamp
    ) async throws(StoreError) -> [LeasedMessage] {
        let leaseEnds = now + lease
        return try await write { database in
            try Row.fetchAll(
                database,
                sql: """
                    UPDATE queue_message SET lease_until = ?1, deliveries = deliveries + 1
                    WHERE seq IN (
                        SELECT seq FROM queue_message
                        WHERE department = ?2 AND acked_at IS NULL
                            AND (lease_until IS NULL OR lease_until <= ?3)
                        ORDER BY seq LIMIT ?4)
                    RETURNING seq, id, body, deliveries, lease_until
                    """,
                arguments: [
                    leaseEnds.nanosecondsSinceEpoch, department.rawValue,
                    now.nanosecondsSinceEpoch, limit,
                ]
            ).map(LeasedMessage.init).sorted { $0.sequence < $1.sequence }
        }
    }

    /// Settles messages, whoever holds them.
    package func acknowledge(
        _ ids: [String], of department: DepartmentID, at now: Timestamp
    ) async throws(StoreError) -> [AckOutcome] {
        try await write { database in
            let settle = try database.cachedStatement(
                sql: """
                    UPDATE queue_message SET acked_at = ?, lease_until = NULL
                    WHERE id = ? AND department = ? AND acked_at IS NULL
                    """)
            let find = try database.cachedStatement(
                sql: "SELECT 1 FROM queue_message WHERE id = ? AND department = ?")
            return try ids.map { id in
                try settle.execute(arguments: [
                    now.nanosecondsSinceEpoch, id, department.rawValue,
                ])
                guard database.changesCount == 0 else { return .acked }
                let isKnown = try Int.fetchOne(find, arguments: [id, department.rawValue]) != nil
                return isKnown ? .alreadyAcked : .unknown
            }
        }
    }

    /// How much lies in each department's queue, by identifier.
    package func queueSummaries(at now: Timestamp) async throws(StoreError) -> [QueueSummary] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT department,
                        count(*) FILTER (WHERE acked_at IS NULL
                            AND (lease_until IS NULL OR lease_until <= ?1)) AS waiting,
                        count(*) FILTER (WHERE acked_at IS NULL AND lease_until > ?1) AS leased,
                        count(acked_at) AS acked,
                        min(enqueued_at) FILTER (WHERE acked_at IS NULL) AS oldest
                    FROM queue_message GROUP BY department ORDER BY department
                    """,
                arguments: [now.nanosecondsSinceEpoch]
            ).map(QueueSummary.init)
        }
    }
}

extension LeasedMessage {
    fileprivate init(_ row: Row) throws {
        sequence = try row.value("seq")
        id = try row.value("id")
        body = try row.value("body")
        deliveries = try row.value("deliveries")
        leaseEnds = try row.timestamp("lease_until")
    }
}

extension QueueSummary {
    fileprivate init(_ row: Row) throws {
        department = try row.identifier("department")
        waiting = try row.value("waiting")
        leased = try row.value("leased")
        acked = try row.value("acked")
        oldest = try row.optionalTimestamp("oldest")
    }
}
