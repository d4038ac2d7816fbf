/// The true growth rate of a camera's water: it wanders, it is held in bounds, and it may bloom.
struct RateCourse {
    /// Spread of the wandering rate, in 1/day: weather, nutrients, grazing.
    static let spreadPerDay = 0.03
    /// How long the weather's rate lasts, in days.
    static let memoryDays = 10.0
    /// Coverage outside of which the rate is pulled back.
    ///
    /// Below, fronds that are left in bays seed the water anew; above, the crowded mat dies back.
    /// Without bounds a rate that wanders for a year takes the level away by 2.5 logit (its
    /// integral), and the water would be empty or full for ever.
    static let quietCoverage = 0.04...0.60
    /// Pull in 1/day for each logit outside of the bounds.
    static let pullPerLogit = 0.02
    /// The strongest pull, in 1/day; below all that counts as growth worth an alert.
    static let strongestPull = 0.05

    private var weather: OrnsteinUhlenbeck
    private var bloom: Bloom?
    private var random: SplitMix64
    private let quietLevels: ClosedRange<Double>

    init(seed: UInt64, number: UInt64, hasBloom: Bool, capacity: Double) {
        random = SplitMix64(seed: seed, stream: "season rate", number: number)
        weather = OrnsteinUhlenbeck(
            spread: Self.spreadPerDay, memoryDays: Self.memoryDays,
            stepDays: RiverClock.tickDays, random: &random)
        var blooms = SplitMix64(seed: seed, stream: "season bloom", number: number)
        bloom = hasBloom ? Bloom(random: &blooms) : nil
        quietLevels =
            logit(
                Self.quietCoverage.lowerBound / capacity)...logit(
                Self.quietCoverage.upperBound / capacity)
    }

    /// The rate at the next tick, in 1/day.
    mutating func next(onDay day: Double, water: WaterLevel) -> Double {
        defer { weather.advance(&random) }
        let added =
            bloom?.rate(
                onDay: day, coverage: water.coverage, shareOfCapacity: water.shareOfCapacity) ?? 0
        return weather.value + added + pull(onLevel: water.level)
    }

    private func pull(onLevel level: Double) -> Double {
        let outside =
            min(0, level - quietLevels.lowerBound) + max(0, level - quietLevels.upperBound)
        return max(-Self.strongestPull, min(Self.strongestPull, -Self.pullPerLogit * outside))
    }
}
