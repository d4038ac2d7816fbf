#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A distribution made of two weighted normal ones.
public struct NormalMixture: Hashable, Sendable {
    /// One of the two.
    public struct Part: Hashable, Sendable {
        /// Its share, 0…1.
        public var weight: Double
        /// Its mean.
        public var mean: Double
        /// Its standard deviation; above zero.
        public var standardDeviation: Double

        /// Makes a part.
        public init(weight: Double, mean: Double, standardDeviation: Double) {
            self.weight = weight
            self.mean = mean
            self.standardDeviation = standardDeviation
        }

        /// Probability of a value below `value`, times the weight.
        fileprivate func distribution(at value: Double) -> Double {
            weight * 0.5 * erfc((mean - value) / standardDeviation * NormalMixture.inverseRoot2)
        }

        /// The same and its derivative, with one exponential for both.
        ///
        /// By formula 7.1.26 of Abramowitz and Stegun, "Handbook of Mathematical Functions", 1964; the
        /// error is 1.5 × 10⁻⁷ at most, which no interval shows.
        @inline(__always)
        fileprivate func quickDistribution(at value: Double) -> (below: Double, density: Double) {
            let z = (value - mean) / standardDeviation
            let bell = exp(-0.5 * z * z)
            let t = 1 / (1 + 0.3275911 * NormalMixture.inverseRoot2 * abs(z))
            let series =
                0.254829592 + t
                * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))
            let tail = 0.5 * series * t * bell
            return (
                below: weight * (z > 0 ? 1 - tail : tail),
                density: weight * NormalMixture.inverseRoot2Pi * bell / standardDeviation
            )
        }
    }

    /// The first part.
    public var first: Part
    /// The second part.
    public var second: Part

    /// Makes a mixture; the weights must add up to 1.
    public init(first: Part, second: Part) {
        self.first = first
        self.second = second
    }

    /// Upper 5 % point of the standard normal distribution.
    static let normalQuantile95 = 1.6448536269514722
    fileprivate static let inverseRoot2 = 0.7071067811865476
    fileprivate static let inverseRoot2Pi = 0.3989422804014327

    /// Mean of the mixture.
    public var mean: Double { first.weight * first.mean + second.weight * second.mean }

    /// Standard deviation of the mixture.
    public var standardDeviation: Double {
        let between = first.mean - second.mean
        let within =
            first.weight * first.standardDeviation * first.standardDeviation
            + second.weight * second.standardDeviation * second.standardDeviation
        return (within + first.weight * second.weight * between * between).squareRoot()
    }

    /// Probability of a value above `value`.
    public func probability(above value: Double) -> Double {
        min(max(1 - first.distribution(at: value) - second.distribution(at: value), 0), 1)
    }

    /// The 5 %, 50 % and 95 % points.
    public var quantiles: (low: Double, median: Double, high: Double) {
        let reach = Self.normalQuantile95 * standardDeviation
        let mean = mean
        return (
            quantile(0.05, near: mean - reach), quantile(0.5, near: mean),
            quantile(0.95, near: mean + reach)
        )
    }

    /// The 90 % interval: from the 5 % to the 95 % point.
    public var interval: ClosedRange<Double> {
        let reach = Self.normalQuantile95 * standardDeviation
        let mean = mean
        let low = quantile(0.05, near: mean - reach)
        return low...max(low, quantile(0.95, near: mean + reach))
    }

    /// The value below which `probability` lies.
    ///
    /// Newton's method on the distribution function, from `start`, kept within a bracket that holds
    /// the answer; where a step would leave the bracket, its middle is taken.
    private func quantile(_ probability: Double, near start: Double) -> Double {
        // Each part's own quantile brackets that of the mixture; ±9 deviations hold any that is asked.
        var low = min(
            first.mean - 9 * first.standardDeviation, second.mean - 9 * second.standardDeviation)
        var high = max(
            first.mean + 9 * first.standardDeviation, second.mean + 9 * second.standardDeviation)
        // Newton's error is squared with each step: this one leaves less than 1e-5 deviations.
        let precision = 1e-3 * (first.standardDeviation + second.standardDeviation)
        var value = start
        for _ in 0..<40 {
            let one = first.quickDistribution(at: value)
            let other = second.quickDistribution(at: value)
            let excess = one.below + other.below - probability
            if excess > 0 { high = value } else { low = value }
            var next = value - excess / (one.density + other.density)
            if !(low...high).contains(next) { next = low + (high - low) / 2 }
            let change = abs(next - value)
            value = next
            if change < precision { break }
        }
        return value
    }
}
