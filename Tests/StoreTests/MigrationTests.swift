import Alerting
import GRDB
import Store
import StoreFixtures
import Testing
import Vocabulary
import Watch

/// A store of version 3, before there were incidents, goes on in this program.
@Suite struct MigrationTests {
    private let directory: TemporaryDirectory
    private let store: SiteStore

    init() async throws {
        directory = try TemporaryDirectory()
        let path = directory.path + "/duckweed.sqlite"
        let database = try DatabaseQueue(path: path)
        try await database.write { database in
            for sql in [SchemaVersion1.sql, SchemaVersion2.sql, SchemaVersion3.sql, Self.records] {
                try database.execute(sql: sql)
            }
            try database.execute(
                sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
            for name in [SchemaVersion1.name, SchemaVersion2.name, SchemaVersion3.name] {
                try database.execute(
                    sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [name])
            }
        }
        try database.close()
        store = try SiteStore(directory: directory.path)
    }

    @Test("samples, events and messages are all there, and sound")
    func history() async throws {
        #expect(
            try await store.counts() == StoreCounts(samples: 1, gaps: 1, alerts: 3, messages: 2))
        #expect(
            try await store.undelivered(limit: 9).map(\.id) == ["coverage-high/lock-3/2/firing"])
        #expect(try await store.integrity() == [])
    }

    @Test("the open alert is known, with who was told of it; the one that is over is not")
    func openAlert() async throws {
        let incidents = try await store.openIncidents()
        #expect(incidents.map { "\($0.identity)" } == ["coverage-high/lock-3/2"])
        let incident = try #require(incidents.first)
        #expect(incident.told == ["water-bureau"])
        #expect(incident.toldAt == .minute(20))
        #expect(incident.opening.severity == .major)
        #expect(incident.opening.time == .minute(20))
        #expect(incident.opening.evidence.coverage == 0.42)
        #expect(try await store.incident(of: "coverage-high/lock-3/1") == nil)
    }

    @Test("its end is told to that department, whatever the routes say now")
    func end() async throws {
        let claim = try await store.claimOne(minute: 30)
        #expect(claim.watch.openAlerts.map(\.description) == ["coverage-high/lock-3/2"])
        let end = AlertEvent.example("lock-3", minute: 30, episode: 2, state: .resolved)
        var policy = NotificationPolicy.example(to: ["elsewhere"])
        policy.departments.insert("water-bureau")
        _ = try await store.commit(
            [.example(claim, minute: 30, alert: end)], at: .minute(30), by: policy)
        #expect(
            try await store.undelivered(limit: 9).map(\.id) == [
                "coverage-high/lock-3/2/firing", "coverage-high/lock-3/2/resolved/water-bureau",
            ])
    }

    /// A camera with two alerts, of which the second is open, as version 3 wrote them.
    ///
    /// Minute 0 is 1,780,293,600 s after 1970.
    private static let records = """
        INSERT INTO camera (id, source, due_at, claim, watch, state) VALUES (
            'lock-3', '', 1780293600000000000, 4,
            '{"camera":"lock-3","freeze":{"repeats":0},"growth":{"bins":[]},"machines":
              {"coverage-high":{"episode":2,"newestReading":"2026-06-01T06:20:00Z","phase":
              {"firing":{"_0":{"kind":"coverage","raise":0.3,"severity":"major"}}}}},
              "model":"model-1","newestSample":"2026-06-01T06:20:00Z","version":1}', 'ok');
        INSERT INTO sample (camera, time, coverage, visible_share, area_m2, sigma_logit, frames,
            model, area_sigma_m2)
        VALUES ('lock-3', 1780294800000000000, 0.42, 0.9, 120.5, 0.15, 3, 'model-1', 7.25);
        INSERT INTO gap VALUES ('lock-3', 1780293600000000000, 'black', 'mean luma 3');
        INSERT INTO gap_total VALUES ('lock-3', 'black', 1);
        INSERT INTO alert_event (id, rule, camera, episode, kind, severity, state, time, evidence,
            outbox_rows, department)
        VALUES
            ('coverage-high/lock-3/1/firing', 'coverage-high', 'lock-3', 1, 'coverage', 'major',
            'firing', 1780293600000000000,
            '{"coverage":0.4,"model":"model-1","since":"2026-06-01T05:00:00Z","threshold":0.3}',
            0, 'water-bureau'),
            ('coverage-high/lock-3/1/resolved', 'coverage-high', 'lock-3', 1, 'coverage', 'major',
            'resolved', 1780294200000000000,
            '{"coverage":0.1,"model":"model-1","since":"2026-06-01T05:00:00Z","threshold":0.3}',
            1, 'water-bureau'),
            ('coverage-high/lock-3/2/firing', 'coverage-high', 'lock-3', 2, 'coverage', 'major',
            'firing', 1780294800000000000,
            '{"coverage":0.42,"model":"model-1","since":"2026-06-01T05:00:00Z","threshold":0.3}',
            1, 'water-bureau');
        INSERT INTO outbox (id, event, department, body, created_at, delivered_at, delivered_by)
        VALUES
            ('coverage-high/lock-3/1/resolved', 'coverage-high/lock-3/1/resolved', 'water-bureau',
            '{}', 1780294200000000000, 1780294200000000000, 'queue'),
            ('coverage-high/lock-3/2/firing', 'coverage-high/lock-3/2/firing', 'water-bureau',
            '{}', 1780294800000000000, NULL, NULL);
        """
}
