#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A straight line's slope in 1/day, with its standard error.
package struct SlopeFit: Hashable, Sendable {
    /// In 1/day.
    package var slope: Double
    /// Lower end of the 90 % interval, in 1/day.
    package var low: Double
    /// Upper end of the 90 % interval, in 1/day.
    package var high: Double

    /// The 95 % quantile of the standard normal distribution.
    static let normalQuantile95 = 1.6449

    /// Makes a fit.
    package init(slope: Double, low: Double, high: Double) {
        self.slope = slope
        self.low = low
        self.high = high
    }

    /// Standard error in 1/day, as that of a normal distribution with the same interval.
    package var standardError: Double { (high - low) / (2 * Self.normalQuantile95) }

    /// P(slope > rate), by the normal distribution.
    package func probability(above rate: Double) -> Double {
        guard standardError > 0 else { return slope > rate ? 1 : 0 }
        return 0.5 * erfc((rate - slope) / (standardError * 2.0.squareRoot()))
    }

    /// Ordinary least squares; `nil` with fewer than three points or without any spread in time.
    package static func leastSquares(_ points: [(day: Double, level: Double)]) -> SlopeFit? {
        let count = Double(points.count)
        guard points.count >= 3 else { return nil }
        let meanDay = points.reduce(0) { $0 + $1.day } / count
        let meanLevel = points.reduce(0) { $0 + $1.level } / count
        var spread = 0.0
        var product = 0.0
        var total = 0.0
        for point in points {
            let (day, level) = (point.day - meanDay, point.level - meanLevel)
            spread += day * day
            product += day * level
            total += level * level
        }
        guard spread > 0 else { return nil }
        let slope = product / spread
        let residual = max(0, total - slope * product)
        let reach = normalQuantile95 * (residual / (count - 2) / spread).squareRoot()
        return SlopeFit(slope: slope, low: slope - reach, high: slope + reach)
    }

    /// The median slope of all pairs, with Sen's interval.
    ///
    /// P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", Journal of the
    /// American Statistical Association 63, 1968.
    ///
    /// - Returns: `nil` with fewer than three points; their days must differ.
    package static func theilSen(_ points: [(day: Double, level: Double)]) -> SlopeFit? {
        guard points.count >= 3 else { return nil }
        var slopes: [Double] = []
        for (index, later) in points.enumerated() {
            for earlier in points[..<index] {
                slopes.append((later.level - earlier.level) / (later.day - earlier.day))
            }
        }
        slopes.sort()
        let n = Double(points.count)
        let reach = normalQuantile95 * (n * (n - 1) * (2 * n + 5) / 18).squareRoot()
        let low = max(1, Int(((Double(slopes.count) - reach) / 2).rounded(.down)))
        let middle = (slopes[(slopes.count - 1) / 2] + slopes[slopes.count / 2]) / 2
        return SlopeFit(slope: middle, low: slopes[low - 1], high: slopes[slopes.count - low])
    }
}
