import Growth
import SimulatedSeries
import Testing
import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The formulas, against figures worked out by hand.
@Suite struct RateIntervalTests {
    @Test("without noise the rate is exact and the doubling time follows from it")
    func exactLine() throws {
        var estimator = GrowthEstimator()
        var estimate: GrowthEstimate?
        for day in 0...7 {
            let level = -2.5 + 0.3 * Double(day)
            estimate = estimator.add(
                sample(hours: 24 * Double(day), coverage: 1 / (1 + exp(-level))))
        }
        let last = try #require(estimate)
        let coverage = 1 / (1 + exp(0.4))
        #expect(abs(last.coverage - coverage) < 1e-4)
        #expect(abs(try #require(last.rate) - 0.3) < 1e-4)
        // ln 2 / (r (1 − C)), as for any quantity that grows by r (1 − C) per day.
        let doubling = log(2.0) / (0.3 * (1 - coverage))
        #expect(abs(try #require(last.doublingDays) - doubling) < 0.01)
        #expect(last.published)
    }

    @Test("the interval is that of Sen: the 7th and the 22nd slope of eight bins")
    func senInterval() throws {
        let levels = [-2.0, -1.7, -1.9, -1.2, -1.4, -0.9, -1.0, -0.4]
        var estimator = GrowthEstimator()
        var estimate: GrowthEstimate?
        for (day, level) in levels.enumerated() {
            estimate = estimator.add(
                sample(hours: 24 * Double(day), coverage: 1 / (1 + exp(-level))))
        }
        var slopes: [Double] = []
        for later in levels.indices {
            for earlier in 0..<later {
                slopes.append((levels[later] - levels[earlier]) / Double(later - earlier))
            }
        }
        slopes.sort()
        // n = 8, N = 28, Var S = 8·7·21/18 = 65.3, C = 1.645 √65.3 = 13.3;
        // (28 − 13.3) / 2 = 7.35 is rounded down to 7, and its mirror is 28 − 7 + 1 = 22.
        let last = try #require(estimate)
        #expect(abs(try #require(last.rateLow) - slopes[6]) < 1e-3)
        #expect(abs(try #require(last.rateHigh) - slopes[21]) < 1e-3)
        #expect(abs(try #require(last.rate) - (slopes[13] + slopes[14]) / 2) < 1e-3)
    }

    @Test("the rate is the median of the slopes of all pairs", arguments: [5, 6, 20, 57, 84])
    func medianSlope(count: Int) throws {
        var generator = SplitMix64(seed: UInt64(count))
        let levels = (0..<count).map { _ in generator.uniform(in: -2...0) }
        var estimator = GrowthEstimator()
        var estimate: GrowthEstimate?
        let settings = GrowthSettings(leastSpan: .zero, leastDays: 1, widestHalfInterval: 1000)
        for (index, level) in levels.enumerated() {
            let bin = sample(hours: 2 * Double(index), coverage: 1 / (1 + exp(-level)))
            estimate = estimator.add(bin, settings: settings)
        }
        var slopes: [Double] = []
        for later in levels.indices {
            for earlier in 0..<later {
                slopes.append((levels[later] - levels[earlier]) * 12 / Double(later - earlier))
            }
        }
        slopes.sort()
        let median = (slopes[(slopes.count - 1) / 2] + slopes[slopes.count / 2]) / 2
        #expect(abs(try #require(estimate?.rate) - median) < 2e-3)
    }

    @Test("water that is cleared has a negative rate and no doubling time")
    func shrinking() throws {
        var estimator = GrowthEstimator()
        var estimate: GrowthEstimate?
        for day in 0...7 {
            let level = 0.5 - 0.2 * Double(day)
            estimate = estimator.add(
                sample(hours: 24 * Double(day), coverage: 1 / (1 + exp(-level))))
        }
        let last = try #require(estimate)
        #expect(abs(try #require(last.rate) + 0.2) < 1e-3)
        #expect(last.doublingDays == nil)
    }
}
