import GRDB
import Store
import StoreFixtures
import Testing
import Vocabulary

@Suite struct SharedStoreTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test("Programs that open a new store at once all succeed")
    func openTogether() async throws {
        let path = directory.path
        let opened = try await withThrowingTaskGroup(of: SiteStore.self) { group in
            for _ in 0..<12 { group.addTask { try SiteStore(directory: path) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(opened.count == 12)
        for store in opened {
            #expect(try await store.pragma("synchronous") == "2")
            #expect(try await store.counts().samples == 0)
        }
    }

    @Test("Two that claim from one store never get the same camera")
    func claimTogether() async throws {
        let first = try SiteStore(directory: directory.path)
        let second = try SiteStore(directory: directory.path)
        let cameras = (0..<120).map { CameraID("camera-\($0)") }
        try await first.registerExample(cameras)
        let claimed = try await withThrowingTaskGroup(of: [CameraID].self) { group in
            for store in [first, second, first, second] {
                group.addTask {
                    var mine: [CameraID] = []
                    while true {
                        let claims = try await store.claimDue(
                            at: .minute(0), limit: 7, lease: .days(1)
                        ).claims
                        if claims.isEmpty { return mine }
                        mine += claims.map(\.camera)
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(claimed.sorted() == cameras.sorted())
    }

    @Test("One sees what the other has committed, and fences a late commit across connections")
    func commitAcross() async throws {
        let first = try SiteStore(directory: directory.path)
        let second = try SiteStore(directory: directory.path, opening: .existing)
        try await first.registerExample(["lock-3"])
        let late = try await first.claimOne(minute: 0)
        let fresh = try await second.claimOne(minute: 1)
        #expect(
            try await first.commit([.example(late, minute: 0)], at: .minute(1)) == [.fenced])
        #expect(
            try await second.commit([.example(fresh, minute: 1)], at: .minute(1))
                == [.committed(duplicates: 0)])
        #expect(try await first.cameraStatuses().map(\.samplesTotal) == [1])
    }

    @Test("A program that keeps the database locked makes the store busy, and nothing is written")
    func locked() async throws {
        let store = try SiteStore(directory: directory.path)
        try await store.registerExample(["lock-3"])
        let claim = try await store.claimOne(minute: 0)
        // The five seconds of a real store would only make the test slow.
        _ = try await store.pragma("busy_timeout = 50")
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: store.path, configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let error = await #expect(throws: StoreError.self) {
            try await store.commit([.example(claim, minute: 0)], at: .minute(0))
        }
        #expect(error?.kind == .busy)
        #expect(error?.exit == .tryAgain)
        #expect(try await store.counts().samples == 0)
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        #expect(
            try await store.commit([.example(claim, minute: 0)], at: .minute(0))
                == [.committed(duplicates: 0)])
    }

    @Test("A cancelled commit is told as interrupted and is kept whole or not at all")
    func cancelled() async throws {
        let store = try SiteStore(directory: directory.path)
        try await store.registerExample(["lock-3"])
        let claim = try await store.claimOne(minute: 0)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await store.commit([.example(claim, minute: 0)], at: .minute(0))
        }
        let error = await #expect(throws: StoreError.self) { try await task.value }
        #expect(error?.kind == .interrupted)
        #expect(try await store.counts().samples == 0)
    }
}
