import Foundation
import Store
import StoreFixtures
import Testing
import Vocabulary

@Suite struct FullDiskTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test("A full store says so, keeps what it had acknowledged, and takes nothing by halves")
    func largestPageCount() async throws {
        let store = try SiteStore(directory: directory.path, largestPageCount: 60)
        let acknowledged = try await fill(store)
        try store.close()

        let roomier = try SiteStore(directory: directory.path)
        #expect(try await roomier.counts().samples == acknowledged)
        #expect(try await roomier.counts().messages == acknowledged)
        #expect(try await roomier.integrity() == [])
        let claim = try await roomier.claimOne(minute: 1e6)
        #expect(
            try await roomier.commit([.example(claim, minute: 1e6)], at: .minute(1e6))
                == [.committed(duplicates: 0)])
    }

    @Test(
        "A full disk is survived, and work goes on when there is space again",
        .enabled(if: Mount.isAllowed, "mounting a small file system needs root"))
    func fullFileSystem() async throws {
        let mount = try Mount(options: "size=1m")
        let store = try SiteStore(directory: mount.path)
        let ballast = "\(mount.path)/ballast"
        try Data(count: 300_000).write(to: URL(filePath: ballast))
        let acknowledged = try await fill(store)
        #expect(try await store.counts().samples == acknowledged)

        try FileManager.default.removeItem(atPath: ballast)
        try await store.releaseClaims()
        let claim = try await store.claimOne(minute: 1e6)
        #expect(
            try await store.commit([.example(claim, minute: 1e6)], at: .minute(1e6))
                == [.committed(duplicates: 0)])
        #expect(try await store.counts().samples == acknowledged + 1)
        #expect(try await store.integrity() == [])
        try store.close()
    }

    /// Commits samples with alerts until the disk is full; returns how many were acknowledged.
    private func fill(_ store: SiteStore) async throws -> Int {
        try await store.registerExample(["lock-3"])
        for round in 0..<20_000 {
            let minute = Double(round) * 10
            do {
                let claim = try await store.claimOne(minute: minute)
                let event = AlertEvent.example("lock-3", minute: minute, episode: round + 1)
                let outcomes = try await store.commit(
                    [.example(claim, minute: minute, alert: event)], at: .minute(minute))
                #expect(outcomes.map(\.withoutAlerts) == [.committed(duplicates: 0)])
            } catch let error as StoreError {
                #expect(error.kind == .full)
                #expect(error.exit == .tryAgain)
                #expect(error.message.contains(store.path))
                return round
            }
        }
        Issue.record("the disk never became full")
        return 0
    }
}
