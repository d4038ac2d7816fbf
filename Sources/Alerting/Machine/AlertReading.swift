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
    /// What stands around the look.
    public var circumstances: AlertCircumstances

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
        model: String, silence: Duration = .zero, usualGap: Duration = .zero,
        circumstances: AlertCircumstances = .usual
    ) {
        self.subject = subject
        self.time = time
        self.sight = sight
        self.estimate = estimate
        self.model = model
        self.silence = silence
        self.usualGap = usualGap
        self.circumstances = circumstances
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

/// What stands around a look and comes from outside: people's decisions.
public struct AlertCircumstances: Hashable, Sendable {
    /// The rules that are silenced at this subject, by maintenance or by the alert of its reach.
    public var silenced: Set<RuleID>
    /// Whether reminders wait, because the hours are quiet.
    public var isQuietHour: Bool

    /// Makes circumstances.
    public init(silenced: Set<RuleID> = [], isQuietHour: Bool = false) {
        self.silenced = silenced
        self.isQuietHour = isQuietHour
    }

    /// No silence and no quiet hour.
    public static let usual = AlertCircumstances()
}
