import Alerting
import GRDB
import JSONLines
import Store
import StoreFixtures
import Testing
import Vocabulary
import Watch

@Suite struct CommitTests {
    private let directory: TemporaryDirectory
    private let store: SiteStore

    init() throws {
        directory = try TemporaryDirectory()
        store = try SiteStore(directory: directory.path)
    }

    @Test("Sample, event and message are kept as they were given")
    func roundTrip() async throws {
        try await store.registerExample(["lock-3"])
        let claim = try await store.claimOne(minute: 0)
        let event = AlertEvent.example("lock-3", minute: 0)
        let outcomes = try await store.commit(
            [.example(claim, minute: 0, alert: event)], at: .minute(0.5))
        let department: DepartmentID = "water-bureau"
        let notice = Notice(event: event, department: department)
        #expect(
            outcomes == [
                .committed(
                    duplicates: 0, alerts: CommittedAlerts(events: [event], notices: [notice]))
            ])
        #expect(
            try await store.samples(of: "lock-3", from: .minute(0), to: .minute(1))
                == [.example("lock-3", minute: 0)])
        #expect(try await store.alertEvents() == [event])
        let message = try #require(try await store.undelivered(limit: 9).first)
        #expect(message.id == "coverage-high/lock-3/1/firing/water-bureau")
        #expect(message.department == department)
        #expect(message.createdAt == .minute(0.5))
        #expect(
            try JSONLine.decode(DepartmentMessage.self, from: message.body)
                == .example(event, to: department))
        #expect(try await store.integrity() == [])
    }

    @Test("Status and totals follow the observations")
    func totals() async throws {
        try await store.registerExample(["lock-3"])
        let claim = try await store.claimOne(minute: 0)
        let refused = SampleGap(
            camera: "lock-3", time: .minute(1), reason: .frozen, detail: "same picture for 90 s")
        let failed = SampleGap(
            camera: "lock-3", time: .minute(2), reason: .timedOut, detail: "no keyframe in 20 s")
        var completion = Completion.example(claim, minute: 0)
        completion.observations += [.gap(refused), .gap(failed)]
        _ = try await store.commit([completion], at: .minute(2))

        let status = try #require(try await store.cameraStatuses().first)
        #expect(status.state == .failing)
        #expect(status.lastReason == .timedOut)
        #expect(status.lastDetail == "no keyframe in 20 s")
        #expect(status.lastSampleTime == .minute(0))
        #expect([status.samplesTotal, status.rejectedTotal, status.failuresTotal] == [1, 1, 1])
        #expect(
            try await store.gaps(of: "lock-3", from: .minute(0), to: .minute(9))
                == [refused, failed])

        let next = try await store.claimOne(minute: 10)
        _ = try await store.commit([.example(next, minute: 10)], at: .minute(10))
        let recovered = try #require(try await store.cameraStatuses().first)
        #expect(recovered.state == .ok)
        #expect(recovered.lastReason == nil)
        #expect(recovered.lastSampleTime == .minute(10))
    }

    @Test("What was seen at last takes the place of a failure, and never the other way round")
    func refusedAfterFailure() async throws {
        try await store.registerExample(["lock-3"])
        func gap(_ reason: GapReason, _ minute: Double) -> Observation {
            .gap(SampleGap(camera: "lock-3", time: .minute(minute), reason: reason, detail: ""))
        }
        var completion = Completion.example(try await store.claimOne(minute: 0), minute: 0)
        completion.observations += [
            gap(.samplerCrashed, 1), gap(.frozen, 1), gap(.timedOut, 1), gap(.black, 1),
            gap(.samplerCrashed, 2), gap(.unreachable, 2),
        ]
        _ = try await store.commit([completion], at: .minute(3))
        let gaps = try await store.gaps(of: "lock-3", from: .minute(1), to: .minute(9))
        #expect(gaps.map(\.reason) == [.frozen, .samplerCrashed])
        #expect(try await store.integrity() == [])
    }

    @Test("A commit under an old claim is fenced and writes nothing; the others are kept")
    func fencing() async throws {
        try await store.registerExample(["a", "b"])
        let stale = try await store.claimDue(at: .minute(0), limit: 2, lease: .seconds(60)).claims
        let fresh = try await store.claimDue(at: .minute(1), limit: 1, lease: .seconds(60)).claims
        #expect(fresh.map(\.camera) == ["a"])

        let event = AlertEvent.example("a", minute: 0)
        let outcomes = try await store.commit(
            [.example(stale[0], minute: 0, alert: event), .example(stale[1], minute: 0)],
            at: .minute(1))
        #expect(outcomes == [.fenced, .committed(duplicates: 0)])
        #expect(
            try await store.counts() == StoreCounts(samples: 1, gaps: 0, alerts: 0, messages: 0))
        #expect(
            try await store.commit([.example(fresh[0], minute: 1)], at: .minute(1))
                == [.committed(duplicates: 0)])
    }

    @Test("The same completion twice is kept once, within a batch and across batches")
    func committedTwice() async throws {
        try await store.registerExample(["lock-3"])
        let claim = try await store.claimOne(minute: 0)
        let completion = Completion.example(
            claim, minute: 0, alert: .example("lock-3", minute: 0))
        #expect(
            try await store.commit([completion, completion], at: .minute(0)).map(\.withoutAlerts)
                == [.committed(duplicates: 0), .fenced])
        #expect(try await store.commit([completion], at: .minute(0)) == [.fenced])
        #expect(
            try await store.counts() == StoreCounts(samples: 1, gaps: 0, alerts: 1, messages: 1))
    }

    @Test("What was there before is counted, left as it is, and not counted into the totals")
    func duplicates() async throws {
        try await store.commitAlerts(1)
        let claim = try await store.claimOne(minute: 10)
        var again = Completion.example(claim, minute: 0, alert: .example("lock-3", minute: 0))
        again.observations = [.sample(.example("lock-3", minute: 0, coverage: 0.9))]
        #expect(
            try await store.commit([again], at: .minute(10)) == [.committed(duplicates: 2)])
        #expect(
            try await store.counts() == StoreCounts(samples: 1, gaps: 0, alerts: 1, messages: 1))
        let kept = try await store.samples(of: "lock-3", from: .minute(0), to: .minute(9))
        #expect(kept.map(\.coverage) == [0.4])
        #expect(try await store.cameraStatuses().map(\.samplesTotal) == [1])
        #expect(try await store.integrity() == [])
    }

    @Test(
        "A completion that contradicts the schema is refused whole; the others are kept",
        arguments: Contradiction.allCases)
    func refused(contradiction: Contradiction) async throws {
        try await store.registerExample(["a", "b"])
        let claims = try await store.claimDue(at: .minute(0), limit: 2, lease: .seconds(60)).claims
        var wrong = Completion.example(
            claims[0], minute: 0, alert: .example("a", minute: 0))
        contradiction.apply(to: &wrong)
        let outcomes = try await store.commit(
            [wrong, .example(claims[1], minute: 0)], at: .minute(0))
        guard case .refused(let reason) = outcomes[0] else {
            Issue.record("\(outcomes[0]) where a refusal was expected")
            return
        }
        #expect(!reason.isEmpty)
        #expect(outcomes[1] == .committed(duplicates: 0))
        #expect(
            try await store.counts() == StoreCounts(samples: 1, gaps: 0, alerts: 0, messages: 0))
        #expect(try await store.cameraStatuses().map(\.state) == [.waiting, .ok])
        #expect(try await store.claimOne(minute: 1).camera == "a")
    }

    /// Triggers stand in for a record of a gigabyte and for a column of another type.
    @Test(
        "A completion that the database can't take is refused whole; the others are kept",
        arguments: [
            "SELECT zeroblob(2147483647)", "INSERT INTO outbox (seq) VALUES ('no number')",
        ])
    func doesNotFit(failure: String) async throws {
        try await store.registerExample(["a", "b"])
        try await DatabaseQueue(path: store.path).write { database in
            try database.execute(
                sql: """
                    CREATE TRIGGER failure AFTER INSERT ON sample WHEN new.camera = 'a'
                    BEGIN \(failure); END
                    """)
        }
        let claims = try await store.claimDue(at: .minute(0), limit: 2, lease: .seconds(60)).claims
        let outcomes = try await store.commit(
            claims.map { .example($0, minute: 0) }, at: .minute(0))
        guard case .refused(let reason) = outcomes[0] else {
            Issue.record("\(outcomes[0]) where a refusal was expected")
            return
        }
        #expect(!reason.isEmpty)
        #expect(outcomes[1] == .committed(duplicates: 0))
        #expect(try await store.samples(of: "a", from: .minute(0), to: .minute(9)) == [])
    }

    enum Contradiction: CaseIterable, CustomTestStringConvertible {
        case coverageAboveOne, notANumber, anotherCamera, anothersAlert

        var testDescription: String { "\(self)" }

        func apply(to completion: inout Completion) {
            switch self {
            case .coverageAboveOne:
                completion.observations.append(
                    .sample(.example("a", minute: 1, coverage: 1.5)))
            case .notANumber:
                completion.events[0].evidence.coverage = .nan
            case .anotherCamera:
                completion.observations.append(.sample(.example("b", minute: 1)))
            case .anothersAlert:
                completion.events.append(.example("b", minute: 1))
            }
        }
    }
}
