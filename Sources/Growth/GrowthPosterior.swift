public import Vocabulary

/// What is believed of a camera's water after its newest judged bin.
///
/// A mixture of two normal distributions, one for each regime: quiet water and growing plants.
/// Rules are judged on its probabilities, so that a threshold is reached when it is likely reached,
/// not when one number passes it.
public struct GrowthPosterior: Codable, Hashable, Sendable {
    /// Capture time of the newest sample in it.
    public internal(set) var time: Timestamp
    /// What is believed if the plants rest, and if they grow.
    public internal(set) var beliefs: RegimeBank
    /// By how much the variance of this camera's noise differs from the usual; 1 is usual.
    public internal(set) var noiseScale: Double

    /// Makes a posterior.
    public init(time: Timestamp, beliefs: RegimeBank, noiseScale: Double = 1) {
        self.time = time
        self.beliefs = beliefs
        self.noiseScale = noiseScale
    }

    /// The growth rate in 1/day as a distribution.
    public var rate: NormalMixture { beliefs.rate }

    /// The biological level in logit units as a distribution.
    public var level: NormalMixture { beliefs.level }

    /// Mean of the biological coverage 0…1: what the plants cover without wind and current.
    public var coverage: Double { LogitScale.coverage(ofLevel: level.mean) }

    /// What the camera would see now 0…1: level and drift together.
    public var visibleCoverage: Double {
        LogitScale.coverage(ofLevel: beliefs.visibleLevel)
    }

    /// Lower and upper end of the 90 % interval of the biological coverage, 0…1.
    public var coverageInterval: ClosedRange<Double> {
        let level = level
        let reach = NormalMixture.normalQuantile95 * level.standardDeviation
        return LogitScale.coverage(
            ofLevel: level.mean - reach)...LogitScale.coverage(ofLevel: level.mean + reach)
    }

    /// Probability that the biological coverage is `coverage` (0…1) or more.
    public func probability(coverageAtLeast coverage: Double) -> Double {
        level.probability(above: LogitScale.unheldLevel(ofCoverage: coverage))
    }

    /// Probability that the growth rate is above `rate` in 1/day.
    public func probability(rateAbove rate: Double) -> Double {
        self.rate.probability(above: rate)
    }
}
