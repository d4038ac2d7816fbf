import Vocabulary

/// Midnight of 1 June 2026, UTC.
let june = Timestamp("2026-06-01T00:00:00Z") ?? .epoch

/// A sample of the camera `lock-3`, `hours` after midnight of 1 June 2026.
func sample(hours: Double, coverage: Double) -> CoverageSample {
    CoverageSample(
        camera: "lock-3", time: june + .seconds(hours * 3600), coverage: coverage, visibleShare: 1,
        sigmaLogit: 0.1, frames: 3, model: "exact-1")
}
