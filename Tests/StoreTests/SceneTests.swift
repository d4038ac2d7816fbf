import Store
import StoreFixtures
import Testing
import Vocabulary
import Watch

@Suite("What is known of a camera's view")
struct SceneTests {
    private let directory: TemporaryDirectory
    private let store: SiteStore
    private let memory = SceneMemory(
        zone: 7,
        views: [
            SceneView(
                signs: Array(repeating: 1, count: SceneView.cellCount), sharpness: 0.1,
                contrast: 20)
        ], confirmations: 2)

    init() throws {
        directory = try TemporaryDirectory()
        store = try SiteStore(directory: directory.path)
    }

    private func commit(
        _ scene: SceneMemory?, under claim: CameraClaim, minute: Double
    ) async throws {
        var completion = Completion.example(claim, minute: minute)
        completion.scene = scene
        let outcomes = try await store.commit([completion], at: .minute(minute))
        #expect(outcomes == [.committed(duplicates: 0)])
    }

    @Test("A new camera's view is unknown; what was learnt comes with the next claim")
    func learnt() async throws {
        try await store.registerExample(["lock-3"])
        let first = try await store.claimOne(minute: 0)
        #expect(first.scene == KnownScene())
        try await commit(memory, under: first, minute: 0)
        let second = try await store.claimOne(minute: 10)
        #expect(second.scene.memory == memory)
        try await commit(nil, under: second, minute: 10)
        #expect(try await store.claimOne(minute: 20).scene.memory == memory)
    }

    @Test("An approval forgets the view, and what a look under way had learnt of it")
    func approval() async throws {
        try await store.registerExample(["lock-3"])
        try await commit(memory, under: try await store.claimOne(minute: 0), minute: 0)
        let underWay = try await store.claimOne(minute: 10)
        #expect(try await store.approveScene(of: "lock-3"))
        try await commit(memory, under: underWay, minute: 10)
        let next = try await store.claimOne(minute: 20)
        #expect(next.scene == KnownScene(memory: nil, approvals: 1))
        try await commit(memory, under: next, minute: 20)
        #expect(try await store.claimOne(minute: 30).scene.memory == memory)
    }

    @Test("An approval before the first sample counts too; an unknown camera has none")
    func earlyApproval() async throws {
        try await store.registerExample(["lock-3"])
        let underWay = try await store.claimOne(minute: 0)
        #expect(try await store.approveScene(of: "lock-3"))
        try await commit(memory, under: underWay, minute: 0)
        #expect(try await store.claimOne(minute: 10).scene.memory == nil)
        #expect(try await !store.approveScene(of: "lock-4"))
    }

    @Test("Another source is another view; the same source keeps it")
    func otherSource() async throws {
        func register(_ source: String) async throws {
            try await store.register(
                [CameraRegistration(id: "lock-3", firstDue: .minute(0), source: source)])
        }
        try await register("june.mp4")
        try await commit(memory, under: try await store.claimOne(minute: 0), minute: 0)
        try await register("june.mp4")
        let same = try await store.claimOne(minute: 10)
        #expect(same.scene.memory == memory)
        try await commit(nil, under: same, minute: 10)
        try await register("july.mp4")
        #expect(try await store.claimOne(minute: 20).scene.memory == nil)
    }

    @Test("Gaps are counted by their reason, each once")
    func gapTotals() async throws {
        try await store.registerExample(["lock-3"])
        for (minute, reason) in [(0.0, GapReason.moved), (10, .glare), (20, .moved), (20, .moved)] {
            let claim = try await store.claimOne(minute: minute)
            let gap = SampleGap(
                camera: "lock-3", time: .minute(minute), reason: reason, detail: "a detail")
            let completion = Completion(
                claim: claim, observations: [.gap(gap)], watch: claim.watch,
                nextDue: .minute(minute == 20 ? 20 : minute + 10))
            _ = try await store.commit([completion], at: .minute(minute))
        }
        let status = try #require(try await store.cameraStatuses().first)
        #expect(status.gapTotals == ["moved": 2, "glare": 1])
        #expect(status.rejectedTotal == 3)
    }
}
