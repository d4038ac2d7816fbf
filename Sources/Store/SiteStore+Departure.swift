public import Alerting
import GRDB
import JSONLines
public import Vocabulary
public import Watch

extension SiteStore {
    /// The active cameras that are not among those that remain and that have open alerts, by identifier.
    ///
    /// Once ``register(_:)`` has made a camera inactive, no sample will ever end its alerts, so
    /// each of these is to be given to ``retire(_:watch:events:at:by:)`` before.
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
                guard !watch.openAlerts.isEmpty else { continue }
                departed.append(DepartedCamera(camera: camera, watch: watch))
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
    ///   - policy: By which it is decided who is told of them.
    /// - Throws: ``StoreError``, of the kind `invalidRecord` when a record does not fit.
    @discardableResult
    public func retire(
        _ camera: CameraID, watch: CameraWatch, events: [AlertEvent], at now: Timestamp,
        by policy: NotificationPolicy
    ) async throws(StoreError) -> CommittedAlerts {
        let prepared: [PreparedEvent]
        let json: String
        do {
            try MisplacedRecord.check(events, of: camera)
            prepared = try events.map(PreparedEvent.init)
            json = try JSONLine.encode(watch)
        } catch {
            throw .invalidRecord("\(error)", path: path)
        }
        return try await write { database in
            var desk = try TellingDesk(policy, at: now, in: database)
            let fresh = try Self.insert(prepared, into: database)
            let notices = try desk.tell(fresh, of: .camera(camera), tags: nil, at: now)
            try desk.close()
            try database.execute(
                sql: """
                    UPDATE camera SET
                        active = 0, slot = NULL, claim = claim + 1, watch = ?, begins_anew = 0
                    WHERE id = ?
                    """,
                arguments: [json, camera.rawValue])
            return CommittedAlerts(events: fresh, notices: notices)
        }
    }
}
