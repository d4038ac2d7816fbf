public import Growth
public import Vocabulary

/// What the rules are judged on after a look at a camera or reach.
public struct AlertReading: Sendable {
    /// The camera or reach.
    public let subject: AlertSubject
    /// Capture time of the look.
    public let time: Timestamp
    /// What the look gave.
    public let sight: Sight
    /// What was known before, where no bin was judged.
    private let formerEstimate: GrowthEstimate?
    /// The model that measured the coverage; empty when nothing was measured yet.
    public let model: String
    /// The usual time from one usable sample to the next.
    public let usualGap: Duration
    /// The longest silence that is nothing unusual: a night and a foggy day, or three usual gaps.
    public let patience: Duration
    /// Whether no usable sample has come for so long that nothing is known of the water any more.
    public let isDataMissing: Bool

    /// What a look gave.
    public enum Sight: Sendable {
        /// A sample with which a bin was judged; `isFirstOfDay` when it is the first such of its day
        /// (UTC), on which the rules that are evaluated once a day are judged.
        case judged(GrowthStep, isFirstOfDay: Bool)
        /// A sample that waits in its bin for others.
        case sampled
        /// No usable sample.
        case gap(GapReason)
    }

    /// Makes a reading.
    ///
    /// - Parameters:
    ///   - formerEstimate: What is known of the water where the look let no bin be judged.
    ///   - silence: Time since the newest usable sample.
    public init(
        subject: AlertSubject, time: Timestamp, sight: Sight, formerEstimate: GrowthEstimate?,
        model: String, silence: Duration = .zero, usualGap: Duration = .zero
    ) {
        self.subject = subject
        self.time = time
        self.sight = sight
        self.formerEstimate = formerEstimate
        self.model = model
        self.usualGap = usualGap
        patience = max(.seconds(36 * 3600), Self.threeTimes(usualGap))
        isDataMissing = silence > patience
    }

    /// The step of the estimator, when a bin was judged.
    var step: GrowthStep? {
        if case .judged(let step, _) = sight { step } else { nil }
    }

    /// The newest estimate; `nil` when nothing is known yet.
    public var estimate: GrowthEstimate? { step?.estimate ?? formerEstimate }

    /// Sums are much quicker than products of a `Duration`.
    static func threeTimes(_ length: Duration) -> Duration { length + length + length }
}
