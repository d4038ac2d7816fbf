import DepartmentQueues
import Store
import StoreFixtures
import Synchronization
import Testing
import Vocabulary

@Suite struct OutboxRelayTests {
    private let directory: TemporaryDirectory
    private let store: SiteStore

    init() throws {
        directory = try TemporaryDirectory()
        store = try SiteStore(directory: directory.path)
    }

    @Test("Messages arrive in order, in steps, and then none is left")
    func steps() async throws {
        try await store.commitAlerts(5)
        let queue = RecordingQueue()
        let relay = OutboxRelay(store: store, queue: queue)
        #expect(try await relay.step(limit: 3, at: .minute(50)).delivered == 3)
        #expect(try await relay.step(limit: 3, at: .minute(50)).delivered == 2)
        #expect(
            try await relay.step(limit: 3, at: .minute(50)) == RelayStep(delivered: 0, failures: [])
        )
        #expect(
            queue.received
                == (1...5).map { "coverage-high/lock-3/\($0)/firing/water-bureau" })
        #expect(try await store.outboxStatus(at: .minute(50)).pending == 0)
    }

    @Test("A message that fails stays with its reason, and comes again")
    func failure() async throws {
        try await store.commitAlerts(3)
        let queue = RecordingQueue(refusing: ["coverage-high/lock-3/2/firing/water-bureau"])
        let relay = OutboxRelay(store: store, queue: queue)
        let step = try await relay.step(at: .minute(30))
        #expect(step.delivered == 2)
        #expect(step.failures.map(\.message) == ["coverage-high/lock-3/2/firing/water-bureau"])
        let left = try await store.undelivered(limit: 9)
        #expect(left.map(\.id) == ["coverage-high/lock-3/2/firing/water-bureau"])
        #expect(left.map(\.attempts) == [1])
        let status = try await store.outboxStatus(at: .minute(30))
        #expect(status.pending == 1)
        #expect(status.lastError == "refused for the test")

        queue.refuse([])
        #expect(try await relay.step(at: .minute(31)).delivered == 1)
        #expect(try await store.outboxStatus(at: .minute(31)).pending == 0)
    }

    @Test("A crash between delivery and mark delivers again, and the department gets one message")
    func crashBeforeMark() async throws {
        try await store.commitAlerts(2)
        let queue = EmbeddedQueue(store: store)
        let beforeCrash = try await store.undelivered(limit: 9)
        #expect(await queue.deliver(beforeCrash, at: .minute(20)) == [.confirmed, .confirmed])
        try store.close()

        let restarted = try SiteStore(directory: directory.path)
        let restartedQueue = EmbeddedQueue(store: restarted)
        let step = try await OutboxRelay(store: restarted, queue: restartedQueue)
            .step(at: .minute(21))
        #expect(step.delivered == 2)
        let received = try await restartedQueue.receive(
            "water-bureau", max: 9, lease: .seconds(60), at: .minute(22))
        #expect(received.map(\.id) == beforeCrash.map(\.id))
        #expect(try await restarted.integrity() == [])
    }

    @Test("A queue whose store fails confirms nothing")
    func closedStore() async throws {
        try await store.commitAlerts(1)
        let messages = try await store.undelivered(limit: 9)
        try store.close()
        let outcomes = await EmbeddedQueue(store: store).deliver(messages, at: .minute(20))
        #expect(outcomes.count == 1)
        #expect(outcomes.first != .confirmed)
    }
}

/// A queue that keeps what it is given, but for messages that it was told to refuse.
private final class RecordingQueue: DepartmentQueue {
    let name = "recording"
    private let state: Mutex<(received: [String], refused: Set<String>)>

    init(refusing refused: Set<String> = []) { state = Mutex(([], refused)) }

    var received: [String] { state.withLock { $0.received } }

    func refuse(_ ids: Set<String>) { state.withLock { $0.refused = ids } }

    func deliver(
        _ messages: [OutboxMessage], at now: Timestamp
    ) async -> [DeliveryOutcome] {
        state.withLock { state in
            messages.map { message in
                guard !state.refused.contains(message.id) else {
                    return .failed("refused for the test")
                }
                state.received.append(message.id)
                return .confirmed
            }
        }
    }
}
