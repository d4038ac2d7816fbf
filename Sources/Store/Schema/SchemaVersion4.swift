/// Who was told of each alert, alerts of reaches, silences, and storms.
///
/// - `alert_event` is of a camera or of a reach. `outbox.event` is NULL for a summary, which tells of
///   many alerts.
/// - `incident.body` is the `Incident` as JSON; `subject` and `is_open` find those that may still
///   change, `held_back` and `held_at` those of which a summary is to tell. An incident stays when it
///   is closed, so that it is known who was told.
/// - `reach.watch` is the `ReachWatch` as JSON; it is read and written in one transaction only.
/// - An alert that was open before has one department, which `alert_event.department` named.
enum SchemaVersion4 {
    static let name = "4 incidents, reaches, silences, storms"

    static let sql = """
        CREATE TABLE incident (
            id TEXT PRIMARY KEY,
            subject TEXT NOT NULL,
            is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
            held_back TEXT,
            held_at INTEGER,
            body TEXT NOT NULL
        ) STRICT;
        CREATE INDEX incident_open ON incident (subject) WHERE is_open = 1;
        CREATE INDEX incident_held ON incident (held_at) WHERE held_back = 'storm';

        INSERT INTO incident (id, subject, is_open, body)
        SELECT rule || '/' || camera || '/' || episode, camera, 1,
            json_object(
                'identity', json_object('rule', rule, 'camera', camera, 'episode', episode),
                'opening', json_object(
                    'identity', json_object('rule', rule, 'camera', camera, 'episode', episode),
                    'kind', kind, 'severity', severity, 'state', state,
                    'time', strftime('%Y-%m-%dT%H:%M:%SZ', time / 1000000000, 'unixepoch'),
                    'evidence', json(evidence)),
                'tags', json('{}'), 'told', json_array(department),
                'toldAt', strftime('%Y-%m-%dT%H:%M:%SZ', time / 1000000000, 'unixepoch'))
        FROM alert_event AS begun
        WHERE state = 'firing' AND department IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM alert_event
            WHERE rule = begun.rule AND camera = begun.camera AND episode = begun.episode
                AND state = 'resolved');

        CREATE TABLE new_alert_event (
            id TEXT PRIMARY KEY,
            rule TEXT NOT NULL,
            camera TEXT REFERENCES camera (id),
            reach TEXT,
            episode INTEGER NOT NULL,
            kind TEXT NOT NULL,
            severity TEXT NOT NULL,
            state TEXT NOT NULL,
            time INTEGER NOT NULL,
            evidence TEXT NOT NULL,
            outbox_rows INTEGER NOT NULL DEFAULT 0,
            CHECK ((camera IS NULL) <> (reach IS NULL))
        ) STRICT;
        INSERT INTO new_alert_event
        SELECT id, rule, camera, NULL, episode, kind, severity, state, time, evidence, outbox_rows
        FROM alert_event;
        DROP TABLE alert_event;
        ALTER TABLE new_alert_event RENAME TO alert_event;
        CREATE INDEX alert_event_time ON alert_event (time);

        CREATE TABLE new_outbox (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            event TEXT REFERENCES alert_event (id),
            department TEXT NOT NULL,
            body TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            delivered_at INTEGER,
            delivered_by TEXT,
            attempts INTEGER NOT NULL DEFAULT 0,
            last_error TEXT,
            CHECK ((delivered_at IS NULL) = (delivered_by IS NULL))
        ) STRICT;
        INSERT INTO new_outbox SELECT * FROM outbox;
        DROP TABLE outbox;
        ALTER TABLE new_outbox RENAME TO outbox;
        CREATE INDEX outbox_event ON outbox (event);
        CREATE INDEX outbox_undelivered ON outbox (seq) WHERE delivered_at IS NULL;
        CREATE INDEX outbox_delivered ON outbox (delivered_at) WHERE delivered_at IS NOT NULL;

        CREATE TABLE reach (
            id TEXT PRIMARY KEY,
            watch TEXT NOT NULL
        ) STRICT;

        CREATE TABLE silence (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            ends_at INTEGER NOT NULL,
            body TEXT NOT NULL
        ) STRICT;

        CREATE TABLE storm (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            breaker TEXT NOT NULL
        ) STRICT;
        """
}
