import GRDB
import Store
import StoreFixtures
import Testing
import Vocabulary
import Watch

@Suite struct ClaimTests {
    private let directory: TemporaryDirectory
    private let store: SiteStore

    init() throws {
        directory = try TemporaryDirectory()
        store = try SiteStore(directory: directory.path)
    }

    @Test("The longest overdue cameras are claimed first, each once")
    func order() async throws {
        let dueMinutes: [(CameraID, Double)] = [("c", 3), ("a", 1), ("d", 4), ("b", 2), ("e", 9)]
        try await store.register(
            dueMinutes.map { CameraRegistration(id: $0.0, firstDue: .minute($0.1)) })
        let first = try await store.claimDue(at: .minute(5), limit: 2, lease: .seconds(60)).claims
        #expect(first.map(\.camera) == ["a", "b"])
        #expect(first.map(\.slot) == [.minute(1), .minute(2)])
        let rest = try await store.claimDue(at: .minute(5), limit: 9, lease: .seconds(60)).claims
        #expect(rest.map(\.camera) == ["c", "d"])
        #expect(
            try await store.claimDue(at: .minute(5), limit: 9, lease: .seconds(60)).claims.isEmpty)
    }

    @Test("A new camera is claimed with a fresh judgement at the start of its clip")
    func freshClaim() async throws {
        try await store.registerExample(["lock-3"])
        let claim = try await store.claimOne(minute: 0)
        #expect(claim.watch == CameraWatch(camera: "lock-3"))
        #expect(claim.position == 0)
        #expect(claim.failuresInRow == 0)
        #expect(claim.leaseEnds == .minute(1))
    }

    @Test("What was committed comes back with the next claim")
    func stateComesBack() async throws {
        try await store.registerExample(["lock-3"])
        let claim = try await store.claimOne(minute: 0)
        var completion = Completion.example(claim, minute: 0)
        completion.position = 7
        completion.failuresInRow = 2
        _ = completion.watch.step(
            .sample(.example("lock-3", minute: 0)), rules: [])
        _ = try await store.commit([completion], at: .minute(0))

        let next = try await store.claimOne(minute: 10)
        #expect(next.position == 7)
        #expect(next.failuresInRow == 2)
        #expect(next.watch == completion.watch)
        #expect(next.watch != CameraWatch(camera: "lock-3"))
        #expect(next.number == claim.number + 1)
    }

    @Test("A claim that nothing came of ends with its lease and keeps its slot")
    func leaseEnds() async throws {
        try await store.registerExample(["lock-3"])
        let lost = try await store.claimOne(minute: 0)
        #expect(
            try await store.claimDue(at: .minute(0.9), limit: 1, lease: .seconds(60)).claims.isEmpty
        )
        let next = try await store.claimOne(minute: 1)
        #expect(next.number == lost.number + 1)
        #expect(next.slot == lost.slot)
    }

    @Test("The next due time counts leases and the past is now")
    func nextDue() async throws {
        #expect(try await store.nextDue(after: .minute(0)) == nil)
        try await store.registerExample(["lock-3"])
        #expect(try await store.nextDue(after: .minute(-5)) == .minute(0))
        #expect(try await store.nextDue(after: .minute(5)) == .minute(5))
        let claim = try await store.claimOne(minute: 5)
        #expect(try await store.nextDue(after: .minute(5)) == claim.leaseEnds)

        var last = Completion.example(claim, minute: 5)
        last.finished = true
        _ = try await store.commit([last], at: .minute(5))
        #expect(try await store.nextDue(after: .minute(5)) == nil)
        #expect(
            try await store.claimDue(at: .minute(99), limit: 1, lease: .seconds(60)).claims.isEmpty)
        #expect(try await store.cameraStatuses().map(\.state) == [.finished])
    }

    @Test("Released claims are due at once, and a late commit under one is fenced")
    func release() async throws {
        try await store.registerExample(["a", "b"])
        let former = try await store.claimDue(at: .minute(0), limit: 2, lease: .days(1)).claims
        #expect(former.count == 2)
        #expect(try await store.releaseClaims() == 2)
        #expect(
            try await store.commit([.example(former[0], minute: 0)], at: .minute(0)) == [.fenced])
        let again = try await store.claimDue(at: .minute(0), limit: 2, lease: .seconds(60)).claims
        #expect(again.map(\.camera) == ["a", "b"])
        #expect(again.map(\.slot) == former.map(\.slot))
        #expect(try await store.counts().samples == 0)
    }

    @Test("A camera whose record can't be read does not hold up the others")
    func unreadableRecord() async throws {
        try await store.registerExample(["a", "b"])
        try await DatabaseQueue(path: store.path).write { database in
            try database.execute(sql: "UPDATE camera SET watch = '{\"oops' WHERE id = 'a'")
        }
        let batch = try await store.claimDue(at: .minute(0), limit: 9, lease: .seconds(60))
        #expect(batch.claims.map(\.camera) == ["b"])
        #expect(batch.unreadable == ["a"])
        let status = try #require(try await store.cameraStatuses().first)
        #expect(status.state == .unreadable)
        #expect(status.lastDetail?.contains("watch") == true)
        #expect(try await store.nextDue(after: .minute(0.5)) == .minute(1))
    }
}
