/// Waits that double from one failure to the next, up to a longest one.
///
/// The jitter spreads cameras that failed together, so that they do not come back together.
public struct BackOff: Sendable, Hashable {
    private let first: Duration
    private let longest: Duration
    /// Failures in a row.
    public private(set) var failures: Int

    /// Makes a back-off that has seen `failures` already.
    public init(first: Duration, longest: Duration, failures: Int = 0) {
        self.first = first
        self.longest = longest
        self.failures = failures
    }

    /// Starts again from the shortest wait.
    ///
    /// Call it only after real success.
    public mutating func reset() { failures = 0 }

    /// Counts a failure and gives the wait after it.
    ///
    /// - Parameter jitter: 0…1, from outside: the wait is lengthened by up to half of itself.
    public mutating func next(jitter: Double) -> Duration {
        let doublings = min(failures, 20)
        failures += 1
        return min(first * (1 << doublings), longest) * (1 + 0.5 * min(max(jitter, 0), 1))
    }
}
