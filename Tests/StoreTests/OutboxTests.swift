import Store
import StoreFixtures
import Testing
import Vocabulary

@Suite struct OutboxTests {
    private let directory: TemporaryDirectory
    private let store: SiteStore

    init() throws {
        directory = try TemporaryDirectory()
        store = try SiteStore(directory: directory.path)
    }

    @Test("Undelivered messages come in the order in which they were committed")
    func order() async throws {
        try await store.commitAlerts(3, departments: ["water-bureau", "parks"])
        let ids = try await store.undelivered(limit: 4).map(\.id)
        #expect(
            ids == [
                "coverage-high/lock-3/1/firing/water-bureau",
                "coverage-high/lock-3/1/firing/parks",
                "coverage-high/lock-3/2/firing/water-bureau",
                "coverage-high/lock-3/2/firing/parks",
            ])
    }

    @Test("A delivered message is not given out again")
    func delivered() async throws {
        try await store.commitAlerts(2)
        let ids = try await store.undelivered(limit: 9).map(\.id)
        try await store.markDelivered([ids[0]], by: "webhook", at: .minute(30))
        #expect(try await store.undelivered(limit: 9).map(\.id) == [ids[1]])
        try await store.markDelivered(ids, by: "webhook", at: .minute(40))
        #expect(try await store.undelivered(limit: 9).isEmpty)
    }

    @Test("A failed attempt leaves the message and is counted")
    func failedAttempt() async throws {
        try await store.commitAlerts(1)
        let id = try #require(try await store.undelivered(limit: 1).first).id
        try await store.recordAttempt([(id, "no answer in 10 s")])
        try await store.recordAttempt([(id, "answer 503")])
        let message = try #require(try await store.undelivered(limit: 1).first)
        #expect(message.attempts == 2)
        #expect(try await store.outboxStatus(at: .minute(3)).lastError == "answer 503")
    }

    @Test("The status tells how many messages wait and for how long")
    func status() async throws {
        #expect(
            try await store.outboxStatus(at: .minute(0))
                == OutboxStatus(pending: 0, oldestAgeSeconds: 0))
        try await store.commitAlerts(2)
        let status = try await store.outboxStatus(at: .minute(15))
        #expect(status == OutboxStatus(pending: 2, oldestAgeSeconds: 900))
    }
}
