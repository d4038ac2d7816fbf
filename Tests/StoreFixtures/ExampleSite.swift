package import Alerting
package import Store
package import Vocabulary
import Watch

extension Timestamp {
    /// A moment some minutes after 2026-06-01T06:00:00Z.
    package static func minute(_ minutes: Double) -> Timestamp {
        Timestamp(nanosecondsSinceEpoch: 1_780_293_600_000_000_000) + .seconds(minutes * 60)
    }
}

extension CoverageSample {
    package static func example(
        _ camera: CameraID, minute: Double, coverage: Double = 0.4
    ) -> CoverageSample {
        CoverageSample(
            camera: camera, time: .minute(minute), coverage: coverage, visibleShare: 0.9,
            areaSquareMetres: 120.5, areaSigmaSquareMetres: 7.25, sigmaLogit: 0.15, frames: 3,
            model: "vegseg-day-1.0.0+1c8a44f0")
    }
}

extension AlertEvent {
    package static func example(
        _ camera: CameraID, minute: Double, episode: Int = 1, state: AlertState = .firing
    ) -> AlertEvent {
        AlertEvent(
            identity: AlertIdentity(rule: "coverage-high", camera: camera, episode: episode),
            kind: .coverage, severity: .major, state: state, time: .minute(minute),
            evidence: AlertEvidence(
                coverage: 0.4, rate: 0.3, rateLow: 0.2, rateHigh: 0.4, doublingDays: 2.5,
                threshold: 0.3, since: .minute(minute - 20), model: "vegseg-day-1.0.0+1c8a44f0"))
    }
}

extension DepartmentMessage {
    /// The message that the example site makes of an event.
    package static func example(
        _ event: AlertEvent, to department: DepartmentID = "water-bureau"
    ) -> DepartmentMessage {
        DepartmentMessage(event, to: department, site: "demo-river", tags: ["district": "Liwan"])
    }
}

extension NotificationPolicy {
    /// Tells the departments given of every alert.
    package static func example(
        to departments: [DepartmentID] = ["water-bureau"]
    ) -> NotificationPolicy {
        NotificationPolicy(
            site: "demo-river",
            routes: RoutingTree(routes: departments.map { Route(department: $0, continues: true) }))
    }
}

extension Completion {
    /// One sample, and with `alert` an event; due again ten minutes later.
    package static func example(
        _ claim: CameraClaim, minute: Double, alert: AlertEvent? = nil
    ) -> Completion {
        Completion(
            claim: claim, observations: [.sample(.example(claim.camera, minute: minute))],
            watch: claim.watch, events: alert.map { [$0] } ?? [],
            tags: ["district": "Liwan"],
            nextDue: .minute(minute + 10))
    }
}

extension CommitOutcome {
    /// The outcome without what became of alerts.
    package var withoutAlerts: CommitOutcome {
        guard case .committed(let duplicates, _) = self else { return self }
        return .committed(duplicates: duplicates)
    }
}

extension SiteStore {
    /// Registers cameras that are all due at minute 0.
    package func registerExample(_ cameras: [CameraID]) async throws {
        try await register(
            cameras.map { CameraRegistration(id: $0, firstDue: .minute(0)) })
    }

    /// Commits at a site that tells one department of every alert.
    package func commit(
        _ completions: [Completion], at now: Timestamp
    ) async throws -> [CommitOutcome] {
        try await commit(completions, at: now, by: .example())
    }

    /// Claims the one camera that is due at `minute`.
    package func claimOne(minute: Double) async throws -> CameraClaim {
        let claims = try await claimDue(at: .minute(minute), limit: 1, lease: .seconds(60)).claims
        guard let claim = claims.first else { throw NothingDue(minute: minute) }
        return claim
    }

    /// Puts messages of events number 1 to `count` of a camera into the outbox.
    package func commitAlerts(
        _ count: Int, camera: CameraID = "lock-3", departments: [DepartmentID] = ["water-bureau"]
    ) async throws {
        try await registerExample([camera])
        for episode in 1...count {
            let minute = Double(episode - 1) * 10
            let claim = try await claimOne(minute: minute)
            let event = AlertEvent.example(camera, minute: minute, episode: episode)
            _ = try await commit(
                [.example(claim, minute: minute, alert: event)], at: .minute(minute),
                by: .example(to: departments))
        }
    }
}

/// The test expected a camera to be due, and none was.
package struct NothingDue: Error {
    package let minute: Double
}
