import Alerting
import Growth
import Store
import StoreFixtures
import Testing
import Vocabulary
import Watch

/// Reaches as they are judged within commits.
@Suite struct ReachTests {
    private let directory: TemporaryDirectory
    private let store: SiteStore
    private let membership = ReachMembership(
        reach: Reach(id: "lower", squareMetres: ["a": 100, "b": 100], tags: ["reach": "lower"]),
        rules: AlertRule.standard)

    init() throws {
        directory = try TemporaryDirectory()
        store = try SiteStore(directory: directory.path)
    }

    @Test("Samples of two cameras that are committed at once both count for their reach")
    func bothCount() async throws {
        try await store.registerExample(["a", "b"])
        try await fill(hours: 0..<4)
        var expected = ReachWatch(reach: "lower")
        for minute in stride(from: 0.0, to: 4 * 60, by: 10) {
            for camera in ["a", "b"] as [CameraID] {
                _ = expected.step(
                    .example(camera, minute: minute), of: membership.reach,
                    rules: membership.rules)
            }
        }
        #expect(try await store.watch(of: "lower") == expected)
        #expect(expected != ReachWatch(reach: "lower"))
    }

    @Test(
        "While the reach's alert is open, those of its cameras wait; the reach's has its own message"
    )
    func inhibition() async throws {
        try await store.registerExample(["a", "b"])
        try await fill(hours: 0..<30)
        #expect(
            try await messages() == ["coverage-high/reach:lower/1/firing/water-bureau"])
        let kept = try #require(try await store.alertEvents().first)
        #expect(kept.identity.subject == .reach("lower"))

        try await fill(hours: 30..<30.1, alert: .firing)
        #expect(try await messages().count == 1)
        #expect(
            try await store.openIncidents().map(\.heldBack) == [.inhibited, .inhibited, nil])

        _ = try await store.retireReaches(except: [], at: .minute(31 * 60), by: .example())
        #expect(
            try await messages().last == "coverage-high/reach:lower/1/resolved/water-bureau")
        try await fill(hours: 31..<31.1)
        #expect(
            Set(try await messages().suffix(2)) == [
                "coverage-high/a/1/firing/water-bureau", "coverage-high/b/1/firing/water-bureau",
            ])
        #expect(try await store.integrity() == [])
    }

    /// Commits a sample of both cameras every ten minutes.
    private func fill(hours: Range<Double>, alert: AlertState? = nil) async throws {
        for minute in stride(from: hours.lowerBound * 60, to: hours.upperBound * 60, by: 10) {
            let claims = try await store.claimDue(
                at: .minute(minute), limit: 2, lease: .seconds(60)
            ).claims
            let completions = claims.map { claim in
                var completion = Completion.example(
                    claim, minute: minute,
                    alert: alert.map { .example(claim.camera, minute: minute, state: $0) })
                completion.reach = membership
                return completion
            }
            #expect(completions.count == 2)
            async let first = store.commit([completions[0]], at: .minute(minute))
            async let second = store.commit([completions[1]], at: .minute(minute))
            _ = try await (first, second)
        }
    }

    private func messages() async throws -> [String] {
        try await store.undelivered(limit: 99).map(\.id)
    }
}
