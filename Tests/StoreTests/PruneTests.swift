import Alerting
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

    @Test("Who was told goes when the alert has long been over; an open alert's stays")
    func incidents() async throws {
        try await store.registerExample(["lock-3"])
        for (minute, episode, state) in [
            (0.0, 1, AlertState.firing), (10, 1, .resolved), (20, 2, .firing), (30, 2, .resolved),
            (40, 3, .firing),
        ] {
            let event = AlertEvent.example(
                "lock-3", minute: minute, episode: episode, state: state)
            let claim = try await store.claimOne(minute: minute)
            _ = try await store.commit(
                [.example(claim, minute: minute, alert: event)], at: .minute(minute))
        }
        let report = try await store.prune(samplesBefore: .minute(0), messagesBefore: .minute(30))
        #expect(report == PruneReport(incidents: 1))
        #expect(try await store.incident(of: "coverage-high/lock-3/1") == nil)
        #expect(try await store.incident(of: "coverage-high/lock-3/2")?.isClosed == true)
        #expect(try await store.openIncidents().count == 1)
        #expect(try await store.counts().alerts == 5)
        #expect(try await store.integrity() == [])
    }

    @Test("What a storm keeps back stays until it is summed up, though the alert is over")
    func keptBack() async throws {
        var policy = NotificationPolicy.example()
        policy.storm = StormSettings(floor: 0)
        try await store.registerExample(["lock-3"])
        for (minute, state) in [(0.0, AlertState.firing), (10, .resolved)] {
            let event = AlertEvent.example("lock-3", minute: minute, state: state)
            let claim = try await store.claimOne(minute: minute)
            _ = try await store.commit(
                [.example(claim, minute: minute, alert: event)], at: .minute(minute), by: policy)
        }
        let early = try await store.prune(samplesBefore: .minute(0), messagesBefore: .minute(99))
        #expect(early == PruneReport())
        #expect(try await store.sumUpStorm(at: .minute(100), by: policy).count == 1)
        let late = try await store.prune(samplesBefore: .minute(0), messagesBefore: .minute(101))
        #expect(late == PruneReport(incidents: 1))
    }

    @Test("Silences go when they have ended long ago", arguments: [1, 1000])
    func silences(batch: Int) async throws {
        for minute in [10.0, 20, 30, 40] {
            _ = try await store.add(
                Silence(
                    match: .all, author: "Li Wei", reason: "harvest", start: .minute(0),
                    end: .minute(minute)), at: .minute(0))
        }
        _ = try await store.add(
            Silence(
                match: .all, author: "Li Wei", reason: "of a recording", start: .minute(0),
                end: .minute(5)), at: .minute(35))
        let report = try await store.prune(
            samplesBefore: .minute(0), messagesBefore: .minute(30), batch: batch)
        #expect(report == PruneReport(silences: 2))
        #expect(
            try await store.silences().map(\.silence.end) == [
                .minute(30), .minute(40), .minute(5),
            ])
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
