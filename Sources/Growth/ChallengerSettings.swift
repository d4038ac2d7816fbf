internal import Vocabulary

/// When a jump of the level is believed.
public struct ChallengerSettings: Hashable, Sendable {
    /// Squared innovation over its variance at which a second filter is started.
    public var startSquaredInnovation = 9.0
    /// Jumps per day that are expected before anything was seen.
    public var priorPerDay = 1.0 / 90
    /// Standard deviation of a jump in logit units.
    public var jumpLogit = 2.0
    /// Logarithm of the odds at which the second filter takes over.
    public var acceptLogOdds = 2.0
    /// Logarithm of the odds at which it is given up.
    public var rejectLogOdds = -8.0
    /// Bins after the surprising one that must have been seen before it may take over.
    public var leastBins = 4
    /// Time that must have passed before it may.
    public var leastSpan = Duration.seconds(8 * 3600)
    /// Time after which it is given up, once it has seen ``leastBins`` bins.
    public var longestSpan = Duration.days(3)
    /// Bins of the camera before the first jump can be believed.
    public var settledBins = 6

    /// The defaults.
    public init() {}
}
