/// What is known of each camera's view, and how often each reason kept a camera from giving a sample.
///
/// - `scene.memory` is the `SceneMemory` as JSON, up to 11 kB, in a table of its own: a camera's row
///   is written with every sample, its scene a few times a season.
/// - `scene.approvals` counts how often somebody approved the camera's view. A memory that was made
///   before an approval and comes after it is dropped.
/// - `gap_total` outlives the gaps that it counts.
package enum SchemaVersion2 {
    package static let name = "2 scenes, totals of gaps"

    package static let sql = """
        CREATE TABLE scene (
            camera TEXT PRIMARY KEY REFERENCES camera (id),
            memory TEXT,
            approvals INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        CREATE TABLE gap_total (
            camera TEXT NOT NULL REFERENCES camera (id),
            reason TEXT NOT NULL,
            total INTEGER NOT NULL,
            PRIMARY KEY (camera, reason)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO gap_total SELECT camera, reason, count(*) FROM gap GROUP BY camera, reason;
        """
}
