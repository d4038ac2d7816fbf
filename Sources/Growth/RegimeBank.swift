/// The two beliefs of the filter, whose weights add up to 1.
public struct RegimeBank: Codable, Hashable, Sendable {
    /// The belief that the plants rest.
    public internal(set) var quiet: RegimeBelief
    /// The belief that they grow.
    public internal(set) var growing: RegimeBelief

    /// Makes a bank.
    public init(quiet: RegimeBelief, growing: RegimeBelief) {
        self.quiet = quiet
        self.growing = growing
    }

    /// What is believed after the first sight of a water at `level`.
    init(level: Double, settings: FilterSettings, noiseScale: Double = 1) {
        func belief(_ regime: GrowthRegime, weight: Double) -> RegimeBelief {
            RegimeBelief(
                weight: weight, level: level, rate: regime.meanPerDay, drift: 0,
                covariance: StateCovariance(
                    level: settings.firstLevelLogit * settings.firstLevelLogit,
                    rate: regime.spreadPerDay * regime.spreadPerDay,
                    drift: noiseScale * settings.driftLogit * settings.driftLogit))
        }
        quiet = belief(settings.quiet, weight: 1 - settings.growingPrior)
        growing = belief(settings.growing, weight: settings.growingPrior)
    }

    /// Mean of the biological level in logit units.
    var meanLevel: Double { quiet.weight * quiet.level + growing.weight * growing.level }

    /// Mean of level and drift together in logit units: what a camera sees.
    var visibleLevel: Double {
        quiet.weight * (quiet.level + quiet.drift)
            + growing.weight * (growing.level + growing.drift)
    }

    /// The biological level in logit units as a distribution.
    var level: NormalMixture {
        NormalMixture(
            first: .init(
                weight: quiet.weight, mean: quiet.level,
                standardDeviation: quiet.covariance.level.squareRoot()),
            second: .init(
                weight: growing.weight, mean: growing.level,
                standardDeviation: growing.covariance.level.squareRoot()))
    }

    /// The growth rate in 1/day as a distribution.
    var rate: NormalMixture {
        NormalMixture(
            first: .init(
                weight: quiet.weight, mean: quiet.rate,
                standardDeviation: quiet.covariance.rate.squareRoot()),
            second: .init(
                weight: growing.weight, mean: growing.rate,
                standardDeviation: growing.covariance.rate.squareRoot()))
    }

    /// The bank in single precision, which is what is stored.
    func roundedForStorage() -> RegimeBank {
        RegimeBank(quiet: quiet.roundedForStorage(), growing: growing.roundedForStorage())
    }
}

extension RegimeBank {
    /// Starts the rate again after a silence too long to say anything of it; the level stays, with
    /// less certainty.
    mutating func restart(afterDays days: Double, settings: FilterSettings, noiseScale: Double) {
        let change = settings.silenceLogitPerDay * days
        let level = level
        let variance = level.standardDeviation * level.standardDeviation + change * change
        var restarted = RegimeBank(level: level.mean, settings: settings, noiseScale: noiseScale)
        restarted.quiet.covariance.level = variance
        restarted.growing.covariance.level = variance
        self = restarted
    }
}
