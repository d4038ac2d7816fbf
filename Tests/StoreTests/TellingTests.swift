import Alerting
import JSONLines
import Store
import StoreFixtures
import Testing
import Vocabulary
import Watch

/// Who is told, as it is decided within commits.
@Suite struct TellingTests {
    private let directory: TemporaryDirectory
    private let store: SiteStore
    private let alert = "coverage-high/lock-3/1"

    init() throws {
        directory = try TemporaryDirectory()
        store = try SiteStore(directory: directory.path)
    }

    @Test(
        "Each department has a message of its own, and is told of the end when routes have changed")
    func several() async throws {
        try await store.registerExample(["lock-3"])
        try await commit(.firing, minute: 0, by: .example(to: ["parks", "water-bureau"]))
        var policy = NotificationPolicy.example(to: ["elsewhere"])
        policy.departments = ["parks", "water-bureau", "elsewhere"]
        let told = try await commit(.resolved, minute: 10, by: policy)
        #expect(told.notices.map(\.department) == ["parks", "water-bureau"])
        #expect(
            try await messages() == [
                "\(alert)/firing/parks", "\(alert)/firing/water-bureau",
                "\(alert)/resolved/parks", "\(alert)/resolved/water-bureau",
            ])
        #expect(try await store.integrity() == [])
        #expect(try await store.openIncidents() == [])
        #expect(try await store.incident(of: alert)?.told == ["parks", "water-bureau"])
    }

    @Test("Who was told is known when the messages have been delivered and pruned")
    func pruned() async throws {
        try await store.registerExample(["lock-3"])
        try await commit(.firing, minute: 0, by: .example())
        try await store.markDelivered(try await messages(), by: "test", at: .minute(1))
        try await store.prune(samplesBefore: .minute(5), messagesBefore: .minute(5))
        #expect(try await store.counts().messages == 0)
        try await commit(.resolved, minute: 10, by: .example())
        #expect(try await messages() == ["\(alert)/resolved/water-bureau"])
    }

    @Test("An alert in a silence is kept, and is told at the first look after the silence")
    func silence() async throws {
        try await store.registerExample(["lock-3"])
        let number = try await store.add(
            Silence(
                match: AlertMatcher(cameras: ["lock-3"]), author: "Li Wei", reason: "harvest",
                start: .minute(0), end: .minute(60)), at: .minute(0))
        try await commit(.firing, minute: 10, by: .example())
        #expect(try await store.counts().alerts == 1)
        #expect(try await messages() == [])
        #expect(try await store.openIncidents().map(\.heldBack) == [.suppressed])
        #expect(try await store.endSilence(number, at: .minute(15)))
        #expect(try await !store.endSilence(number, at: .minute(16)))
        #expect(try await store.silences().map(\.silence.end) == [.minute(15)])
        let told = try await commit(nil, minute: 20, by: .example())
        #expect(told.events == [])
        #expect(try await messages() == ["\(alert)/firing/water-bureau"])
        try await commit(nil, minute: 30, by: .example())
        #expect(try await messages().count == 1)
        #expect(try await store.integrity() == [])
    }

    @Test("An acknowledgement stops escalation; the first one stays")
    func acknowledgement() async throws {
        try await store.registerExample(["lock-3"])
        let policy = NotificationPolicy(
            site: "demo-river",
            routes: RoutingTree(routes: [
                Route(
                    department: "water-bureau",
                    escalation: Escalation(after: .seconds(1800), to: "mayor"))
            ]))
        try await commit(.firing, minute: 0, by: policy)
        #expect(try await store.acknowledge(alert: "no/such/1", by: "x", at: .minute(1)) == nil)
        try await commit(nil, minute: 30, by: policy)
        #expect(
            try await messages() == ["\(alert)/firing/water-bureau", "\(alert)/firing/mayor"])
        let body = try #require(try await store.undelivered(limit: 9).last?.body)
        let message = try JSONLine.decode(DepartmentMessage.self, from: body)
        #expect(message.data.unacknowledgedBy == ["water-bureau"])

        let first = try await store.acknowledge(alert: alert, by: "Li Wei", at: .minute(40))
        #expect(first?.acknowledgement == Acknowledgement(name: "Li Wei", time: .minute(40)))
        let second = try await store.acknowledge(alert: alert, by: "Chen Bo", at: .minute(50))
        #expect(second == first)
        let reminded = try await commit(.reminded, minute: 60, by: policy)
        #expect(reminded.events == [])
        #expect(try await store.alertEvents().map(\.state) == [.firing], "nobody was reminded")
        #expect(try await messages().count == 2)
        let resolved = try await commit(.resolved, minute: 70, by: policy)
        #expect(resolved.events.count == 1)
        #expect(try await store.integrity() == [])
    }

    @Test("A reminder that nobody has acknowledged is kept and told")
    func reminder() async throws {
        try await store.registerExample(["lock-3"])
        try await commit(.firing, minute: 0, by: .example())
        let reminded = try await commit(.reminded, minute: 60, by: .example())
        #expect(reminded.events.map(\.state) == [.reminded])
        #expect(reminded.notices.map(\.event) == reminded.events)
    }

    @Test("Alerts of a storm are summed up for each district, and each is told in one way only")
    func storm() async throws {
        let cameras = (0..<6).map { CameraID("camera-\($0)") }
        try await store.registerExample(cameras)
        var policy = NotificationPolicy.example(to: ["parks", "water-bureau"])
        policy.storm = StormSettings(floor: 2, summaryEvery: .seconds(600))
        let claims = try await store.claimDue(at: .minute(0), limit: 9, lease: .seconds(60)).claims
        let completions = claims.enumerated().map { index, claim in
            var completion = Completion.example(
                claim, minute: 0, alert: .example(claim.camera, minute: 0))
            completion.tags = index == 5 ? [:] : ["district": "north"]
            return completion
        }
        _ = try await store.commit(completions, at: .minute(0), by: policy)
        #expect(try await messages().count == 4, "two alerts to two departments")
        #expect(try await store.sumUpStorm(at: .minute(9), by: policy) == [])

        let summaries = try await store.sumUpStorm(at: .minute(10), by: policy)
        #expect(
            summaries.map(\.id) == [
                "summary/-/2026-06-01T06:10:00Z/parks",
                "summary/-/2026-06-01T06:10:00Z/water-bureau",
                "summary/north/2026-06-01T06:10:00Z/parks",
                "summary/north/2026-06-01T06:10:00Z/water-bureau",
            ])
        #expect(summaries.map(\.data.alerts.count) == [1, 1, 3, 3])
        #expect(try await store.sumUpStorm(at: .minute(30), by: policy) == [])
        #expect(try await messages().count == 8)
        #expect(try await store.openIncidents().allSatisfy { $0.told.count == 2 })
        #expect(try await store.counts().alerts == 6)
        #expect(try await store.integrity() == [])

        try await store.markDelivered(try await messages(), by: "test", at: .minute(31))
        let report = try await store.prune(samplesBefore: .minute(0), messagesBefore: .minute(40))
        #expect(report.delivered == 8)
    }

    @Test(
        "An alert of a storm that is over before the summary is listed as over, and no end follows")
    func overBeforeSummary() async throws {
        var policy = NotificationPolicy.example()
        policy.storm = StormSettings(floor: 1)
        try await store.registerExample(["weir-1", "lock-3"])
        try await commit(.firing, camera: "lock-3", minute: 0, by: policy)
        try await commit(.firing, camera: "weir-1", minute: 1, by: policy)
        try await commit(.resolved, camera: "lock-3", minute: 10, by: policy)
        try await commit(.resolved, camera: "weir-1", minute: 11, by: policy)
        let summaries = try await store.sumUpStorm(at: .minute(12), by: policy, isLast: true)
        #expect(summaries.flatMap(\.data.alerts).map(\.isOver) == [true])
        #expect(try await store.openIncidents() == [])
        #expect(
            try await messages() == [
                "\(alert)/firing/water-bureau", "\(alert)/resolved/water-bureau",
                "summary/Liwan/2026-06-01T06:12:00Z/water-bureau",
            ])
    }

    @discardableResult
    private func commit(
        _ state: AlertState?, camera: CameraID = "lock-3", minute: Double,
        by policy: NotificationPolicy
    ) async throws -> CommittedAlerts {
        let claims = try await store.claimDue(
            at: .minute(minute), limit: 9, lease: .seconds(1)
        ).claims
        let claim = try #require(claims.first { $0.camera == camera })
        let event = state.map { AlertEvent.example(camera, minute: minute, state: $0) }
        let outcome = try await store.commit(
            [.example(claim, minute: minute, alert: event)], at: .minute(minute), by: policy)
        guard case .committed(_, let alerts) = try #require(outcome.first) else {
            Issue.record("\(outcome)")
            return .none
        }
        return alerts
    }

    private func messages() async throws -> [String] {
        try await store.undelivered(limit: 99).map(\.id)
    }
}
