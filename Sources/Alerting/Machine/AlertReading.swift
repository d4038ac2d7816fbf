public import Growth
public import Vocabulary

/// What the rules are judged on after a look at a camera or reach.
public struct AlertReading: Hashable, Sendable {
    /// The camera or reach.
    public var subject: AlertSubject
    /// Capture time of the look.
    public var time: Timestamp
    /// What the look gave.
    public var sight: Sight
    /// The newest estimate; `nil` when nothing is known yet.
    public var estimate: GrowthEstimate?
    /// The model that measured the coverage; empty when nothing was measured yet.
    public var model: String
    /// Time since the newest usable sample.
    public var silence: Duration
    /// The usual time from one usable sample to the next.
    public var usualGap: Duration

    /// What a look gave.
    public enum Sight: Hashable, Sendable {
        /// A sample with which a bin was judged; `isFirstOfDay` when it is the first such of its day
        /// (UTC), on which the rules that are evaluated once a day are judged.
        case judged(GrowthStep, isFirstOfDay: Bool)
        /// A sample that waits in its bin for others.
        case sampled
        /// No usable sample.
        case gap(GapReason)
    }

    /// Makes a reading.
    public init(
        subject: AlertSubject, time: Timestamp, sight: Sight, estimate: GrowthEstimate?,
        model: String, silence: Duration = .zero, usualGap: Duration = .zero
    ) {
        self.subject = subject
        self.time = time
        self.sight = sight
        self.estimate = estimate
        self.model = model
        self.silence = silence
        self.usualGap = usualGap
    }

    /// The step of the estimator, when a bin was judged.
    var step: GrowthStep? {
        if case .judged(let step, _) = sight { step } else { nil }
    }

    /// The longest silence that is nothing unusual: a night and a foggy day, or three usual gaps.
    public var patience: Duration { max(.seconds(36 * 3600), usualGap * 3) }

    /// Whether no usable sample has come for so long that nothing is known of the water any more.
    public var isDataMissing: Bool { silence > patience }
}
