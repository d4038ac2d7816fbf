import Store
import StoreFixtures
import Testing
import Vocabulary
import Watch

@Suite struct DepartureTests {
    private let directory: TemporaryDirectory
    private let store: SiteStore
    private let alert = AlertIdentity(rule: "coverage-high", camera: "lock-3", episode: 1)

    init() throws {
        directory = try TemporaryDirectory()
        store = try SiteStore(directory: directory.path)
    }

    @Test("Cameras that leave with an open alert are found")
    func found() async throws {
        try await store.commitOpenAlert("lock-3")
        try await store.register(
            ["lock-3", "weir-1"].map { CameraRegistration(id: $0, firstDue: .minute(0)) })
        #expect(
            try await store.departedCamerasWithOpenAlerts(remaining: ["lock-3", "weir-1"]) == [])
        let departed = try await store.departedCamerasWithOpenAlerts(remaining: [])
        #expect(departed.map(\.camera) == ["lock-3"])
        #expect(departed.first?.watch == .withOpenAlert("lock-3"))
    }

    @Test("A camera is retired with the end of its alert, and is not found again")
    func retired() async throws {
        try await store.commitOpenAlert("lock-3")
        let late = try await store.claimOne(minute: 10)
        try await retire(coverage: 0.4)

        #expect(try await store.alertEvents().map(\.state) == [.firing, .resolved])
        #expect(
            try await store.undelivered(limit: 9).map(\.id) == [
                "coverage-high/lock-3/1/firing/water-bureau",
                "coverage-high/lock-3/1/resolved/water-bureau",
            ])
        #expect(try await store.cameraStatuses().map(\.state) == [.inactive])
        #expect(try await store.departedCamerasWithOpenAlerts(remaining: []) == [])
        #expect(try await store.integrity() == [])
        #expect(try await store.commit([.example(late, minute: 10)], at: .minute(20)) == [.fenced])

        try await store.registerExample(["lock-3"])
        let back = try await store.claimOne(minute: 30)
        #expect(back.watch.openAlerts == [])
        #expect(back.slot == .minute(0))
    }

    @Test("When the end of an alert can't be written, the camera does not leave")
    func refused() async throws {
        try await store.commitOpenAlert("lock-3")
        let error = await #expect(throws: StoreError.self) { try await retire(coverage: .nan) }
        #expect(error?.kind == .invalidRecord)
        let misplaced = await #expect(throws: StoreError.self) {
            try await store.retire(
                "lock-3", watch: CameraWatch(camera: "lock-3"),
                events: [.example("weir-1", minute: 20)], at: .minute(20), by: .example())
        }
        #expect(misplaced?.kind == .invalidRecord)
        #expect(try await store.departedCamerasWithOpenAlerts(remaining: []).count == 1)
        #expect(try await store.counts().alerts == 1)
    }

    private func retire(coverage: Double) async throws {
        var watch = CameraWatch.withOpenAlert("lock-3")
        let events = watch.retireAll(at: .minute(20)).compactMap { event -> AlertEvent? in
            guard case .alert(var alert) = event else { return nil }
            alert.evidence.coverage = coverage
            return alert
        }
        #expect(events.map(\.identity) == [alert])
        try await store.retire(
            "lock-3", watch: watch, events: events, at: .minute(20), by: .example())
    }
}
