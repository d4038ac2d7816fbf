/// Why an alert was decided as it was: the figures, and by which rule and model.
///
/// What does not apply to a kind of rule, or is not known, is `nil` and left out of the JSON.
public struct AlertEvidence: Codable, Hashable, Sendable {
    /// Coverage at the event, 0…1; for a camera that gives no samples, the last that was known.
    public var coverage: Double?
    /// Lower end of the coverage's 90 % interval, 0…1.
    public var coverageLow: Double?
    /// Upper end of the coverage's 90 % interval, 0…1.
    public var coverageHigh: Double?
    /// Growth rate in 1/day, where one was published.
    public var rate: Double?
    /// Lower end of the rate's 90 % interval in 1/day.
    public var rateLow: Double?
    /// Upper end of the rate's 90 % interval in 1/day.
    public var rateHigh: Double?
    /// Days in which the covered area doubles.
    public var doublingDays: Double?
    /// The threshold that was crossed, in the unit of the rule (fraction, or 1/day).
    public var threshold: Double?
    /// How likely it is that the threshold is reached, 0…1.
    public var probability: Double?
    /// The probability that the rule asks for: at least this to fire, at most this to resolve.
    public var probabilityLimit: Double?
    /// How many days ahead the probability is, for a forecast.
    public var horizonDays: Int?
    /// Whether the levels of the last days rise along a line rather than in one step.
    public var isSlopeRatherThanStep: Bool?
    /// Why the camera's newest look gave no sample.
    public var gapReason: GapReason?
    /// Since when the condition has held, or has been away.
    public var since: Timestamp
    /// Capture times of the looks that agreed, oldest first: the newest of each bin, 8 at most.
    ///
    /// Camera and capture time name a sample in the store.
    public var samples: [Timestamp]?
    /// How many evaluations agreed.
    public var evaluations: Int?
    /// The model that measured the coverage; empty when nothing was measured yet.
    public var model: String
    /// Hash of the rule as it held for this subject, 16 hexadecimal digits.
    public var ruleVersion: String?
    /// Hash of the site file that the rule stands in, 16 hexadecimal digits.
    public var configuration: String?
    /// Where the rule stood before.
    public var previousState: AlertPhase?
    /// Number of this reminder of the alert, from 1.
    public var reminder: Int?

    /// Makes evidence from the figures that nearly every alert has; the others start as `nil`.
    public init(
        coverage: Double?, rate: Double? = nil, rateLow: Double? = nil, rateHigh: Double? = nil,
        doublingDays: Double? = nil, threshold: Double?, since: Timestamp, model: String
    ) {
        self.coverage = coverage
        self.rate = rate
        self.rateLow = rateLow
        self.rateHigh = rateHigh
        self.doublingDays = doublingDays
        self.threshold = threshold
        self.since = since
        self.model = model
    }
}
