import Store
import StoreFixtures
import Testing
import Vocabulary
import Watch

@Suite struct RegistrationTests {
    private let directory: TemporaryDirectory
    private let store: SiteStore

    init() throws {
        directory = try TemporaryDirectory()
        store = try SiteStore(directory: directory.path)
    }

    @Test("A new camera waits for its first due time")
    func newCamera() async throws {
        try await store.register(
            [CameraRegistration(id: "lock-3", firstDue: .minute(5))])
        let status = try #require(try await store.cameraStatuses().first)
        #expect(status.state == .waiting)
        #expect(status.dueAt == .minute(5))
        #expect(status.samplesTotal == 0)
        #expect(status.lastSampleTime == nil)
    }

    @Test("A camera that is registered again keeps its due time and its totals")
    func knownCamera() async throws {
        try await store.registerExample(["lock-3"])
        let claim = try await store.claimOne(minute: 0)
        _ = try await store.commit([.example(claim, minute: 0)], at: .minute(0))

        try await store.registerExample(["lock-3"])
        let status = try #require(try await store.cameraStatuses().first)
        #expect(status.dueAt == .minute(10))
        #expect(status.samplesTotal == 1)
        #expect(status.state == .ok)
    }

    @Test("A camera that gets another clip begins at its start, and its judgement anew")
    func changedSource() async throws {
        try await register("june.mp4", minute: 0)
        let claim = try await store.claimOne(minute: 0)
        var completion = Completion.example(claim, minute: 0)
        completion.position = 64
        completion.finished = true
        completion.watch = .withOpenAlert("lock-3")
        _ = try await store.commit([completion], at: .minute(0))

        try await register("june.mp4", minute: 5)
        #expect(
            try await store.claimDue(at: .minute(20), limit: 1, lease: .seconds(60)).claims.isEmpty)
        try await register("july.mp4", minute: 30)
        let next = try await store.claimOne(minute: 30)
        #expect(next.position == 0)
        #expect(next.watch != completion.watch)
        completion.watch.beginAnew()
        #expect(next.watch == completion.watch)
        #expect(next.watch.openAlerts.count == 1)

        var first = Completion.example(next, minute: 30)
        _ = first.watch.step(.sample(.example("lock-3", minute: -9000)), rules: [])
        _ = try await store.commit([first], at: .minute(30))
        #expect(try await store.claimOne(minute: 40).watch == first.watch)
    }

    @Test("A result of the former source is fenced")
    func claimedBeforeTheChange() async throws {
        try await register("june.mp4", minute: 0)
        let former = try await store.claimOne(minute: 0)
        try await register("july.mp4", minute: 5)
        #expect(try await store.commit([.example(former, minute: 0)], at: .minute(6)) == [.fenced])
        #expect(try await store.claimOne(minute: 6).slot == .minute(5))
    }

    private func register(_ source: String, minute: Double) async throws {
        try await store.register(
            [CameraRegistration(id: "lock-3", firstDue: .minute(minute), source: source)])
    }

    @Test("A camera that left the site is not claimed, keeps its history, and may come back")
    func departedCamera() async throws {
        try await store.commitAlerts(1)
        try await store.registerExample(["weir-1"])
        let statuses = try await store.cameraStatuses()
        #expect(statuses.map(\.camera) == ["lock-3", "weir-1"])
        #expect(statuses.map(\.state) == [.inactive, .waiting])
        #expect(
            try await store.claimDue(at: .minute(60), limit: 9, lease: .seconds(60)).claims.map(
                \.camera)
                == ["weir-1"])
        #expect(try await store.samples(of: "lock-3", from: .minute(0), to: .minute(99)).count == 1)

        try await store.register(
            [CameraRegistration(id: "lock-3", firstDue: .minute(70))])
        let back = try #require(try await store.cameraStatuses().first)
        #expect(back.state == .ok)
        #expect(back.dueAt == .minute(70))
        #expect(back.samplesTotal == 1)
    }
}
