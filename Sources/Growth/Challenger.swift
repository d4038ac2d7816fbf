internal import Vocabulary

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A second filter that believes the level to have jumped, and competes with the first.
///
/// It is Bayesian online changepoint detection (R. P. Adams and D. J. C. MacKay, 2007) cut down to
/// two hypotheses: no jump, or a jump at the bin that surprised.
struct Challenger: Hashable, Sendable {
    /// What is believed if the level jumped.
    private(set) var beliefs: RegimeBank
    /// When it would have jumped.
    let since: Timestamp
    /// Bins seen since then.
    private(set) var bins = 0
    /// Logarithm of the odds that it did.
    private(set) var logOdds: Double

    /// Starts at a bin that the filter did not foresee.
    ///
    /// - Parameters:
    ///   - level: Logit coverage of the bin.
    ///   - before: What was believed before the bin.
    ///   - logLikelihood: Of the bin, by what was believed.
    init(
        level: Double, at time: Timestamp, before: RegimeBank, logLikelihood: Double,
        noiseScale: Double, settings: GrowthSettings
    ) {
        let filter = settings.filter
        let challenger = settings.challenger
        func restarted(_ belief: RegimeBelief) -> RegimeBelief {
            RegimeBelief(
                weight: belief.weight, level: level, rate: belief.rate, drift: 0,
                covariance: StateCovariance(
                    level: filter.firstLevelLogit * filter.firstLevelLogit,
                    rate: belief.covariance.rate + Self.rateJumpVariance,
                    drift: noiseScale * filter.driftLogit * filter.driftLogit))
        }
        beliefs = RegimeBank(
            quiet: restarted(before.quiet), growing: restarted(before.growing))
        since = time
        let surprise = (level - before.visibleLevel) / challenger.jumpLogit
        logOdds =
            log(0.5 * challenger.priorPerDay) - log(challenger.jumpLogit)
            - 0.5 * surprise * surprise - logLikelihood
    }

    /// A challenger that was stored.
    init(beliefs: RegimeBank, since: Timestamp, bins: Int, logOdds: Double) {
        self.beliefs = beliefs
        self.since = since
        self.bins = bins
        self.logOdds = logOdds
    }

    /// A harvest or a mat that came may change the rate as well: (0.02 per day)².
    private static let rateJumpVariance = 0.02 * 0.02

    /// Moves ahead with the filter.
    mutating func predict(days: Double, noiseScale: Double, settings: FilterSettings) {
        beliefs.predict(days: days, noiseScale: noiseScale, settings: settings)
    }

    /// Takes in a bin that the filter has taken in as well.
    mutating func update(
        level: Double, variance: Double, rival: BinAgreement, settings: FilterSettings
    ) {
        let agreement = beliefs.update(level: level, variance: variance, settings: settings)
        logOdds += agreement.logLikelihood - rival.logLikelihood
        bins += 1
    }

    /// Whether it takes over at `time`.
    func wins(at time: Timestamp, _ settings: ChallengerSettings) -> Bool {
        logOdds > settings.acceptLogOdds && bins >= settings.leastBins
            && time - since >= settings.leastSpan
    }

    /// Whether it is to be given up at `time`.
    func loses(at time: Timestamp, _ settings: ChallengerSettings) -> Bool {
        logOdds < settings.rejectLogOdds
            || (bins >= settings.leastBins && time - since > settings.longestSpan)
    }

    /// The challenger in single precision, which is what is stored.
    func roundedForStorage() -> Challenger {
        Challenger(
            beliefs: beliefs.roundedForStorage(), since: since, bins: bins,
            logOdds: Double(Float(logOdds)))
    }
}

extension Challenger: Codable {
    private enum CodingKeys: String, CodingKey { case beliefs, since, bins, logOdds }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            beliefs: try container.decode(RegimeBank.self, forKey: .beliefs),
            since: try container.decode(Timestamp.self, forKey: .since),
            bins: try container.decode(Int.self, forKey: .bins),
            logOdds: Double(try container.decode(Float.self, forKey: .logOdds)))
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(beliefs, forKey: .beliefs)
        try container.encode(since, forKey: .since)
        try container.encode(bins, forKey: .bins)
        try container.encode(Float(logOdds), forKey: .logOdds)
    }
}
