/// What one regime believes of the water: a normal distribution of level, rate and drift.
///
/// The level is biological: the logit of the coverage that the plants' number explains. The drift
/// is what wind and current add to it or take from it for some hours. A camera sees their sum.
public struct RegimeBelief: Hashable, Sendable {
    /// Probability that this regime is the one at work, 0…1.
    public internal(set) var weight: Double
    /// Mean level in logit units.
    public internal(set) var level: Double
    /// Mean growth rate in 1/day.
    public internal(set) var rate: Double
    /// Mean drift in logit units.
    public internal(set) var drift: Double
    /// Variances and covariances of level, rate and drift.
    public internal(set) var covariance: StateCovariance

    /// Makes a belief.
    public init(
        weight: Double, level: Double, rate: Double, drift: Double, covariance: StateCovariance
    ) {
        self.weight = weight
        self.level = level
        self.rate = rate
        self.drift = drift
        self.covariance = covariance
    }
}

/// The symmetric 3×3 covariance of level, rate and drift, as its six numbers.
public struct StateCovariance: Hashable, Sendable {
    /// Variance of the level, logit².
    public internal(set) var level: Double
    /// Covariance of level and rate, logit/day.
    public internal(set) var levelRate: Double
    /// Covariance of level and drift, logit².
    public internal(set) var levelDrift: Double
    /// Variance of the rate, 1/day².
    public internal(set) var rate: Double
    /// Covariance of rate and drift, logit/day.
    public internal(set) var rateDrift: Double
    /// Variance of the drift, logit².
    public internal(set) var drift: Double

    /// Makes a covariance.
    public init(
        level: Double, levelRate: Double = 0, levelDrift: Double = 0, rate: Double,
        rateDrift: Double = 0, drift: Double
    ) {
        self.level = level
        self.levelRate = levelRate
        self.levelDrift = levelDrift
        self.rate = rate
        self.rateDrift = rateDrift
        self.drift = drift
    }
}

extension RegimeBelief: Codable {
    /// Reads what ``encode(to:)`` wrote.
    ///
    /// - Throws: `DecodingError` when the numbers could not be those of a belief.
    public init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        func next() throws -> Double { Double(try values.decode(Float.self)) }
        self.init(
            weight: try next(), level: try next(), rate: try next(), drift: try next(),
            covariance: StateCovariance(
                level: try next(), levelRate: try next(), levelDrift: try next(), rate: try next(),
                rateDrift: try next(), drift: try next()))
        guard (0...1).contains(weight), level.isFinite, rate.isFinite, drift.isFinite,
            covariance.level > 0, covariance.rate > 0, covariance.drift >= 0
        else {
            throw DecodingError.dataCorruptedError(
                in: values,
                debugDescription: "a belief needs a weight of 0…1 and variances above zero")
        }
    }

    /// Writes ten numbers: weight, level, rate, drift, then the covariance row by row.
    ///
    /// They are exact to seven digits, and so is the belief itself (``roundedForStorage()``).
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.unkeyedContainer()
        for value in [
            weight, level, rate, drift, covariance.level, covariance.levelRate,
            covariance.levelDrift, covariance.rate, covariance.rateDrift, covariance.drift,
        ] {
            try values.encode(Float(value))
        }
    }

    /// The belief in single precision, which is what is stored.
    ///
    /// A filter that went on from more digits than it stores would give other bytes after it has
    /// been read again.
    func roundedForStorage() -> RegimeBelief {
        func rounded(_ value: Double) -> Double { Double(Float(value)) }
        return RegimeBelief(
            weight: rounded(weight), level: rounded(level), rate: rounded(rate),
            drift: rounded(drift),
            covariance: StateCovariance(
                level: rounded(covariance.level), levelRate: rounded(covariance.levelRate),
                levelDrift: rounded(covariance.levelDrift), rate: rounded(covariance.rate),
                rateDrift: rounded(covariance.rateDrift), drift: rounded(covariance.drift)))
    }
}
