#if canImport(Glibc)
    import Glibc
#endif

/// What a fixed camera adds to the truth: noise, drift of the mats, and the light of the hour.
///
/// All of it grows with one factor for each camera. Sizes are in logit units of coverage where not
/// said otherwise; they are those of fixed shore cameras on slow water.
struct CameraNoise {
    /// Noise of each sample on its own.
    static let independentLogit = 0.15
    /// Spread of what wind and current do: they move mats into view and out of it.
    static let driftLogit = 0.25
    /// How long the wind's work lasts, in days (8 h).
    static let driftMemoryDays = 8.0 / 24
    /// Spread of what the light of an hour does, the same every day.
    static let hourLogit = 0.12
    /// Spread of the error of segmentation, as a fraction of the water (0.6 points).
    static let additiveCoverage = 0.006
    /// Spread of the logarithm of a camera's own noise factor.
    static let cameraSpread = 0.4

    private let factor: Double
    private let hourBias: [Double]
    private var drift: OrnsteinUhlenbeck
    private var driftRandom: SplitMix64
    private var random: SplitMix64

    /// Draws a camera.
    ///
    /// - Parameter factor: Multiplies the noise of every camera of the season.
    init(seed: UInt64, number: UInt64, factor: Double) {
        var traits = SplitMix64(seed: seed, stream: "season camera", number: number)
        self.factor = factor * exp(Self.cameraSpread * traits.standardNormal())
        hourBias = (0..<24).map { _ in Self.hourLogit * traits.standardNormal() }
        driftRandom = SplitMix64(seed: seed, stream: "season drift", number: number)
        drift = OrnsteinUhlenbeck(
            spread: Self.driftLogit, memoryDays: Self.driftMemoryDays,
            stepDays: RiverClock.tickDays, random: &driftRandom)
        random = SplitMix64(seed: seed, stream: "season noise", number: number)
    }

    /// Lets the wind blow until the next tick.
    mutating func advance() { drift.advance(&driftRandom) }

    /// What the camera measures of a coverage.
    ///
    /// - Parameters:
    ///   - coverage: The truth, between 0 and 1.
    ///   - hour: Hour of the day, 0…23.
    ///   - fault: What glare or an outlier adds, in logit units.
    /// - Returns: A coverage from 0 to 1.
    mutating func measure(_ coverage: Double, hour: Int, fault: Double) -> Double {
        let added = drift.value + hourBias[hour] + Self.independentLogit * random.standardNormal()
        let level = logit(coverage) + factor * added + fault
        let measured =
            expit(level) + factor * Self.additiveCoverage * random.standardNormal()
        return max(0, min(1, measured))
    }
}
