import GRDB

extension SiteStore {
    /// Checks the file and what its records promise each other; returns what is wrong, one sentence each.
    ///
    /// No finding means: the pages and indexes of the file are sound, every message of every
    /// alert event is in the outbox or was delivered and pruned, and what the outbox counts as
    /// delivered to a department's embedded queue is in that queue. Reads the whole file.
    public func integrity() async throws(StoreError) -> [String] {
        try await read { database in
            let damage = try String.fetchAll(database, sql: "PRAGMA quick_check")
                .filter { $0 != "ok" }
            // On a damaged file the records can't be relied on to answer.
            guard damage.isEmpty else { return damage.map { "The file is damaged: \($0)." } }
            let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map {
                "A row of '\(try $0.value("table") as String)' points at nothing in "
                    + "'\(try $0.value("parent") as String)'."
            }
            let findings = try Self.promises.flatMap { promise in
                try String.fetchAll(database, sql: promise.sql).map(promise.sentence)
            }
            return orphans + findings
        }
    }

    private struct Promise: Sendable {
        let sql: String
        let sentence: @Sendable (String) -> String
    }

    private static let promises = [
        Promise(
            sql: """
                SELECT id FROM alert_event
                WHERE outbox_rows <> (SELECT count(*) FROM outbox WHERE event = alert_event.id)
                """,
            sentence: {
                "The outbox lacks a message of the alert event '\($0)', or has one too many."
            }
        ),
        Promise(
            sql: """
                SELECT id FROM outbox
                WHERE delivered_by = '\(embeddedQueueName)'
                    AND id NOT IN (SELECT id FROM queue_message)
                """,
            sentence: { "The message '\($0)' counts as delivered but is in no queue." }
        ),
    ]

    /// The name under which the queues in this file confirm messages.
    package static let embeddedQueueName = "embedded"
}
