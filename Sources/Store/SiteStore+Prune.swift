import GRDB
public import Vocabulary

/// How many records a pruning has removed.
public struct PruneReport: Codable, Hashable, Sendable {
    /// Coverage samples.
    public var samples: Int
    /// Moments without a sample.
    public var gaps: Int
    /// Delivered messages of the outbox.
    public var delivered: Int
    /// Acknowledged messages of department queues.
    public var acked: Int

    package init(samples: Int, gaps: Int, delivered: Int, acked: Int) {
        self.samples = samples
        self.gaps = gaps
        self.delivered = delivered
        self.acked = acked
    }
}

extension SiteStore {
    /// Removes old samples and gaps, and old messages that are settled.
    ///
    /// A message that is not delivered, or not acknowledged, is never removed, nor is an alert
    /// event. Works in short transactions of at most `batch` rows each, so commits of new samples
    /// are not held up. The file does not get smaller; the space in it is used again.
    @discardableResult
    public func prune(
        samplesBefore: Timestamp, messagesBefore: Timestamp, batch: Int = 1000
    ) async throws(StoreError) -> PruneReport {
        let batch = max(1, batch)
        return PruneReport(
            samples: try await pruneHistory(.sample, before: samplesBefore, batch: batch),
            gaps: try await pruneHistory(.gap, before: samplesBefore, batch: batch),
            // Outbox first: a queue remembers a message as long as the outbox might send it again.
            delivered: try await pruneOutbox(before: messagesBefore, batch: batch),
            acked: try await pruneQueues(before: messagesBefore, batch: batch))
    }

    private enum HistoryTable: String { case sample, gap }

    /// Goes through the cameras, because the key of the history begins with the camera.
    private func pruneHistory(
        _ table: HistoryTable, before time: Timestamp, batch: Int
    ) async throws(StoreError) -> Int {
        var removed = 0
        var next: String? = ""
        while let first = next {
            let step = try await write { database in
                try Self.pruneHistory(table, from: first, before: time, batch: batch, in: database)
            }
            removed += step.removed
            next = step.next
        }
        return removed
    }

    /// Removes rows of some cameras from `first` on; `next` is where to go on.
    private static func pruneHistory(
        _ table: HistoryTable, from first: String, before time: Timestamp, batch: Int,
        in database: Database
    ) throws -> (removed: Int, next: String?) {
        let camerasAtOnce = 256
        let cameras = try String.fetchAll(
            database, sql: "SELECT id FROM camera WHERE id >= ? ORDER BY id LIMIT ?",
            arguments: [first, camerasAtOnce + 1])
        let statement = try database.cachedStatement(
            sql: """
                DELETE FROM \(table.rawValue) WHERE camera = ?1 AND time IN (
                    SELECT time FROM \(table.rawValue)
                    WHERE camera = ?1 AND time < ?2 ORDER BY time LIMIT ?3)
                """)
        var removed = 0
        for camera in cameras.prefix(camerasAtOnce) {
            try statement.execute(arguments: [
                camera, time.nanosecondsSinceEpoch, batch - removed,
            ])
            removed += database.changesCount
            if removed == batch { return (removed, camera) }
        }
        return (removed, cameras.count > camerasAtOnce ? cameras.last : nil)
    }

    private func pruneOutbox(
        before time: Timestamp, batch: Int
    ) async throws(StoreError) -> Int {
        try await untilFewer(than: batch) { database in
            let events = try String?.fetchAll(
                database,
                sql: """
                    DELETE FROM outbox WHERE seq IN (
                        SELECT seq FROM outbox
                        WHERE delivered_at < ? ORDER BY delivered_at LIMIT ?)
                    RETURNING event
                    """,
                arguments: [time.nanosecondsSinceEpoch, batch])
            let uncount = try database.cachedStatement(
                sql: "UPDATE alert_event SET outbox_rows = outbox_rows - 1 WHERE id = ?")
            for event in events.compactMap(\.self) { try uncount.execute(arguments: [event]) }
            return events.count
        }
    }

    private func pruneQueues(
        before time: Timestamp, batch: Int
    ) async throws(StoreError) -> Int {
        try await untilFewer(than: batch) { database in
            try database.execute(
                sql: """
                    DELETE FROM queue_message WHERE seq IN (
                        SELECT seq FROM queue_message
                        WHERE acked_at < ? AND id NOT IN (SELECT id FROM outbox)
                        ORDER BY acked_at LIMIT ?)
                    """,
                arguments: [time.nanosecondsSinceEpoch, batch])
            return database.changesCount
        }
    }

    /// Repeats a removal, each time in a transaction of its own, until it finds less than a batch.
    private func untilFewer(
        than batch: Int, _ remove: @Sendable (Database) throws -> Int
    ) async throws(StoreError) -> Int {
        var total = 0
        while true {
            let removed = try await write(remove)
            total += removed
            if removed < batch { return total }
        }
    }
}
