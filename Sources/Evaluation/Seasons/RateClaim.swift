internal import Vocabulary

/// A growth rate that a method publishes at the end of a day, with its 90 % interval.
struct RateClaim: Hashable, Sendable {
    /// The time of the newest sample in it.
    var time: Timestamp
    /// In 1/day.
    var rate: Double
    /// Lower end of the 90 % interval, in 1/day.
    var low: Double
    /// Upper end of the 90 % interval, in 1/day.
    var high: Double
}

/// What a method said over one camera-year.
struct SeasonVerdict: Hashable, Sendable {
    /// The published rates, at most one a day.
    var rates: [RateClaim] = []
    /// When growth alerts began.
    var growthAlerts: [Timestamp] = []
    /// When coverage alerts began, each with its threshold (0…1).
    var coverageAlerts: [CoverageClaim] = []
    /// When alerts of coming coverage began, each with its threshold (0…1).
    var forecastAlerts: [CoverageClaim] = []
}

/// A statement that coverage has reached a threshold, or will.
struct CoverageClaim: Hashable, Sendable {
    /// When the alert began.
    var time: Timestamp
    /// 0…1.
    var threshold: Double
}
