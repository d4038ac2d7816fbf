import Growth
import SimulatedSeries
import Testing
import Vocabulary

/// Harvests and drifting mats are not growth; glare is neither.
@Suite struct LevelJumpTests {
    @Test("the level follows a harvest within 8 hours, and no rate is made of the step")
    func harvest() {
        var estimator = estimatorAfterAWeek(coverage: 0.6)
        let estimates = stride(from: 168.5, through: 178, by: 0.5).map {
            (hours: $0, estimate: estimator.add(sample(hours: $0, coverage: 0.05)))
        }
        let following = estimates.first { $0.estimate.coverage < 0.1 }
        #expect(following.map { $0.hours <= 176 } == true)
        #expect(estimates.last?.estimate.withheld == .tooLittleEvidence)
    }

    @Test("a mat that drifts in raises the level, never the published rate")
    func mat() {
        var estimator = estimatorAfterAWeek(coverage: 0.05)
        for hours in stride(from: 168.5, through: 288, by: 0.5) {
            let estimate = estimator.add(sample(hours: hours, coverage: 0.4))
            #expect(!estimate.published || abs(estimate.rate ?? 0) < 0.05)
        }
        #expect(abs((estimator.estimate(of: "lock-3")?.coverage ?? 0) - 0.4) < 0.01)
    }

    @Test("four hours of glare move the level by less than a tenth")
    func glare() {
        var estimator = estimatorAfterAWeek(coverage: 0.1)
        for hours in stride(from: 168.5, through: 172, by: 0.5) {
            let estimate = estimator.add(sample(hours: hours, coverage: 0.9))
            #expect(abs(estimate.coverage - 0.1) < 0.01)
        }
        #expect(estimator.binCount > 80)
    }

    @Test("the fastest bloom is growth, not a jump", arguments: [0.5, 2, 6, 24])
    func bloom(hoursBetween: Double) {
        var estimator = estimatorAfterAWeek(coverage: 0.03)
        var series = LogisticSeries()
        series.ratePerDay = 0.5
        series.startCoverage = 0.03
        series.start = june + .seconds(169 * 3600)
        series.interval = .seconds(hoursBetween * 3600)
        var binCount = estimator.binCount
        for sample in series.samples(seed: 5) {
            _ = estimator.add(sample)
            // Bins leave one after the other at the end of the window; a jump drops them at once.
            #expect(estimator.binCount >= binCount - Int(hoursBetween / 2) - 1)
            binCount = estimator.binCount
        }
    }

    @Test("one bad sample among the first three does not carry the level away")
    func youngEstimator() {
        var estimator = GrowthEstimator()
        _ = estimator.add(sample(hours: 0, coverage: 0.05))
        _ = estimator.add(sample(hours: 2, coverage: 0.05))
        #expect(estimator.add(sample(hours: 4, coverage: 0.95)).coverage < 0.07)
    }

    private func estimatorAfterAWeek(coverage: Double) -> GrowthEstimator {
        var estimator = GrowthEstimator()
        for hours in stride(from: 0.0, through: 168, by: 0.5) {
            _ = estimator.add(sample(hours: hours, coverage: coverage))
        }
        return estimator
    }
}
