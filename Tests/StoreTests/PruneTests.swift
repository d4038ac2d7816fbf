import Store
import StoreFixtures
import Testing
import Vocabulary
import Watch

@Suite struct PruneTests {
    private let directory: TemporaryDirectory
    private let store: SiteStore

    init() throws {
        directory = try TemporaryDirectory()
        store = try SiteStore(directory: directory.path)
    }

    @Test(
        "Old samples and gaps go and newer ones stay, whatever the batch", arguments: [1, 2, 1000])
    func history(batch: Int) async throws {
        let cameras = (0..<300).map { CameraID("camera-\($0)") }
        try await store.registerExample(cameras)
        for minute in [0.0, 10, 20] {
            let claims = try await store.claimDue(
                at: .minute(minute), limit: 300, lease: .seconds(60)
            ).claims
            let completions = claims.map { claim in
                var completion = Completion.example(claim, minute: minute)
                completion.observations.append(
                    .gap(
                        SampleGap(
                            camera: claim.camera, time: .minute(minute + 1), reason: .black,
                            detail: "mean luma 3")))
                return completion
            }
            _ = try await store.commit(completions, at: .minute(minute))
        }
        let report = try await store.prune(
            samplesBefore: .minute(20), messagesBefore: .minute(0), batch: batch)
        #expect(report == PruneReport(samples: 600, gaps: 600, delivered: 0, acked: 0))
        #expect(
            try await store.counts() == StoreCounts(samples: 300, gaps: 300, alerts: 0, messages: 0)
        )
        #expect(
            try await store.samples(of: "camera-7", from: .minute(0), to: .minute(99)).map(\.time)
                == [.minute(20)])
    }

    @Test("Only delivered messages go, and the events stay sound")
    func messages() async throws {
        try await store.commitAlerts(5, departments: ["water-bureau", "parks"])
        let ids = try await store.undelivered(limit: 99).map(\.id)
        try await store.markDelivered(Array(ids[0..<3]), by: "webhook", at: .minute(30))
        try await store.markDelivered([ids[3]], by: "webhook", at: .minute(50))
        let report = try await store.prune(
            samplesBefore: .minute(0), messagesBefore: .minute(40), batch: 2)
        #expect(report == PruneReport(samples: 0, gaps: 0, delivered: 3, acked: 0))
        #expect(try await store.counts().messages == 7)
        #expect(try await store.counts().alerts == 5)
        #expect(try await store.undelivered(limit: 99).map(\.id) == Array(ids[4...]))
        #expect(try await store.integrity() == [])
    }

    @Test("A pruned message does not come back when its event is committed again")
    func prunedDuplicate() async throws {
        try await store.commitAlerts(1)
        let id = try #require(try await store.undelivered(limit: 1).first).id
        try await store.markDelivered([id], by: "webhook", at: .minute(1))
        try await store.prune(samplesBefore: .minute(0), messagesBefore: .minute(5))
        let claim = try await store.claimOne(minute: 10)
        let again = Completion.example(claim, minute: 10, alert: .example("lock-3", minute: 0))
        #expect(try await store.commit([again], at: .minute(10)) == [.committed(duplicates: 1)])
        #expect(try await store.undelivered(limit: 9).isEmpty)
    }
}
