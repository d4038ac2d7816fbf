import GRDB
public import Vocabulary

extension SiteStore {
    /// A camera's samples with capture times from `start` up to but not including `end`, in order.
    public func samples(
        of camera: CameraID, from start: Timestamp, to end: Timestamp
    ) async throws(StoreError) -> [CoverageSample] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql:
                    "SELECT * FROM sample WHERE camera = ? AND time >= ? AND time < ? ORDER BY time",
                arguments: [
                    camera.rawValue, start.nanosecondsSinceEpoch, end.nanosecondsSinceEpoch,
                ]
            ).map(CoverageSample.init)
        }
    }

    /// A camera's moments without a sample from `start` up to but not including `end`, in order.
    public func gaps(
        of camera: CameraID, from start: Timestamp, to end: Timestamp
    ) async throws(StoreError) -> [SampleGap] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM gap WHERE camera = ? AND time >= ? AND time < ? ORDER BY time",
                arguments: [
                    camera.rawValue, start.nanosecondsSinceEpoch, end.nanosecondsSinceEpoch,
                ]
            ).map(SampleGap.init)
        }
    }

    /// The newest `limit` events of alerts, in the order of their times.
    public func alertEvents(limit: Int = 10_000) async throws(StoreError) -> [AlertEvent] {
        try await read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM alert_event ORDER BY time DESC, id DESC LIMIT ?",
                arguments: [limit]
            ).reversed().map(AlertEvent.init)
        }
    }
}

extension CoverageSample {
    fileprivate init(_ row: Row) throws {
        self.init(
            camera: try row.identifier("camera"), time: try row.timestamp("time"),
            coverage: try row.value("coverage"), visibleShare: try row.value("visible_share"),
            areaSquareMetres: try row.optional("area_m2"),
            areaSigmaSquareMetres: try row.optional("area_sigma_m2"),
            sigmaLogit: try row.value("sigma_logit"), frames: try row.value("frames"),
            model: try row.value("model"))
    }
}

extension SampleGap {
    fileprivate init(_ row: Row) throws {
        self.init(
            camera: try row.identifier("camera"), time: try row.timestamp("time"),
            reason: try row.symbol("reason"), detail: try row.value("detail"))
    }
}

extension AlertEvent {
    fileprivate init(_ row: Row) throws {
        guard let evidence = try row.json("evidence", as: AlertEvidence.self) else {
            throw UnreadableColumn("evidence", "it is empty")
        }
        self.init(
            identity: AlertIdentity(
                rule: try row.identifier("rule"), subject: try row.subject(),
                episode: try row.value("episode")),
            kind: try row.symbol("kind"), severity: try row.symbol("severity"),
            state: try row.symbol("state"), time: try row.timestamp("time"), evidence: evidence)
    }
}
