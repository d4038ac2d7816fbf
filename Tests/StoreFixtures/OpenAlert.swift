import Alerting
package import Store
package import Vocabulary
package import Watch

extension CameraWatch {
    /// The judgement of a camera that has been covered for two days until minute 0.
    ///
    /// The alert `coverage-high/<camera>/1` is open, as in ``AlertEvent/example(_:minute:episode:state:)``.
    package static func withOpenAlert(_ camera: CameraID) -> CameraWatch {
        var watch = CameraWatch(camera: camera)
        for minute in stride(from: -48.0 * 60, through: 0, by: 120) {
            let sample = CoverageSample.example(camera, minute: minute, coverage: 0.6)
            _ = watch.step(.sample(sample), rules: AlertRule.forRecordings)
        }
        return watch
    }
}

extension SiteStore {
    /// Registers a camera and commits, at minute 0, that its alert is open and who is told.
    package func commitOpenAlert(
        _ camera: CameraID, department: DepartmentID = "water-bureau"
    ) async throws {
        try await registerExample([camera])
        var completion = Completion.example(
            try await claimOne(minute: 0), minute: 0, alert: .example(camera, minute: 0))
        completion.watch = .withOpenAlert(camera)
        _ = try await commit([completion], at: .minute(0), by: .example(to: [department]))
    }
}
