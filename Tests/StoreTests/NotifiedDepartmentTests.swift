import Store
import StoreFixtures
import Testing
import Vocabulary
import Watch

@Suite struct NotifiedDepartmentTests {
    private let directory: TemporaryDirectory
    private let store: SiteStore
    private let alert = AlertIdentity(rule: "coverage-high", camera: "lock-3", episode: 1)

    init() throws {
        directory = try TemporaryDirectory()
        store = try SiteStore(directory: directory.path)
    }

    @Test("A claim says who was told of each open alert")
    func told() async throws {
        try await store.commitOpenAlert("lock-3", department: "lock-keepers")
        let claim = try await store.claimOne(minute: 10)
        #expect(claim.watch.openAlerts == [alert])
        #expect(claim.notified == [alert: "lock-keepers"])
    }

    @Test("Who was told is known when the message has been delivered and pruned")
    func pruned() async throws {
        try await store.commitOpenAlert("lock-3", department: "lock-keepers")
        let ids = try await store.undelivered(limit: 9).map(\.id)
        try await store.markDelivered(ids, by: "test", at: .minute(1))
        try await store.prune(samplesBefore: .minute(5), messagesBefore: .minute(5))
        #expect(try await store.counts().messages == 0)
        #expect(try await store.claimOne(minute: 10).notified == [alert: "lock-keepers"])
    }

    @Test("An alert that is over, or that nobody was told of, is not among them")
    func nobody() async throws {
        try await store.commitAlerts(1)
        #expect(try await store.claimOne(minute: 10).notified == [:])

        let other = "weir-1" as CameraID
        try await store.registerExample([other])
        var completion = Completion.example(
            try await store.claimOne(minute: 0), minute: 0, alert: .example(other, minute: 0),
            departments: [])
        completion.watch = .withOpenAlert(other)
        _ = try await store.commit([completion], at: .minute(0))
        let claim = try await store.claimOne(minute: 10)
        #expect(claim.watch.openAlerts.count == 1)
        #expect(claim.notified == [:])
    }
}
