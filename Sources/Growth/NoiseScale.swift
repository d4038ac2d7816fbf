#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// How noisy this camera is: by how much the variance of its errors differs from the usual.
///
/// It follows the squared innovations: at once while the camera is new, as a running mean would, and
/// slowly later.
struct NoiseScale: Hashable, Sendable {
    /// The factor on every variance of the camera's noise.
    private(set) var factor = 1.0
    /// Bins it has learnt from, at most ``mostBins``.
    private(set) var bins = 0

    /// Bins during which a camera counts as new.
    private static let learningBins = 100
    /// From here on the pace no longer changes.
    private static let mostBins = 200
    /// E[min(z², 9)] of a standard normal z: a bin that agrees changes nothing on average.
    private static let expectedSquare = 0.97
    private static let largestSquare = 9.0

    /// Starts with the usual noise.
    init() {}

    /// A scale that was stored.
    init(factor: Double, bins: Int) {
        self.factor = factor
        self.bins = bins
    }

    /// Learns from a bin's squared innovation over its variance.
    mutating func learn(squaredInnovation: Double, within range: ClosedRange<Double>) {
        let pace = max(bins < Self.learningBins ? 0.03 : 0.006, 1 / Double(bins + 6))
        bins = min(bins + 1, Self.mostBins)
        let held = min(squaredInnovation, Self.largestSquare)
        let learnt = factor * exp(0.5 * pace * (held / Self.expectedSquare - 1))
        factor = Double(Float(min(max(learnt, range.lowerBound), range.upperBound)))
    }
}
