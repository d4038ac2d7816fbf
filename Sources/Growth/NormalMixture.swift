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

        /// The same at two values, and its derivative, with one exponential for both.
        ///
        /// By formula 7.1.26 of Abramowitz and Stegun, "Handbook of Mathematical Functions", 1964; the
        /// error is 1.5 × 10⁻⁷ at most, which no interval shows.
        @inline(__always)
        fileprivate func quickDistribution(
            at values: SIMD2<Double>
        ) -> (below: SIMD2<Double>, density: SIMD2<Double>) {
            let z = (values - mean) * (1 / standardDeviation)
            let bell = QuickExponential.ofNegative(-0.5 * z * z)
            let distance = pointwiseMax(z, -z)
            let t = 1 / (1 + 0.3275911 * NormalMixture.inverseRoot2 * distance)
            let series =
                0.254829592 + t
                * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))
            let tail = 0.5 * series * t * bell
            let below = SIMD2(z.x > 0 ? 1 - tail.x : tail.x, z.y > 0 ? 1 - tail.y : tail.y)
            return (
                weight * below,
                (weight * NormalMixture.inverseRoot2Pi / standardDeviation) * bell
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

    /// The 50 % point.
    public var median: Double { quantiles(SIMD2(repeating: 0.5), near: SIMD2(repeating: mean)).x }

    /// The 90 % interval: from the 5 % to the 95 % point.
    public var interval: ClosedRange<Double> {
        let reach = Self.normalQuantile95 * standardDeviation
        let mean = mean
        let ends = quantiles(SIMD2(0.05, 0.95), near: SIMD2(mean - reach, mean + reach))
        return ends.x...max(ends.x, ends.y)
    }

    /// The two values below which two probabilities lie.
    ///
    /// Newton's method on the distribution function, from `start`, kept within a bracket that holds
    /// the answer; where a step would leave the bracket, its middle is taken. Two at once cost hardly more
    /// than one.
    private func quantiles(
        _ probabilities: SIMD2<Double>, near start: SIMD2<Double>
    ) -> SIMD2<Double> {
        // Each part's own quantile brackets that of the mixture; ±9 deviations hold any that is asked.
        var low = SIMD2(
            repeating: min(
                first.mean - 9 * first.standardDeviation,
                second.mean - 9 * second.standardDeviation))
        var high = SIMD2(
            repeating: max(
                first.mean + 9 * first.standardDeviation,
                second.mean + 9 * second.standardDeviation))
        // Newton's error is squared with each step: this one leaves less than 1e-5 deviations.
        let precision = 1e-3 * (first.standardDeviation + second.standardDeviation)
        var values = start
        var isFound = SIMDMask<SIMD2<Int64>>(repeating: false)
        for _ in 0..<40 {
            let one = first.quickDistribution(at: values)
            let other = second.quickDistribution(at: values)
            let excess = one.below + other.below - probabilities
            let newton = values - excess / (one.density + other.density)
            for end in 0..<2 where !isFound[end] {
                let value = values[end]
                if excess[end] > 0 { high[end] = value } else { low[end] = value }
                let isWithin = newton[end] >= low[end] && newton[end] <= high[end]
                let next = isWithin ? newton[end] : low[end] + (high[end] - low[end]) / 2
                isFound[end] = abs(next - value) < precision
                values[end] = next
            }
            if isFound[0], isFound[1] { break }
        }
        return values
    }
}
