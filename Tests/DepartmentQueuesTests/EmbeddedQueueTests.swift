import DepartmentQueues
import JSONLines
import Store
import StoreFixtures
import Testing
import Vocabulary

@Suite struct EmbeddedQueueTests {
    private let directory: TemporaryDirectory
    private let store: SiteStore
    private let queue: EmbeddedQueue

    init() throws {
        directory = try TemporaryDirectory()
        store = try SiteStore(directory: directory.path)
        queue = EmbeddedQueue(store: store)
    }

    @Test("A department receives its own messages in order, as CloudEvents")
    func receive() async throws {
        try await deliverAlerts(3, departments: ["water-bureau", "parks"])
        let first = try await queue.receive(
            "parks", max: 2, lease: .seconds(60), at: .minute(30))
        #expect(first.map(\.id) == ["1", "2"].map { "coverage-high/lock-3/\($0)/firing/parks" })
        #expect(first.map(\.deliveries) == [1, 1])
        #expect(first.map(\.leaseEnds) == [.minute(31), .minute(31)])
        let event = try JSONLine.decode(DepartmentMessage.self, from: first[0].body)
        #expect(event == .example(.example("lock-3", minute: 0), to: "parks"))
        #expect(!first[0].body.contains("\n"))
    }

    @Test("A leased message is not handed out again before its lease ends, then in its old place")
    func lease() async throws {
        try await deliverAlerts(3)
        let first = try await queue.receive(
            "water-bureau", max: 1, lease: .seconds(60), at: .minute(30))
        let rest = try await queue.receive(
            "water-bureau", max: 9, lease: .seconds(600), at: .minute(30.5))
        #expect(rest.count == 2)
        #expect(!rest.map(\.id).contains(first[0].id))
        #expect(
            try await queue.receive("water-bureau", max: 9, lease: .seconds(60), at: .minute(30.9))
                .isEmpty)
        let again = try await queue.receive(
            "water-bureau", max: 9, lease: .seconds(60), at: .minute(31))
        #expect(again.map(\.id) == first.map(\.id))
        #expect(again.map(\.deliveries) == [2])

        let late = try await queue.receive(
            "water-bureau", max: 9, lease: .seconds(60), at: .minute(60))
        #expect(late.map(\.sequence) == late.map(\.sequence).sorted())
        #expect(late.count == 3)
    }

    @Test("An acknowledged message never comes again, and each acknowledgement is answered")
    func acknowledge() async throws {
        try await deliverAlerts(2, departments: ["water-bureau", "parks"])
        let received = try await queue.receive(
            "water-bureau", max: 9, lease: .seconds(60), at: .minute(30))
        let ids = received.map(\.id)
        #expect(
            try await queue.acknowledge(
                [ids[0], "no-such-id", ids[0]], department: "water-bureau", at: .minute(30))
                == [.acked, .unknown, .alreadyAcked])
        #expect(
            try await queue.acknowledge([ids[1]], department: "parks", at: .minute(30))
                == [.unknown])
        let again = try await queue.receive(
            "water-bureau", max: 9, lease: .seconds(60), at: .minute(60))
        #expect(again.map(\.id) == [ids[1]])
        // Late, under a lease that has ended: the work was done all the same.
        #expect(
            try await queue.acknowledge([ids[1]], department: "water-bureau", at: .minute(90))
                == [.acked])
    }

    @Test("The summary tells what waits, is leased and is settled in each queue")
    func summary() async throws {
        #expect(try await queue.departments(at: .minute(0)).isEmpty)
        try await deliverAlerts(4)
        let received = try await queue.receive(
            "water-bureau", max: 3, lease: .seconds(60), at: .minute(40))
        _ = try await queue.acknowledge(
            [received[0].id], department: "water-bureau", at: .minute(40))
        let leased = try #require(try await queue.departments(at: .minute(40)).first)
        #expect([leased.waiting, leased.leased, leased.acked] == [1, 2, 1])
        #expect(leased.department == "water-bureau")
        #expect(leased.oldest == .minute(10))
        let expired = try #require(try await queue.departments(at: .minute(41)).first)
        #expect([expired.waiting, expired.leased, expired.acked] == [3, 0, 1])
    }

    @Test("A department reads and acknowledges through its own connection while the site writes")
    func besideAWriter() async throws {
        let alerts = 40
        let site = store
        let reader = EmbeddedQueue(
            store: try SiteStore(directory: directory.path, opening: .existing))
        let received = try await withThrowingTaskGroup(of: [String].self) { group in
            group.addTask {
                try await site.commitAlerts(alerts)
                let relay = OutboxRelay(store: site, queue: EmbeddedQueue(store: site))
                while try await relay.step(limit: 3, at: .minute(1)).delivered > 0 {}
                return []
            }
            group.addTask {
                var seen: [String] = []
                while seen.count < alerts {
                    let messages = try await reader.receive(
                        "water-bureau", max: 5, lease: .days(1), at: .minute(2))
                    _ = try await reader.acknowledge(
                        messages.map(\.id), department: "water-bureau", at: .minute(2))
                    seen += messages.map(\.id)
                    if messages.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
                }
                return seen
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(received).count == alerts)
        #expect(received.count == alerts)
        #expect(try await store.integrity() == [])
    }

    @Test("Settled messages are pruned, the others are not")
    func prune() async throws {
        try await deliverAlerts(3)
        let received = try await queue.receive(
            "water-bureau", max: 2, lease: .seconds(60), at: .minute(40))
        _ = try await queue.acknowledge(
            received.map(\.id), department: "water-bureau", at: .minute(40))
        let report = try await store.prune(
            samplesBefore: .minute(0), messagesBefore: .minute(60), batch: 1)
        #expect(report == PruneReport(samples: 0, gaps: 0, delivered: 3, acked: 2))
        let rest = try await queue.receive(
            "water-bureau", max: 9, lease: .seconds(60), at: .minute(70))
        #expect(rest.map(\.id) == ["coverage-high/lock-3/3/firing/water-bureau"])
        #expect(try await store.integrity() == [])
    }

    @Test("The queue remembers a settled message as long as the outbox might send it again")
    func pruneBeforeMark() async throws {
        try await store.commitAlerts(1)
        let messages = try await store.undelivered(limit: 1)
        _ = await queue.deliver(messages, at: .minute(1))
        let received = try await queue.receive(
            "water-bureau", max: 1, lease: .seconds(60), at: .minute(1))
        _ = try await queue.acknowledge(
            received.map(\.id), department: "water-bureau", at: .minute(1))
        try await store.prune(samplesBefore: .minute(0), messagesBefore: .minute(60))

        let step = try await OutboxRelay(store: store, queue: queue).step(at: .minute(61))
        #expect(step.delivered == 1)
        #expect(
            try await queue.receive("water-bureau", max: 9, lease: .seconds(60), at: .minute(62))
                .isEmpty)
    }

    private func deliverAlerts(
        _ count: Int, departments: [DepartmentID] = ["water-bureau"]
    ) async throws {
        try await store.commitAlerts(count, departments: departments)
        let messages = try await store.undelivered(limit: 1000)
        for message in messages {
            _ = await queue.deliver([message], at: message.createdAt)
        }
        try await store.markDelivered(messages.map(\.id), by: queue.name, at: .minute(30))
    }
}
