/// How fast coverage grows at one moment, with its 90 % interval.
///
/// The rate r is that of the logistic law dC/dt = r C (1 − C), so it is the slope of logit
/// coverage over days. Its unit is 1/day.
public struct GrowthEstimate: Codable, Hashable, Sendable {
    /// The camera.
    public var camera: CameraID
    /// The time of the newest sample in the estimate.
    public var time: Timestamp
    /// Coverage now, from the fit, 0…1.
    public var coverage: Double
    /// Lower end of the 90 % interval of the coverage, 0…1.
    public var levelLow: Double
    /// Upper end of the 90 % interval of the coverage, 0…1.
    public var levelHigh: Double
    /// Growth rate in 1/day; `nil` where there is none to give (see ``withheld``).
    public var rate: Double?
    /// Lower end of the rate's 90 % interval in 1/day.
    public var rateLow: Double?
    /// Upper end of the rate's 90 % interval in 1/day.
    public var rateHigh: Double?
    /// Days in which the covered area doubles at this rate; `nil` when it does not grow.
    public var doublingDays: Double?
    /// Whether the evidence is enough to show the rate and to let rules act on it.
    public var published: Bool
    /// Why the rate is not published.
    public var withheld: WithheldReason?

    /// Why a rate is not published.
    public enum WithheldReason: String, Codable, Hashable, Sendable {
        /// Too few samples, or too few days.
        case tooLittleEvidence
        /// The interval is too wide to be of use.
        case tooUncertain
        /// Coverage is below what can be told from zero.
        case belowDetection
        /// The water is nearly full: a mat that thickens can't be seen.
        case saturated
    }

    /// Makes an estimate.
    public init(
        camera: CameraID, time: Timestamp, coverage: Double, levelLow: Double, levelHigh: Double,
        rate: Double?, rateLow: Double?, rateHigh: Double?, doublingDays: Double?,
        published: Bool, withheld: WithheldReason?
    ) {
        self.camera = camera
        self.time = time
        self.coverage = coverage
        self.levelLow = levelLow
        self.levelHigh = levelHigh
        self.rate = rate
        self.rateLow = rateLow
        self.rateHigh = rateHigh
        self.doublingDays = doublingDays
        self.published = published
        self.withheld = withheld
    }
}
