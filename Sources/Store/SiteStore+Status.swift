import GRDB
import Vocabulary

/// How many records the store holds.
public struct StoreCounts: Codable, Hashable, Sendable {
    /// Coverage samples.
    public var samples: Int
    /// Moments without a sample.
    public var gaps: Int
    /// Events of alerts.
    public var alerts: Int
    /// Messages in the outbox, delivered or not.
    public var messages: Int

    package init(samples: Int, gaps: Int, alerts: Int, messages: Int) {
        self.samples = samples
        self.gaps = gaps
        self.alerts = alerts
        self.messages = messages
    }
}

extension SiteStore {
    /// How each camera that the store has ever known stands, by identifier.
    public func cameraStatuses() async throws(StoreError) -> [CameraStatus] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT id, iif(active = 1, state, 'inactive') AS state, last_sample_time,
                        last_reason, last_detail, samples_total, rejected_total, failures_total,
                        failures_in_row, due_at,
                        (SELECT json_group_object(reason, total) FROM gap_total
                         WHERE camera = camera.id) AS gap_totals
                    FROM camera ORDER BY id
                    """
            ).map(CameraStatus.init)
        }
    }

    /// How many records the store holds; reads whole tables, so it is for tests and reports.
    public func counts() async throws(StoreError) -> StoreCounts {
        try await read { database in
            func count(_ table: String) throws -> Int {
                try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
            }
            return StoreCounts(
                samples: try count("sample"), gaps: try count("gap"),
                alerts: try count("alert_event"), messages: try count("outbox"))
        }
    }
}

extension CameraStatus {
    fileprivate init(_ row: Row) throws {
        camera = try row.identifier("id")
        state = try row.symbol("state")
        lastSampleTime = try row.optionalTimestamp("last_sample_time")
        lastReason = try row.optional("last_reason").flatMap(GapReason.init(rawValue:))
        lastDetail = try row.optional("last_detail")
        samplesTotal = try row.value("samples_total")
        rejectedTotal = try row.value("rejected_total")
        gapTotals = try row.json("gap_totals", as: [String: Int].self) ?? [:]
        failuresTotal = try row.value("failures_total")
        failuresInRow = try row.value("failures_in_row")
        dueAt = try row.timestamp("due_at")
    }
}
