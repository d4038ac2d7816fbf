import Foundation
import GRDB
import Store
import StoreFixtures
import Testing
import Vocabulary

@Suite struct IntegrityTests {
    private let directory: TemporaryDirectory
    private let store: SiteStore

    init() throws {
        directory = try TemporaryDirectory()
        store = try SiteStore(directory: directory.path)
    }

    @Test(
        "What breaks a promise between records is found",
        arguments: [
            ("DELETE FROM outbox WHERE seq = 1", "lacks a message"),
            (
                "UPDATE outbox SET delivered_at = 1, delivered_by = 'embedded' WHERE seq = 1",
                "is in no queue"
            ),
            ("DELETE FROM alert_event", "points at nothing"),
        ])
    func brokenPromise(sql: String, finding: String) async throws {
        try await store.commitAlerts(2)
        #expect(try await store.integrity() == [])
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        try await DatabaseQueue(path: store.path, configuration: configuration).write { database in
            try database.execute(sql: sql)
        }
        let findings = try await store.integrity()
        #expect(findings.contains { $0.contains(finding) }, "\(findings)")
    }

    @Test("A file that is no database is refused and left as it is")
    func noDatabase() throws {
        try store.close()
        let path = store.path
        let text = Data(String(repeating: "not a database\n", count: 400).utf8)
        try text.write(to: URL(filePath: path))
        let error = #expect(throws: StoreError.self) {
            _ = try SiteStore(directory: directory.path)
        }
        #expect(error?.kind == .corrupt)
        #expect(error?.exit == .unavailable)
        #expect(error?.message.contains(path) == true)
        #expect(try Data(contentsOf: URL(filePath: path)) == text)
    }

    @Test("Damage inside the file is found or reported, and ends no process")
    func damagedPages() async throws {
        try await store.commitAlerts(40)
        try store.close()
        #expect(!FileManager.default.fileExists(atPath: "\(store.path)-wal"))
        var bytes = try Data(contentsOf: URL(filePath: store.path))
        for page in stride(from: 4096, to: bytes.count, by: 4096) {
            bytes.replaceSubrange(page..<(page + 64), with: Data(repeating: 0xA5, count: 64))
        }
        try bytes.write(to: URL(filePath: store.path))
        do {
            let damaged = try SiteStore(directory: directory.path)
            let findings = try await damaged.integrity()
            #expect(findings.contains { $0.contains("damaged") }, "\(findings)")
        } catch {
            #expect(error.kind == .corrupt)
        }
    }
}
