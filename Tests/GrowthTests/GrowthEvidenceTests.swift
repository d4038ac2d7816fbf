import Growth
import SimulatedSeries
import Testing
import Vocabulary

/// When a rate is published, and why not.
@Suite struct GrowthEvidenceTests {
    @Test("a rate needs five bins, over two days, on three days")
    func tooLittleEvidence() {
        #expect(withheld(hours: [0, 24, 48, 72]) == .tooLittleEvidence)
        #expect(withheld(hours: [0, 10, 20, 30, 40, 47]) == .tooLittleEvidence)
        #expect(withheld(hours: [0, 2, 4, 6, 8, 49], leastDays: 4) == .tooLittleEvidence)
        #expect(withheld(hours: [0, 24, 48, 72, 96]) == nil)
    }

    @Test("samples of the same two hours are one bin")
    func sameBin() {
        var estimator = GrowthEstimator()
        for minutes in stride(from: 0.0, to: 120, by: 10) {
            _ = estimator.add(sample(hours: minutes / 60, coverage: 0.1))
        }
        #expect(estimator.binCount == 1)
        _ = estimator.add(sample(hours: 2, coverage: 0.1))
        #expect(estimator.binCount == 2)
    }

    @Test(
        "nearly empty and nearly full water have no rate",
        arguments: [
            (0.0, GrowthEstimate.WithheldReason.belowDetection), (0.015, .belowDetection),
            (0.9, .saturated), (1.0, .saturated),
        ])
    func outOfRange(coverage: Double, reason: GrowthEstimate.WithheldReason) throws {
        var estimator = GrowthEstimator()
        var estimate: GrowthEstimate?
        for day in 0...6 {
            estimate = estimator.add(sample(hours: 24 * Double(day), coverage: coverage))
        }
        let last = try #require(estimate)
        #expect(last.withheld == reason)
        #expect(!last.published)
        #expect(last.rate == nil)
        #expect(last.doublingDays == nil)
        #expect((0.0...1).contains(last.levelLow))
        #expect(last.levelLow <= last.coverage && last.coverage <= last.levelHigh)
        #expect(last.levelHigh <= 1)
    }

    @Test("a rate that the noise hides is given with its interval, but not published")
    func tooUncertain() throws {
        var series = LogisticSeries()
        series.noise = 1
        series.startCoverage = 0.2
        series.interval = .days(1)
        let estimate = try #require(lastEstimate(series, seed: 3))
        #expect(estimate.withheld == .tooUncertain)
        let low = try #require(estimate.rateLow)
        let high = try #require(estimate.rateHigh)
        #expect(high - low > 0.3)
        #expect(!estimate.published)
    }

    @Test("after a silence longer than the window the fit starts again")
    func longGap() {
        var estimator = GrowthEstimator()
        for day in 0...6 { _ = estimator.add(sample(hours: 24 * Double(day), coverage: 0.2)) }
        let estimate = estimator.add(sample(hours: 24 * 17, coverage: 0.5))
        #expect(estimator.binCount == 1)
        #expect(estimate.withheld == .tooLittleEvidence)
        #expect(abs(estimate.coverage - 0.5) < 1e-3)
    }

    @Test("a silence of more than 10 days restarts even a longer window", arguments: [9.0, 11])
    func restart(silenceDays: Double) {
        let settings = GrowthSettings(window: .days(30))
        var estimator = GrowthEstimator()
        for day in 0...4 {
            _ = estimator.add(sample(hours: 24 * Double(day), coverage: 0.2), settings: settings)
        }
        _ = estimator.add(
            sample(hours: 24 * (4 + silenceDays), coverage: 0.2), settings: settings)
        #expect(estimator.binCount == (silenceDays > 10 ? 1 : 6))
    }

    @Test("a sample that is late by a bin, or is not a number, changes nothing")
    func passedOver() {
        var estimator = GrowthEstimator()
        for hour in stride(from: 0.0, through: 96, by: 6) {
            _ = estimator.add(sample(hours: hour, coverage: 0.2))
        }
        let before = estimator
        let estimate = estimator.add(sample(hours: 95, coverage: 0.9))
        #expect(estimator == before)
        #expect(estimate.time == june + .seconds(96 * 3600))
        _ = estimator.add(sample(hours: 97, coverage: .nan))
        #expect(estimator == before)
    }

    @Test("with no sample that could be used, nothing is claimed")
    func nothingKnown() {
        var estimator = GrowthEstimator()
        let estimate = estimator.add(sample(hours: 0, coverage: .nan))
        #expect(estimate.withheld == .tooLittleEvidence)
        #expect(estimate.levelLow == 0 && estimate.levelHigh == 1)
        #expect(estimator.estimate(of: "lock-3") == nil)
    }

    private func withheld(
        hours: [Double], leastDays: Int = 3
    ) -> GrowthEstimate.WithheldReason? {
        var estimator = GrowthEstimator()
        let settings = GrowthSettings(leastDays: leastDays)
        return hours.reduce(GrowthEstimate.WithheldReason?.none) { _, hour in
            estimator.add(sample(hours: hour, coverage: 0.2), settings: settings).withheld
        }
    }
}
