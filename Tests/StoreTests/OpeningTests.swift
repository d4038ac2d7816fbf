import Foundation
import GRDB
import Store
import StoreFixtures
import Testing
import Vocabulary

@Suite struct OpeningTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test("A new store is made, and opening it again changes nothing")
    func opensTwice() async throws {
        let first = try SiteStore(directory: directory.path)
        try await first.registerExample(["lock-3"])
        let schema = try Self.schema(of: first.path)
        try first.close()

        let second = try SiteStore(directory: directory.path, opening: .existing)
        #expect(try await second.cameraStatuses().map(\.camera) == ["lock-3"])
        #expect(try Self.schema(of: second.path) == schema)
        #expect(schema.count > 10)
    }

    @Test("A store that lacks the areas' deviation gets it, and keeps its samples")
    func migrates() async throws {
        let store = try SiteStore(directory: directory.path)
        try await store.registerExample(["lock-3"])
        let claim = try await store.claimOne(minute: 0)
        _ = try await store.commit([.example(claim, minute: 0)], at: .minute(0))
        try store.close()
        // As the version before made it.
        try await DatabaseQueue(path: store.path).write { database in
            try database.execute(
                sql: """
                    ALTER TABLE sample DROP COLUMN area_sigma_m2;
                    DELETE FROM grdb_migrations WHERE identifier LIKE '3 %';
                    """)
        }
        let opened = try SiteStore(directory: directory.path)
        var expected = CoverageSample.example("lock-3", minute: 0)
        expected.areaSigmaSquareMetres = nil
        #expect(
            try await opened.samples(of: "lock-3", from: .minute(0), to: .minute(1)) == [expected])
    }

    @Test("Commits wait for the disk, in a write-ahead log, with foreign keys")
    func isDurable() async throws {
        let store = try SiteStore(directory: directory.path)
        #expect(try await store.pragma("synchronous") == "2")
        #expect(try await store.pragma("journal_mode") == "wal")
        #expect(try await store.pragma("foreign_keys") == "1")
        #expect(try await store.pragma("busy_timeout") == "5000")
    }

    @Test("A missing directory is an error that says so")
    func missingDirectory() throws {
        let error = #expect(throws: StoreError.self) {
            _ = try SiteStore(directory: "/nowhere/at/all")
        }
        #expect(error?.kind == .cannotOpen)
        #expect(error?.exit == .unavailable)
        #expect(error?.message.contains("/nowhere/at/all") == true)
    }

    @Test("A program that only looks does not make a store")
    func missingStore() throws {
        let error = #expect(throws: StoreError.self) {
            _ = try SiteStore(directory: directory.path, opening: .existing)
        }
        #expect(error?.kind == .cannotOpen)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).isEmpty)
    }

    @Test("A store of a newer program is refused and left as it is")
    func newerSchema() throws {
        let store = try SiteStore(directory: directory.path)
        try store.close()
        try DatabaseQueue(path: store.path).write { database in
            try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')")
        }
        let error = #expect(throws: StoreError.self) {
            _ = try SiteStore(directory: directory.path)
        }
        #expect(error?.kind == .schemaTooNew)
        #expect(error?.exit == .unavailable)
    }

    @Test("Only one holder at a time has the lock of a state directory")
    func stateLock() throws {
        do {
            let lock = try StateLock(directory: directory.path)
            let error = #expect(throws: StoreError.self) {
                _ = try StateLock(directory: directory.path)
            }
            #expect(error?.kind == .inUse)
            #expect(error?.exit == .tryAgain)
            _ = consume lock
        }
        _ = try StateLock(directory: directory.path)
    }

    private static func schema(of path: String) throws -> [String] {
        try DatabaseQueue(path: path).read { database in
            try String.fetchAll(
                database, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
        }
    }
}
