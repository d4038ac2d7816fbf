import Growth
import SimulatedSeries
import Testing
import Vocabulary

/// How near the estimate comes to a known truth.
@Suite struct GrowthAccuracyTests {
    static let seeds: Range<UInt64> = 0..<100

    @Test(
        "without noise the rate of logistic growth is found",
        arguments: [0.0, 0.1, 0.2, 0.3, 0.4], [Duration.seconds(1800), .seconds(2 * 3600)])
    func noiseless(rate: Double, interval: Duration) throws {
        var series = LogisticSeries()
        series.ratePerDay = rate
        series.interval = interval
        series.startCoverage = 0.03
        series.noise = 0
        series.days = 10
        let estimate = try #require(lastEstimate(series, seed: 1))
        #expect(estimate.published)
        // The regime pulls a fast rate toward its mean; the interval below is held to the truth.
        #expect(abs(try #require(estimate.rate) - rate) <= 0.015 + 0.1 * rate)
        #expect(abs(estimate.coverage - series.trueCoverage(afterDays: 10)) <= 0.02)
        let low = try #require(estimate.rateLow)
        let high = try #require(estimate.rateHigh)
        #expect(low < rate && rate < high)
    }

    @Test("doubling time follows from rate and coverage")
    func doubling() throws {
        var series = LogisticSeries()
        series.noise = 0
        let estimate = try #require(lastEstimate(series, seed: 1))
        let rate = try #require(estimate.rate)
        // ln 2 / (r (1 − C)), as for any quantity that grows by r (1 − C) per day.
        let doubling = 0.693147 / (rate * (1 - estimate.coverage))
        #expect(abs(try #require(estimate.doublingDays) - doubling) < 1e-3)
    }

    @Test(
        "through noise and wind the interval says how right the rate is",
        arguments: [0.0, 0.1, 0.2, 0.35])
    func interval(rate: Double) throws {
        var series = LogisticSeries()
        series.ratePerDay = rate
        series.interval = .seconds(2 * 3600)
        series.startCoverage = 0.04
        series.drift = 0.25
        series.days = 12
        series.outlierShare = 0.03
        let estimates = try Self.seeds.map { try #require(lastEstimate(series, seed: $0)) }
        let covered = estimates.share { $0.rateLow ?? 1 <= rate && rate <= $0.rateHigh ?? -1 }
        #expect(covered >= 0.85, "\(covered)")
        let near = estimates.share { abs(($0.rate ?? .infinity) - rate) <= 0.08 }
        #expect(near >= 0.8, "\(near)")
        let truth = series.trueCoverage(afterDays: series.days)
        let levels = estimates.share { $0.levelLow <= truth && truth <= $0.levelHigh }
        #expect(levels >= 0.75, "\(levels)")
    }

    @Test("one sample in ten that is 2 logit off hardly moves the rate")
    func outliers() throws {
        var clean = LogisticSeries()
        clean.interval = .seconds(2 * 3600)
        var spoilt = clean
        spoilt.outlierShare = 0.1
        let moves = try Self.seeds.map { seed in
            let rate = try #require(lastEstimate(clean, seed: seed)?.rate)
            let spoiltRate = try #require(lastEstimate(spoilt, seed: seed)?.rate)
            return abs(spoiltRate - rate)
        }
        #expect(moves.contains { $0 > 0 }, "the outliers must have reached the estimator")
        #expect(moves.share { $0 <= 0.05 } >= 0.95, "\(moves.share { $0 <= 0.05 })")
    }

    @Test("wind that moves a mat for hours widens the interval")
    func wind() throws {
        var calm = LogisticSeries()
        calm.interval = .seconds(2 * 3600)
        calm.days = 14
        calm.startCoverage = 0.03
        var windy = calm
        windy.drift = 0.6
        #expect(try medianWidth(windy) > 1.3 * medianWidth(calm))
    }

    private func medianWidth(_ series: LogisticSeries) throws -> Double {
        let widths = try (UInt64(0)..<40).map { seed in
            let rate = try #require(lastStep(series.samples(seed: seed))).posterior.rate
            return rate.interval.upperBound - rate.interval.lowerBound
        }
        return widths.sorted()[widths.count / 2]
    }
}
