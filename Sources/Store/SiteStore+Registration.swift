import GRDB
import JSONLines
import Vocabulary
import Watch

extension SiteStore {
    /// Makes `cameras` the cameras of the site.
    ///
    /// A camera that is known keeps its due time, its state and its history. One whose source has
    /// changed is first due as a new one is and read from its start, its judgement begins anew
    /// (``CameraWatch/beginAnew()``), its view is forgotten, and a claim that is open is void. A camera that is no longer
    /// named becomes inactive: it is not claimed any more, and its history stays.
    public func register(_ cameras: [CameraRegistration]) async throws(StoreError) {
        try await write { database in
            let upsert = try database.cachedStatement(sql: Self.upsert)
            for camera in cameras {
                try Self.forgetScene(of: camera, in: database)
                try upsert.execute(arguments: [
                    camera.id.rawValue, camera.source,
                    camera.firstDue.nanosecondsSinceEpoch, CameraState.waiting.rawValue,
                ])
            }
            try database.execute(
                sql: """
                    UPDATE camera SET active = 0
                    WHERE active = 1 AND id NOT IN (SELECT value FROM json_each(?))
                    """,
                arguments: [try JSONLine.encode(cameras.map(\.id))])
        }
    }

    private static let upsert = """
        INSERT INTO camera (id, source, due_at, state) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
            due_at = iif(active = 1 AND source = excluded.source, due_at, excluded.due_at),
            position = iif(source = excluded.source, position, 0),
            finished = iif(source = excluded.source, finished, 0),
            begins_anew = iif(source = excluded.source, begins_anew, 1),
            claim = iif(source = excluded.source, claim, claim + 1),
            slot = iif(source = excluded.source, slot, NULL),
            source = excluded.source,
            active = 1
        """
}
