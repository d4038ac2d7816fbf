import Growth
import SimulatedSeries
import Testing
import Vocabulary

/// Harvests and drifting mats are not growth; glare is neither.
@Suite struct LevelStepTests {
    @Test("a harvest is found with its size within a day and a half, and no rate is made of it")
    func harvest() throws {
        var estimator = afterAWeek(coverage: 0.6)
        let steps = estimator.addAll(
            stride(from: 168.5, through: 264, by: 0.5).map { sample(hours: $0, coverage: 0.05) })
        let found = try #require(steps.first { $0.latestLevelStep != nil })
        let step = try #require(found.latestLevelStep)
        #expect(step.accepted - step.began <= .seconds(36 * 3600))
        // logit 0.05 − logit 0.6
        #expect(abs(step.sizeLogit + 3.35) < 0.3)
        #expect(step.isLarge)
        #expect(found.estimate.withheld == .levelStep)
        #expect(found.estimate.movement == .step)
        #expect(abs(try #require(steps.last).estimate.coverage - 0.05) < 0.01)
        #expect(steps.allSatisfy { !$0.estimate.published || abs($0.estimate.rate ?? 0) < 0.05 })
    }

    @Test(
        "a mat that drifts in raises the level, never the rate that is published", arguments: 1...10
    )
    func mat(seed: UInt64) {
        var before = LogisticSeries()
        before.ratePerDay = 0
        before.interval = .seconds(1800)
        before.days = 8
        before.drift = 0.15
        var after = before
        after.start = before.start + .days(8.02)
        after.startCoverage = 0.25
        after.days = 8
        var estimator = GrowthEstimator()
        let steps = estimator.addAll(
            before.samples(seed: seed) + after.samples(seed: seed + 100))
        #expect(
            steps.allSatisfy { step in
                !step.estimate.published || step.posterior.probability(rateAbove: 0.1) < 0.8
                    || !step.rise.isSlopeRatherThanStep
            })
        #expect(steps.last?.latestLevelStep.map { $0.sizeLogit > 1 } == true)
    }

    @Test("four hours of glare hardly move the level")
    func glare() {
        var estimator = afterAWeek(coverage: 0.1)
        let steps = estimator.addAll(
            stride(from: 168.5, through: 172, by: 0.5).map { sample(hours: $0, coverage: 0.9) })
        #expect(!steps.isEmpty)
        #expect(steps.allSatisfy { abs($0.estimate.coverage - 0.1) < 0.03 })
        #expect(estimator.posterior.map { $0.probability(coverageAtLeast: 0.3) < 0.05 } == true)
    }

    @Test("the fastest bloom is growth, not a jump", arguments: [0.5, 2, 6, 24])
    func bloom(hoursBetween: Double) throws {
        var estimator = afterAWeek(coverage: 0.03)
        var series = LogisticSeries()
        series.ratePerDay = 0.5
        series.startCoverage = 0.03
        series.start = june + .seconds(169 * 3600)
        series.interval = .seconds(hoursBetween * 3600)
        let steps = estimator.addAll(series.samples(seed: 5))
        #expect(steps.allSatisfy { $0.latestLevelStep?.isLarge != true })
        #expect(try #require(steps.last).posterior.probability(rateAbove: 0.1) > 0.95)
        #expect(try #require(steps.last).rise.isSlopeRatherThanStep)
    }

    @Test("a camera with one sample a day follows a harvest within a week")
    func sparse() throws {
        var estimator = GrowthEstimator()
        _ = estimator.addAll((0..<14).map { sample(hours: 24 * Double($0), coverage: 0.5) })
        let steps = estimator.addAll(
            (14..<22).map { sample(hours: 24 * Double($0), coverage: 0.05) })
        #expect(abs(try #require(steps.last).estimate.coverage - 0.05) < 0.03)
        #expect(steps.allSatisfy { $0.posterior.probability(rateAbove: 0.1) < 0.5 })
    }

    private func afterAWeek(coverage: Double) -> GrowthEstimator {
        var estimator = GrowthEstimator()
        _ = estimator.addAll(
            stride(from: 0.0, through: 168, by: 0.5).map { sample(hours: $0, coverage: coverage) })
        return estimator
    }
}
