public import Vocabulary

/// What the rules are judged on after a sample.
public struct AlertReading: Hashable, Sendable {
    /// Capture time of the sample.
    public var time: Timestamp
    /// The estimate that includes the sample.
    public var estimate: GrowthEstimate
    /// Whether the estimate's coverage rests on enough bins to act on.
    ///
    /// The level of the first bins can be that of a single burst of glare.
    public var isLevelSettled: Bool
    /// The model that measured the coverage.
    public var model: String

    /// Makes a reading.
    public init(
        time: Timestamp, estimate: GrowthEstimate, isLevelSettled: Bool, model: String
    ) {
        self.time = time
        self.estimate = estimate
        self.isLevelSettled = isLevelSettled
        self.model = model
    }

    /// The figures of the reading as evidence; the rate only where it is published.
    func evidence(threshold: Double, since: Timestamp) -> AlertEvidence {
        let isPublished = estimate.published
        return AlertEvidence(
            coverage: estimate.coverage, rate: isPublished ? estimate.rate : nil,
            rateLow: isPublished ? estimate.rateLow : nil,
            rateHigh: isPublished ? estimate.rateHigh : nil,
            doublingDays: isPublished ? estimate.doublingDays : nil, threshold: threshold,
            since: since, model: model)
    }
}
