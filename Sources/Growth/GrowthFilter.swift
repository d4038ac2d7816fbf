internal import Vocabulary

/// The filter of one camera: what is believed after its newest judged bin.
///
/// Level, rate and drift are followed by two Kalman filters, one for each ``GrowthRegime``, whose
/// mixture is the answer. A ``Challenger`` takes over when the level has really jumped, and the
/// ``NoiseScale`` fits the camera. Each bin costs the same, however long the past.
struct GrowthFilter: Hashable, Sendable {
    /// Capture time of the newest sample in it.
    private(set) var time: Timestamp
    /// The mixture.
    private(set) var beliefs: RegimeBank
    /// How noisy the camera is.
    private(set) var noise: NoiseScale
    /// Bins since the start or the last long silence.
    private(set) var binCount: Int
    /// A jump that may have happened; `nil` where none is in question.
    private(set) var challenger: Challenger?
    /// The newest jump that was accepted.
    private(set) var latestLevelStep: LevelStep?

    /// Starts with a first bin.
    init(_ bin: BinMeasurement, settings: GrowthSettings) {
        time = bin.time
        beliefs = RegimeBank(level: bin.level, settings: settings.filter)
        noise = NoiseScale()
        binCount = 0
        take(bin, settings)
        // The first bin agrees with itself, which says nothing of the noise.
        noise = NoiseScale()
    }

    /// A filter that was stored.
    init(
        time: Timestamp, beliefs: RegimeBank, noise: NoiseScale, binCount: Int,
        challenger: Challenger?, latestLevelStep: LevelStep?
    ) {
        self.time = time
        self.beliefs = beliefs
        self.noise = noise
        self.binCount = binCount
        self.challenger = challenger
        self.latestLevelStep = latestLevelStep
    }

    /// What is believed, for rules.
    var posterior: GrowthPosterior {
        GrowthPosterior(time: time, beliefs: beliefs, noiseScale: noise.factor)
    }

    /// Takes in a bin; its time must be later than that of the one before.
    mutating func add(_ bin: BinMeasurement, settings: GrowthSettings) {
        let silence = bin.time - time
        if silence > settings.restartAfter {
            beliefs.restart(
                afterDays: silence.inDays, settings: settings.filter, noiseScale: noise.factor)
            challenger = nil
            binCount = 0
        } else {
            let days = silence.inDays
            beliefs.predict(days: days, noiseScale: noise.factor, settings: settings.filter)
            challenger?.predict(days: days, noiseScale: noise.factor, settings: settings.filter)
        }
        time = bin.time
        take(bin, settings)
    }

    private mutating func take(_ bin: BinMeasurement, _ settings: GrowthSettings) {
        let variance = noise.factor * bin.variance
        let before = beliefs
        let agreement = beliefs.update(
            level: bin.level, variance: variance, settings: settings.filter)
        binCount += 1
        noise.learn(
            squaredInnovation: agreement.squaredInnovation,
            within: settings.filter.noiseScaleRange)
        if challenger != nil {
            challenger?.update(
                level: bin.level, variance: variance, rival: agreement, settings: settings.filter)
            decide(settings.challenger)
        } else if agreement.squaredInnovation > settings.challenger.startSquaredInnovation,
            binCount >= settings.challenger.settledBins
        {
            challenger = Challenger(
                level: bin.level, at: bin.time, before: before,
                logLikelihood: agreement.logLikelihood, noiseScale: noise.factor,
                settings: settings)
        }
        beliefs = beliefs.roundedForStorage()
        challenger = challenger?.roundedForStorage()
    }

    private mutating func decide(_ settings: ChallengerSettings) {
        guard let rival = challenger else { return }
        if rival.wins(at: time, settings) {
            let size = rival.beliefs.meanLevel - beliefs.meanLevel
            latestLevelStep = LevelStep(
                began: rival.since, accepted: time, sizeLogit: Double(Float(size)))
            beliefs = rival.beliefs
            challenger = nil
        } else if rival.loses(at: time, settings) {
            challenger = nil
        }
    }
}

extension GrowthFilter: Codable {
    private enum CodingKeys: String, CodingKey {
        case time, beliefs, noise, noiseBins, bins, challenger, step
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            time: try container.decode(Timestamp.self, forKey: .time),
            beliefs: try container.decode(RegimeBank.self, forKey: .beliefs),
            noise: NoiseScale(
                factor: Double(try container.decode(Float.self, forKey: .noise)),
                bins: try container.decode(Int.self, forKey: .noiseBins)),
            binCount: try container.decode(Int.self, forKey: .bins),
            challenger: try container.decodeIfPresent(Challenger.self, forKey: .challenger),
            latestLevelStep: try container.decodeIfPresent(LevelStep.self, forKey: .step))
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(time, forKey: .time)
        try container.encode(beliefs, forKey: .beliefs)
        try container.encode(Float(noise.factor), forKey: .noise)
        try container.encode(noise.bins, forKey: .noiseBins)
        try container.encode(binCount, forKey: .bins)
        try container.encodeIfPresent(challenger, forKey: .challenger)
        try container.encodeIfPresent(latestLevelStep, forKey: .step)
    }
}
