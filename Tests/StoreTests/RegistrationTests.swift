import Store
import StoreFixtures
import Testing
import Vocabulary

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
            [CameraRegistration(id: "lock-3", firstDue: .minute(5))], at: .minute(0))
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

    @Test("A camera that gets another clip begins at its start and keeps its judgement")
    func changedSource() async throws {
        func register(_ source: String, minute: Double) async throws {
            try await store.register(
                [CameraRegistration(id: "lock-3", firstDue: .minute(minute), source: source)],
                at: .minute(minute))
        }
        try await register("june.mp4", minute: 0)
        let claim = try await store.claimOne(minute: 0)
        var completion = Completion.example(claim, minute: 0)
        completion.position = 64
        completion.finished = true
        _ = try await store.commit([completion], at: .minute(0))

        try await register("june.mp4", minute: 5)
        #expect(try await store.claimDue(at: .minute(20), limit: 1, lease: .seconds(60)).isEmpty)
        try await register("july.mp4", minute: 30)
        let next = try await store.claimOne(minute: 30)
        #expect(next.position == 0)
        #expect(next.watch == completion.watch)
    }

    @Test("A camera that left the site is not claimed, keeps its history, and may come back")
    func departedCamera() async throws {
        try await store.commitAlerts(1)
        try await store.registerExample(["weir-1"])
        let statuses = try await store.cameraStatuses()
        #expect(statuses.map(\.camera) == ["lock-3", "weir-1"])
        #expect(statuses.map(\.state) == [.inactive, .waiting])
        #expect(
            try await store.claimDue(at: .minute(60), limit: 9, lease: .seconds(60)).map(\.camera)
                == ["weir-1"])
        #expect(try await store.samples(of: "lock-3", from: .minute(0), to: .minute(99)).count == 1)

        try await store.register(
            [CameraRegistration(id: "lock-3", firstDue: .minute(70))], at: .minute(60))
        let back = try #require(try await store.cameraStatuses().first)
        #expect(back.state == .ok)
        #expect(back.dueAt == .minute(70))
        #expect(back.samplesTotal == 1)
    }
}
