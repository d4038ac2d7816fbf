import GRDB
public import Vocabulary
import Watch

extension SiteStore {
    /// Claims cameras that are due, the longest overdue first.
    ///
    /// Each claim ends a lease later if nothing is committed under it; the camera is then due again.
    /// A camera whose record can't be read is put off for a lease, named in the batch and shown as
    /// ``CameraState/unreadable``, and the others are not held up by it.
    ///
    /// - Parameters:
    ///   - limit: The most cameras to claim.
    ///   - lease: How long the claims hold.
    public func claimDue(
        at now: Timestamp, limit: Int, lease: Duration
    ) async throws(StoreError) -> ClaimBatch {
        let leaseEnds = now + lease
        return try await write { database in
            let rows = try Row.fetchAll(
                database.cachedStatement(sql: Self.claimDue),
                arguments: [leaseEnds.nanosecondsSinceEpoch, now.nanosecondsSinceEpoch, limit])
            var batch = ClaimBatch(claims: [], unreadable: [])
            batch.claims.reserveCapacity(rows.count)
            for row in rows {
                switch Result(catching: { try CameraClaim(row, leaseEnds: leaseEnds) }) {
                case .success(var claim):
                    claim.scene = try Self.scene(of: claim.camera, in: database)
                    batch.claims.append(claim)
                case .failure(let error):
                    batch.unreadable.append(try Self.setAside(row, because: error, in: database))
                }
            }
            // RETURNING gives rows in no particular order.
            batch.claims.sort { ($0.slot, $0.camera) < ($1.slot, $1.camera) }
            batch.unreadable.sort()
            return batch
        }
    }

    /// When a camera can be claimed next, at the earliest `now`; `nil` when none ever can.
    ///
    /// Counts the ends of leases too, so a lost claim is taken up again in time.
    public func nextDue(after now: Timestamp) async throws(StoreError) -> Timestamp? {
        let earliest = try await read { database in
            try Int64.fetchOne(
                database,
                sql: "SELECT min(due_at) FROM camera WHERE active = 1 AND finished = 0")
        }
        return earliest.map { max(now, Timestamp(nanosecondsSinceEpoch: $0)) }
    }

    /// Voids all open claims, so that the cameras are due again at once; returns how many.
    ///
    /// For the start of the one process that watches the cameras, which holds the ``StateLock``.
    /// A commit under a voided claim is fenced.
    @discardableResult
    public func releaseClaims() async throws(StoreError) -> Int {
        try await write { database in
            try database.execute(
                sql: """
                    UPDATE camera SET due_at = slot, slot = NULL, claim = claim + 1
                    WHERE slot IS NOT NULL
                    """)
            return database.changesCount
        }
    }

    /// A camera whose lease has ended keeps the slot of its first claim.
    private static let claimDue = """
        UPDATE camera SET claim = claim + 1, slot = coalesce(slot, due_at), due_at = ?1
        WHERE id IN (
            SELECT id FROM camera
            WHERE active = 1 AND finished = 0 AND due_at <= ?2
            ORDER BY due_at LIMIT ?3)
        RETURNING id, claim, slot, position, watch, begins_anew, failures_in_row
        """

    private static func setAside(
        _ row: Row, because error: any Error, in database: Database
    ) throws -> CameraID {
        let camera: CameraID = try row.identifier("id")
        try database.execute(
            sql: "UPDATE camera SET state = ?, last_detail = ? WHERE id = ?",
            arguments: [
                CameraState.unreadable.rawValue, "\(error)", camera.rawValue,
            ])
        return camera
    }
}

extension CameraClaim {
    fileprivate init(_ row: Row, leaseEnds: Timestamp) throws {
        camera = try row.identifier("id")
        number = try row.value("claim")
        slot = try row.timestamp("slot")
        self.leaseEnds = leaseEnds
        position = try row.value("position")
        watch = try CameraWatch(of: camera, row)
        scene = KnownScene()
        failuresInRow = try row.value("failures_in_row")
    }
}
