import Growth
import SimulatedSeries
import Testing
import Vocabulary

/// How near the estimate comes to a known truth, over many seeds.
@Suite struct GrowthAccuracyTests {
    static let seeds: Range<UInt64> = 0..<200
    static let rates = [0.05, 0.1, 0.2, 0.3, 0.4]
    static let intervals: [Duration] = [.seconds(6 * 3600), .days(1)]

    @Test(
        "after 7 days the rate is right, and its interval says how right",
        arguments: rates, intervals)
    func rateAndInterval(rate: Double, interval: Duration) throws {
        var series = LogisticSeries()
        series.ratePerDay = rate
        series.interval = interval
        let estimates = try Self.seeds.map { try #require(lastEstimate(series, seed: $0)) }

        let near = estimates.share { abs(($0.rate ?? .infinity) - rate) <= 0.05 }
        #expect(near >= 0.9)
        let covered = estimates.share {
            rate >= $0.rateLow ?? .infinity && rate <= $0.rateHigh ?? 0
        }
        #expect((0.8...0.99).contains(covered))
        #expect(estimates.share(where: \.published) >= 0.98)
    }

    @Test("the interval of the level holds the true coverage", arguments: intervals)
    func level(interval: Duration) throws {
        var series = LogisticSeries()
        series.interval = interval
        let truth = series.trueCoverage(afterDays: series.days)
        let estimates = try Self.seeds.map { try #require(lastEstimate(series, seed: $0)) }
        let covered = estimates.share { $0.levelLow <= truth && truth <= $0.levelHigh }
        #expect((0.85...0.99).contains(covered))
        #expect(estimates.share { abs($0.coverage - truth) <= 0.04 } >= 0.9)
    }

    @Test("one sample in ten that is 2 logit off hardly moves the rate")
    func outliers() throws {
        let clean = LogisticSeries()
        var spoilt = clean
        spoilt.outlierShare = 0.1
        let moves = try Self.seeds.map { seed in
            let rate = try #require(lastEstimate(clean, seed: seed)?.rate)
            let spoiltRate = try #require(lastEstimate(spoilt, seed: seed)?.rate)
            return abs(spoiltRate - rate)
        }
        #expect(moves.contains { $0 > 0 }, "the outliers must have reached the estimator")
        #expect(moves.share { $0 <= 0.05 } >= 0.98)
    }

    @Test("wind that holds a mat for hours widens the interval")
    func correlatedErrors() throws {
        var series = LogisticSeries()
        series.interval = .seconds(2 * 3600)
        series.startCoverage = 0.1
        var windy = series
        windy.drift = 0.25
        let calm = try Self.seeds.map { try #require(lastEstimate(series, seed: $0)) }
        let blown = try Self.seeds.map { try #require(lastEstimate(windy, seed: $0)) }
        let calmWidth = try medianWidth(calm)
        let windyWidth = try medianWidth(blown)
        // Were the errors taken as independent, the width would grow with their size alone: with
        // noise of 0.15 and wind of 0.25, by the factor √(0.15² + 0.25²) / 0.15 = 1.94.
        #expect(windyWidth > 1.94 * 1.4 * calmWidth)

        let covered = blown.share {
            windy.ratePerDay >= $0.rateLow ?? .infinity && windy.ratePerDay <= $0.rateHigh ?? 0
        }
        #expect(covered >= 0.75)
    }

    private func medianWidth(_ estimates: [GrowthEstimate]) throws -> Double {
        let widths = try estimates.map { estimate in
            try #require(estimate.rateHigh) - (try #require(estimate.rateLow))
        }
        return widths.sorted()[widths.count / 2]
    }
}

/// The estimate after the last sample of a series.
func lastEstimate(_ series: LogisticSeries, seed: UInt64) -> GrowthEstimate? {
    var estimator = GrowthEstimator()
    return series.samples(seed: seed).reduce(nil) { estimator.add($1) }
}

extension Array {
    /// Share of the elements of which `condition` is true.
    func share(where condition: (Element) -> Bool) -> Double {
        Double(count(where: condition)) / Double(count)
    }
}
