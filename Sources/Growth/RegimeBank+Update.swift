#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// How well a bin agreed with what was believed before it.
struct BinAgreement: Hashable, Sendable {
    /// Logarithm of the bin's likelihood, but for a constant.
    let logLikelihood: Double
    /// Squared innovation over its variance, weighted by the regimes; about 1 where all is well.
    let squaredInnovation: Double
}

extension RegimeBank {
    /// Takes in a bin, which shows level and drift together.
    ///
    /// Each belief is moved by a Kalman filter whose gain shrinks with the surprise, and the regimes
    /// are weighed by how well they foresaw the bin (Blom and Bar-Shalom, 1988).
    ///
    /// - Parameters:
    ///   - level: Logit coverage of the bin.
    ///   - variance: Of its error, in logit².
    mutating func update(
        level: Double, variance: Double, settings: FilterSettings
    ) -> BinAgreement {
        let degrees = settings.studentDegrees
        let resting = quiet.update(level: level, variance: variance, degrees: degrees)
        let growing = growing.update(level: level, variance: variance, degrees: degrees)
        // In logarithms, and from the larger one, so that no surprise underflows to 0 / 0.
        let rests = log(max(quiet.weight, 1e-9)) + resting.logLikelihood
        let grows = log(max(self.growing.weight, 1e-9)) + growing.logLikelihood
        let larger = max(rests, grows)
        let total = larger + log(1 + exp(min(rests, grows) - larger))
        let restsShare = min(max(exp(rests - total), Self.leastWeight), 1)
        let growsShare = min(max(exp(grows - total), Self.leastWeight), 1)
        quiet.weight = restsShare / (restsShare + growsShare)
        self.growing.weight = 1 - quiet.weight
        return BinAgreement(
            logLikelihood: total,
            squaredInnovation: quiet.weight * resting.squaredInnovation
                + self.growing.weight * growing.squaredInnovation)
    }

    /// No regime is ever ruled out, so that it can come back.
    private static let leastWeight = 1e-4
}

extension RegimeBelief {
    /// Beyond this squared innovation a bin loses nearly all of its weight.
    private static let farOutlier = 25.0

    /// Robust Kalman update with a scalar measurement of level + drift.
    ///
    /// The weight (ν + 1) / (ν + z²) is that of Student's t distribution (K. L. Lange, R. J. A.
    /// Little and J. M. G. Taylor, "Robust statistical modeling using the t distribution", JASA 84,
    /// 1989), and so is the likelihood.
    fileprivate mutating func update(
        level seen: Double, variance: Double, degrees: Double
    ) -> BinAgreement {
        let innovation = seen - level - drift
        let p = covariance
        let crossLevel = p.level + p.levelDrift
        let crossRate = p.levelRate + p.rateDrift
        let crossDrift = p.levelDrift + p.drift
        let total = crossLevel + crossDrift + variance
        let squared = innovation * innovation / total
        var trust = min(1, (degrees + 1) / (degrees + squared))
        if squared > Self.farOutlier { trust *= Self.farOutlier / squared }

        let scale = trust / total
        let gainLevel = crossLevel * scale
        let gainRate = crossRate * scale
        let gainDrift = crossDrift * scale
        level += gainLevel * innovation
        rate += gainRate * innovation
        drift += gainDrift * innovation
        covariance = StateCovariance(
            level: p.level - gainLevel * crossLevel,
            levelRate: p.levelRate - gainLevel * crossRate,
            levelDrift: p.levelDrift - gainLevel * crossDrift,
            rate: p.rate - gainRate * crossRate,
            rateDrift: p.rateDrift - gainRate * crossDrift,
            drift: p.drift - gainDrift * crossDrift)
        return BinAgreement(
            logLikelihood: -0.5 * log(total) - 0.5 * (degrees + 1) * log1p(squared / degrees),
            squaredInnovation: squared)
    }
}
