/// The first schema.
///
/// - Times are INTEGER nanoseconds since 1970-01-01T00:00:00Z, which sort, compare and come back
///   exactly. In the `sqlite3` shell: `datetime(time / 1000000000, 'unixepoch')`.
/// - A camera can be claimed when `due_at` has come. A claim moves `due_at` to the end of its
///   lease, keeps the former value in `slot`, and raises `claim`, the fencing number. A claim is
///   open as long as `slot` is set.
/// - `alert_event.outbox_rows` says how many rows of the outbox belong to the event, so that a
///   lost one is seen. `alert_event.department` says who was told, also when those rows are pruned.
/// - `camera.begins_anew` says that `watch` is of another source, so it is begun anew when it is
///   read.
package enum SchemaVersion1 {
    package static let name = "1 cameras, history, outbox, department queues"

    package static let sql = """
        CREATE TABLE camera (
            id TEXT PRIMARY KEY,
            active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
            source TEXT NOT NULL,
            due_at INTEGER NOT NULL,
            slot INTEGER,
            claim INTEGER NOT NULL DEFAULT 0,
            position INTEGER NOT NULL DEFAULT 0,
            finished INTEGER NOT NULL DEFAULT 0 CHECK (finished IN (0, 1)),
            watch TEXT,
            begins_anew INTEGER NOT NULL DEFAULT 0 CHECK (begins_anew IN (0, 1)),
            state TEXT NOT NULL,
            failures_in_row INTEGER NOT NULL DEFAULT 0,
            last_sample_time INTEGER,
            last_reason TEXT,
            last_detail TEXT,
            samples_total INTEGER NOT NULL DEFAULT 0,
            rejected_total INTEGER NOT NULL DEFAULT 0,
            failures_total INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX camera_due ON camera (due_at) WHERE active = 1 AND finished = 0;
        CREATE INDEX camera_claimed ON camera (slot) WHERE slot IS NOT NULL;

        CREATE TABLE sample (
            camera TEXT NOT NULL REFERENCES camera (id),
            time INTEGER NOT NULL,
            coverage REAL NOT NULL CHECK (coverage BETWEEN 0 AND 1),
            visible_share REAL NOT NULL CHECK (visible_share BETWEEN 0 AND 1),
            area_m2 REAL CHECK (area_m2 >= 0),
            sigma_logit REAL NOT NULL CHECK (sigma_logit >= 0),
            frames INTEGER NOT NULL,
            model TEXT NOT NULL,
            PRIMARY KEY (camera, time)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE gap (
            camera TEXT NOT NULL REFERENCES camera (id),
            time INTEGER NOT NULL,
            reason TEXT NOT NULL,
            detail TEXT NOT NULL,
            PRIMARY KEY (camera, time)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE alert_event (
            id TEXT PRIMARY KEY,
            rule TEXT NOT NULL,
            camera TEXT NOT NULL REFERENCES camera (id),
            episode INTEGER NOT NULL,
            kind TEXT NOT NULL,
            severity TEXT NOT NULL,
            state TEXT NOT NULL,
            time INTEGER NOT NULL,
            evidence TEXT NOT NULL,
            outbox_rows INTEGER NOT NULL DEFAULT 0,
            department TEXT
        ) STRICT;
        CREATE INDEX alert_event_time ON alert_event (time);

        CREATE TABLE outbox (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            event TEXT NOT NULL REFERENCES alert_event (id),
            department TEXT NOT NULL,
            body TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            delivered_at INTEGER,
            delivered_by TEXT,
            attempts INTEGER NOT NULL DEFAULT 0,
            last_error TEXT,
            CHECK ((delivered_at IS NULL) = (delivered_by IS NULL))
        ) STRICT;
        CREATE INDEX outbox_event ON outbox (event);
        CREATE INDEX outbox_undelivered ON outbox (seq) WHERE delivered_at IS NULL;
        CREATE INDEX outbox_delivered ON outbox (delivered_at) WHERE delivered_at IS NOT NULL;

        CREATE TABLE queue_message (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            department TEXT NOT NULL,
            body TEXT NOT NULL,
            enqueued_at INTEGER NOT NULL,
            lease_until INTEGER,
            deliveries INTEGER NOT NULL DEFAULT 0,
            acked_at INTEGER
        ) STRICT;
        CREATE INDEX queue_message_waiting ON queue_message (department, seq) WHERE acked_at IS NULL;
        CREATE INDEX queue_message_acked ON queue_message (acked_at) WHERE acked_at IS NOT NULL;
        """
}
