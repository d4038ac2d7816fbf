/// What light does to some samples that the quality gate lets through: outliers and glare.
///
/// Either sign is as likely: glare can hide plants, and can look like them.
struct LightFaults {
    /// Share of samples that are off on their own.
    static let outlierShare: Float = 0.02
    /// Spread of an outlier in logit units.
    static let outlierLogit = 2.0
    /// Days from one burst of glare to the next, on average (0.15 a day).
    static let daysBetweenBursts = 1 / 0.15
    /// Length of a burst in days (1 to 3 h).
    static let burstDays = 1.0 / 24...3.0 / 24
    /// Size of a burst in logit units, up or down.
    static let burstLogit = 0.8...2.5

    private var random: SplitMix64
    private var outliers: SplitMix64
    private var burstFrom: Double
    private var burstTo: Double
    private var size: Double

    init(seed: UInt64, number: UInt64) {
        random = SplitMix64(seed: seed, stream: "season glare", number: number)
        outliers = SplitMix64(seed: seed, stream: "season outliers", number: number)
        burstFrom = 0
        burstTo = 0
        size = 0
        drawBurst(after: 0)
    }

    /// What is added to the sample of a day, in logit units; call it with ascending days.
    mutating func fault(onDay day: Double) -> Double {
        while day > burstTo { drawBurst(after: burstTo) }
        let glare = day >= burstFrom ? size : 0
        let isOutlier = outliers.chance(Self.outlierShare)
        return glare + (isOutlier ? Self.outlierLogit * outliers.standardNormal() : 0)
    }

    private mutating func drawBurst(after day: Double) {
        burstFrom = day + random.wait(mean: Self.daysBetweenBursts)
        burstTo = burstFrom + random.uniform(in: Self.burstDays)
        size = random.uniform(in: Self.burstLogit) * (random.chance(0.5) ? 1 : -1)
    }
}
