import GRDB
import JSONLines
public import Vocabulary
public import Watch

extension SiteStore {
    /// The active cameras that are not among those that remain and that have open alerts, by identifier.
    ///
    /// Once ``register(_:)`` has made a camera inactive, no sample will ever end its alerts, so
    /// each of these is to be given to ``retire(_:watch:events:messages:at:)`` before.
    /// A camera whose record can't be read is left out.
    public func departedCamerasWithOpenAlerts(
        remaining: Set<CameraID>
    ) async throws(StoreError) -> [DepartedCamera] {
        try await read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT id, watch, begins_anew FROM camera
                    WHERE active = 1 AND watch IS NOT NULL
                        AND id NOT IN (SELECT value FROM json_each(?))
                    ORDER BY id
                    """,
                arguments: [try JSONLine.encode(Array(remaining))])
            var departed: [DepartedCamera] = []
            while let row = try rows.next() {
                let camera: CameraID = try row.identifier("id")
                guard let watch = try? CameraWatch(of: camera, row) else { continue }
                let open = watch.openAlerts
                guard !open.isEmpty else { continue }
                departed.append(
                    DepartedCamera(
                        camera: camera, watch: watch,
                        notified: try Self.notified(of: open, in: database)))
            }
            return departed
        }
    }

    /// Makes a camera inactive and keeps what its leaving has led to, as a whole or not at all.
    ///
    /// A claim that is open is void. Should the camera come back, its judgement goes on from
    /// `watch`.
    ///
    /// - Parameters:
    ///   - camera: The camera that leaves.
    ///   - watch: Its judgement, with all alerts resolved.
    ///   - events: The ends of its alerts.
    ///   - messages: The messages that tell departments of the ends.
    /// - Throws: ``StoreError``, of the kind `invalidRecord` when a record does not fit.
    public func retire(
        _ camera: CameraID, watch: CameraWatch, events: [AlertEvent],
        messages: [DepartmentMessage], at now: Timestamp
    ) async throws(StoreError) {
        let alerts: PreparedAlerts
        let json: String
        do {
            alerts = try PreparedAlerts(of: camera, events, messages)
            json = try JSONLine.encode(watch)
        } catch {
            throw .invalidRecord("\(error)", path: path)
        }
        try await write { database in
            var tally = CommitTally()
            try Self.insertAlerts(alerts, at: now, into: database, tally: &tally)
            try database.execute(
                sql: """
                    UPDATE camera SET
                        active = 0, slot = NULL, claim = claim + 1, watch = ?, begins_anew = 0
                    WHERE id = ?
                    """,
                arguments: [json, camera.rawValue])
        }
    }
}
