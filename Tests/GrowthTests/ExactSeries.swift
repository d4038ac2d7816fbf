import Growth
import SimulatedSeries
import Testing
import Vocabulary

/// Midnight of 1 June 2026, UTC.
let june = Timestamp("2026-06-01T00:00:00Z") ?? .epoch

/// A sample of the camera `lock-3`, `hours` after midnight of 1 June 2026.
func sample(hours: Double, coverage: Double) -> CoverageSample {
    CoverageSample(
        camera: "lock-3", time: june + .seconds(hours * 3600), coverage: coverage, visibleShare: 1,
        sigmaLogit: 0.1, frames: 3, model: "exact-1")
}

extension GrowthEstimator {
    /// Takes in a sample that must let a bin be judged.
    mutating func judged(_ sample: CoverageSample) throws -> GrowthStep {
        let step = add(sample)
        return try #require(step)
    }

    /// Takes in samples; gives what followed from each bin that was judged.
    mutating func addAll(
        _ samples: [CoverageSample], settings: GrowthSettings = .standard
    ) -> [GrowthStep] {
        samples.compactMap { add($0, settings: settings) }
    }
}

/// What followed from the last bin of a series, once its time was over.
func lastStep(_ samples: [CoverageSample]) -> GrowthStep? {
    var estimator = GrowthEstimator()
    let steps = estimator.addAll(samples)
    guard let last = samples.last else { return nil }
    return estimator.closeBin(at: last.time + .days(1), of: last.camera) ?? steps.last
}

/// The estimate after the last sample of a simulated series.
func lastEstimate(_ series: LogisticSeries, seed: UInt64) -> GrowthEstimate? {
    lastStep(series.samples(seed: seed))?.estimate
}

extension Array {
    /// Share of the elements of which `condition` is true.
    func share(where condition: (Element) -> Bool) -> Double {
        Double(count(where: condition)) / Double(Swift.max(count, 1))
    }
}
