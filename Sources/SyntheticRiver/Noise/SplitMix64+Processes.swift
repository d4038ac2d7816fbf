#if canImport(Glibc)
    import Glibc
#endif

/// Draws in double precision, for quantities that are added up over a year.
extension SplitMix64 {
    /// A number evenly spread over a range.
    mutating func uniform(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * Double(next() >> 11) * 0x1p-53
    }

    /// A number from the normal distribution with mean 0 and standard deviation 1 (Box–Muller).
    mutating func standardNormal() -> Double {
        let radius = (-2 * log(1 - uniform(in: 0...1))).squareRoot()
        return radius * cos(2 * .pi * uniform(in: 0...1))
    }

    /// The wait for the next event of a Poisson process with this mean wait, in the mean's unit.
    mutating func wait(mean: Double) -> Double { -mean * log(1 - uniform(in: 0...1)) }
}
