#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension RegimeBank {
    /// Moves the beliefs ahead by `days` in which nothing was seen.
    ///
    /// First the regimes may change, then each belief moves by its own law: the interacting multiple
    /// models of H. A. P. Blom and Y. Bar-Shalom (IEEE Transactions on Automatic Control 33, 1988).
    mutating func predict(days: Double, noiseScale: Double, settings: FilterSettings) {
        mix(days: days, settings: settings)
        let kept = exp(-days / settings.driftDays)
        let driftVariance = noiseScale * settings.driftLogit * settings.driftLogit
        let passed = PassedTime(
            days: days, driftKept: kept, driftNoise: driftVariance * (1 - kept * kept),
            walkNoise: settings.levelWalkLogit * settings.levelWalkLogit * days)
        quiet.predict(passed, settings.quiet)
        growing.predict(passed, settings.growing)
    }

    /// Gives each regime the beliefs of those that may have changed into it.
    ///
    /// The mixture of the two is replaced by one normal distribution with the same mean and
    /// covariance.
    private mutating func mix(days: Double, settings: FilterSettings) {
        let leaveQuiet = min(settings.quietToGrowingPerDay * days, 0.5)
        let leaveGrowing = min(settings.growingToQuietPerDay * days, 0.5)
        let restsStill = quiet.weight * (1 - leaveQuiet)
        let rests = restsStill + growing.weight * leaveGrowing
        let growsStill = growing.weight * (1 - leaveGrowing)
        let grows = growsStill + quiet.weight * leaveQuiet
        let before = self
        quiet.merge(before.quiet, before.growing, share: restsStill / rests, weight: rests)
        growing.merge(before.growing, before.quiet, share: growsStill / grows, weight: grows)
    }
}

/// What the passing of time does to every belief alike.
private struct PassedTime {
    let days: Double
    let driftKept: Double
    let driftNoise: Double
    let walkNoise: Double
}

extension RegimeBelief {
    /// Becomes the normal distribution with the moments of `share` of one and the rest of `other`.
    fileprivate mutating func merge(
        _ one: RegimeBelief, _ other: RegimeBelief, share: Double, weight: Double
    ) {
        let rest = 1 - share
        let between = share * rest
        let levelGap = one.level - other.level
        let rateGap = one.rate - other.rate
        let driftGap = one.drift - other.drift
        self.weight = weight
        level = share * one.level + rest * other.level
        rate = share * one.rate + rest * other.rate
        drift = share * one.drift + rest * other.drift
        let a = one.covariance
        let b = other.covariance
        covariance = StateCovariance(
            level: share * a.level + rest * b.level + between * levelGap * levelGap,
            levelRate: share * a.levelRate + rest * b.levelRate + between * levelGap * rateGap,
            levelDrift: share * a.levelDrift + rest * b.levelDrift + between * levelGap * driftGap,
            rate: share * a.rate + rest * b.rate + between * rateGap * rateGap,
            rateDrift: share * a.rateDrift + rest * b.rateDrift + between * rateGap * driftGap,
            drift: share * a.drift + rest * b.drift + between * driftGap * driftGap)
    }

    /// Moves ahead by the law of `regime`.
    ///
    /// The level gains the integral of the rate, the rate returns to its mean, the drift fades. The
    /// noise of level and rate is that of an integrated Ornstein–Uhlenbeck process, which holds for
    /// gaps of any length (D. T. Gillespie, Physical Review E 54, 1996, equations 2.9).
    fileprivate mutating func predict(_ passed: PassedTime, _ regime: GrowthRegime) {
        let tau = regime.reversionDays
        let kept = exp(-passed.days / tau)
        let gain = tau * (1 - kept)
        level += gain * rate + regime.meanPerDay * (passed.days - gain)
        rate = kept * rate + (1 - kept) * regime.meanPerDay
        drift *= passed.driftKept

        let spread = regime.spreadPerDay * regime.spreadPerDay
        let levelNoise = spread * tau * (2 * passed.days - gain * (3 - kept))
        let crossNoise = spread * gain * (1 - kept)
        let p = covariance
        covariance = StateCovariance(
            level: p.level + gain * (2 * p.levelRate + gain * p.rate) + levelNoise
                + passed.walkNoise,
            levelRate: kept * (p.levelRate + gain * p.rate) + crossNoise,
            levelDrift: passed.driftKept * (p.levelDrift + gain * p.rateDrift),
            rate: kept * kept * p.rate + spread * (1 - kept * kept),
            rateDrift: kept * passed.driftKept * p.rateDrift,
            drift: passed.driftKept * passed.driftKept * p.drift + passed.driftNoise)
    }
}
