/// A straight line through levels over time that a quarter of bad bins can't bend.
///
/// The slope is the median of the slopes of all pairs (H. Theil, "A rank-invariant method of
/// linear and polynomial regression analysis", Proc. Kon. Ned. Akad. Wetensch. A 53, 1950). Its
/// interval comes from the order statistics of the same slopes (P. K. Sen, "Estimates of the
/// regression coefficient based on Kendall's tau", JASA 63, 1968).
struct TheilSenFit {
    /// Slope in logit units per day, which is the growth rate in 1/day; 0 for a single bin.
    let slope: Double
    /// 90 % interval of the slope; `nil` when there are too few bins to give one.
    let slopeInterval: ClosedRange<Double>?
    /// Level of the line at the newest bin, in logit units.
    let level: Double
    /// Standard deviation of the level, in logit units.
    let levelSigma: Double

    /// The rate that no floating plant exceeds by much, in 1/day.
    ///
    /// 39 clones of duckweed grew at 0.15 to 0.52 per day in the laboratory (Ziegler et al., Plant
    /// Biology 17, 2015).
    static let fastestRate = 0.6
    /// Below this number of bins one bad bin can turn the line.
    private static let leastBinsForSlope = 5
    /// Standard deviation of one bin that is assumed at least, in logit units.
    private static let leastSigma = 0.1
    /// Upper 5 % point of the normal distribution: two of them make a 90 % interval.
    static let normalQuantile95 = 1.6449

    /// Fits `bins`, which are in ascending order of time; `nil` when there are none.
    ///
    /// - Complexity: O(n²) in the bins, with one allocation for the slopes.
    init?(_ bins: [LevelBin]) {
        guard let newest = bins.last else { return nil }
        let days = bins.map { Double($0.seconds - newest.seconds) / 86_400 }
        var slopes = Self.pairSlopes(bins, days)
        slope = slopes.takeMedian()

        // With few bins the newest alone can tilt the line, and the level with it. Growth can't.
        let isTrustworthy = bins.count >= Self.leastBinsForSlope
        let slopeForLevel =
            isTrustworthy ? slope : min(max(slope, -Self.fastestRate), Self.fastestRate)
        let intercepts = zip(bins, days).map { $0.level - slopeForLevel * $1 }
        var unordered = intercepts
        level = unordered.takeMedian()

        let inflation = SerialCorrelation(of: intercepts, around: level).varianceInflation
        slopeInterval = Self.interval(of: &slopes, bins: bins.count, inflation: inflation)
        levelSigma = Self.levelSigma(
            intercepts: intercepts, level: level, days: days,
            slopeInterval: isTrustworthy ? slopeInterval : nil, inflation: inflation)
    }

    private static func pairSlopes(_ bins: [LevelBin], _ days: [Double]) -> [Double] {
        var slopes: [Double] = []
        slopes.reserveCapacity(bins.count * (bins.count - 1) / 2)
        for later in bins.indices.dropFirst() {
            let level = bins[later].level
            let day = days[later]
            for earlier in 0..<later {
                slopes.append((level - bins[earlier].level) / (day - days[earlier]))
            }
        }
        return slopes
    }

    /// Sen's interval: C = z √Var S; from the (N − C)/2-th to the (N + C)/2 + 1-th slope, both
    /// rounded outwards, where S is Kendall's score with Var S = n (n − 1) (2 n + 5) / 18.
    ///
    /// Ties among the levels are not subtracted from the variance: the interval is then a little
    /// too wide, never too narrow.
    private static func interval(
        of slopes: inout [Double], bins count: Int, inflation: Double
    ) -> ClosedRange<Double>? {
        let n = Double(count)
        let variance = n * (n - 1) * (2 * n + 5) / 18 * inflation
        let reach = normalQuantile95 * variance.squareRoot()
        let low = Int(((Double(slopes.count) - reach) / 2).rounded(.down))
        guard low >= 1 else { return nil }
        // Ranks count from 1 in the formula and from 0 here; the upper one mirrors the lower.
        let lowRank = low - 1
        let highRank = slopes.count - low
        let last = slopes.count - 1
        let lowest = slopes.select(rank: lowRank, in: 0...last)
        let highest = slopes.select(rank: highRank, in: lowRank...last)
        return lowest...highest
    }

    /// Standard deviation of the level at the newest bin.
    ///
    /// Two independent parts: that of the median of the intercepts (π/2 times the variance of the
    /// mean, for normal noise), and the slope's, over the distance from the middle of the bins.
    private static func levelSigma(
        intercepts: [Double], level: Double, days: [Double],
        slopeInterval: ClosedRange<Double>?, inflation: Double
    ) -> Double {
        var deviations = intercepts.map { abs($0 - level) }
        // 1.4826 times the median absolute deviation is the standard deviation of normal noise.
        let sigma = max(1.4826 * deviations.takeMedian(), leastSigma)
        let medianVariance = sigma * sigma * (Double.pi / 2) * inflation / Double(days.count)
        let slopeSigma =
            slopeInterval.map { ($0.upperBound - $0.lowerBound) / (2 * normalQuantile95) }
            ?? fastestRate / 2
        let distance = days.reduce(0, +) / Double(days.count)
        let slopePart = slopeSigma * distance
        return (medianVariance + slopePart * slopePart).squareRoot()
    }
}
