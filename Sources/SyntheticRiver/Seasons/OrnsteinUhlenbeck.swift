#if canImport(Glibc)
    import Glibc
#endif

/// A random quantity that forgets: it wanders about zero with a given spread and memory.
///
/// Uhlenbeck and Ornstein, "On the theory of the Brownian motion", Physical Review 36, 1930. Steps
/// are exact for any length: x(t + Δ) = m x(t) + s √(1 − m²) ξ with m = exp(−Δ/τ).
struct OrnsteinUhlenbeck {
    /// The value now.
    private(set) var value: Double

    private let kept: Double
    private let kick: Double

    /// Starts anywhere in the stationary distribution.
    ///
    /// - Parameters:
    ///   - spread: Stationary standard deviation.
    ///   - memoryDays: Time constant τ, in days.
    ///   - stepDays: From one value to the next, in days.
    init(
        spread: Double, memoryDays: Double, stepDays: Double, random: inout SplitMix64
    ) {
        kept = exp(-stepDays / memoryDays)
        kick = spread * (1 - kept * kept).squareRoot()
        value = spread * random.standardNormal()
    }

    /// Goes one step on.
    mutating func advance(_ random: inout SplitMix64) {
        value = kept * value + kick * random.standardNormal()
    }
}
