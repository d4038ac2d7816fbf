import GRDB
import JSONLines
public import Vocabulary

extension SiteStore {
    /// Makes `cameras` the cameras of the site.
    ///
    /// A camera that is known keeps its due time, its state and its history; one whose source has
    /// changed is due at once and read from its start. A camera that is no
    /// longer named becomes inactive: it is not claimed any more, and its history stays.
    public func register(
        _ cameras: [CameraRegistration], at now: Timestamp
    ) async throws(StoreError) {
        try await write { database in
            let upsert = try database.cachedStatement(sql: Self.upsert)
            for camera in cameras {
                try upsert.execute(arguments: [
                    camera.id.rawValue, now.nanosecondsSinceEpoch, camera.source,
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
        INSERT INTO camera (id, registered_at, source, due_at, state) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
            registered_at = excluded.registered_at,
            due_at = iif(active = 1 AND source = excluded.source, due_at, excluded.due_at),
            position = iif(source = excluded.source, position, 0),
            finished = iif(source = excluded.source, finished, 0),
            source = excluded.source,
            active = 1
        """
}
