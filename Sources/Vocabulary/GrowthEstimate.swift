/// How fast coverage grows at one moment, with its 90 % interval.
///
/// The rate r is that of the logistic law dC/dt = r C (1 − C), so it is the slope of logit
/// coverage over days. Its unit is 1/day.
public struct GrowthEstimate: Codable, Hashable, Sendable {
    /// The camera.
    public var camera: CameraID
    /// The time of the newest sample in the estimate: of a sample that is later, the bin is not full.
    public var time: Timestamp
    /// Biological coverage now 0…1: what the plants cover without wind and current.
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
    /// What the camera would see now, 0…1: ``coverage`` and what wind and current add to it or take
    /// from it.
    public var visibleCoverage: Double?
    /// What moved the level other than growth; `nil` where nothing is known to.
    public var movement: Movement?

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
        /// The level jumped within the last two days.
        case levelStep
    }

    /// What moves the level and is not growth.
    public enum Movement: String, Codable, Hashable, Sendable {
        /// Within a day the level moved by more than growth can: wind or current carried plants into
        /// view or out of it.
        case drift
        /// It moved and stayed where it is: a harvest, a flush, a mat that came or left.
        case step
    }

    /// Makes an estimate.
    public init(
        camera: CameraID, time: Timestamp, coverage: Double, levelLow: Double, levelHigh: Double,
        rate: Double?, rateLow: Double?, rateHigh: Double?, doublingDays: Double?,
        published: Bool, withheld: WithheldReason?, visibleCoverage: Double? = nil,
        movement: Movement? = nil
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
        self.visibleCoverage = visibleCoverage
        self.movement = movement
    }
}
