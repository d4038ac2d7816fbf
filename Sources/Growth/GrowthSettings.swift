public import Vocabulary

/// How growth is estimated, and how much evidence a rate needs before it is published.
///
/// Settings are configuration, not state: they are passed along with each sample, so a site that
/// changes them need not forget what it has seen.
public struct GrowthSettings: Hashable, Sendable {
    /// Width of a bin: samples that lie in the same bin count once, as their median.
    ///
    /// Bins start at whole multiples of the width since 1970-01-01T00:00:00Z.
    public var binWidth: Duration
    /// How far back the fit looks from the newest bin.
    public var window: Duration
    /// A silence longer than this makes the fit start again.
    public var restartAfter: Duration
    /// The least number of bins for a rate.
    public var leastBins: Int
    /// The least time between the first and the last bin for a rate.
    public var leastSpan: Duration
    /// The least number of days (UTC) with a bin for a rate.
    public var leastDays: Int
    /// Half of the width that the rate's 90 % interval may have, in 1/day.
    public var widestHalfInterval: Double
    /// Coverage below this can't be told from zero: no rate.
    public var detectionCoverage: Double
    /// Coverage above this hides growth, since a mat that thickens looks the same: no rate.
    public var saturationCoverage: Double

    /// The numbers of the filter.
    public var filter = FilterSettings()

    /// Makes settings; each has a default that suits a fixed camera on slow water.
    public init(
        binWidth: Duration = .seconds(2 * 3600), window: Duration = .days(7),
        restartAfter: Duration = .days(10), leastBins: Int = 5, leastSpan: Duration = .days(2),
        leastDays: Int = 3, widestHalfInterval: Double = 0.15, detectionCoverage: Double = 0.02,
        saturationCoverage: Double = 0.85
    ) {
        self.binWidth = binWidth
        self.window = window
        self.restartAfter = restartAfter
        self.leastBins = leastBins
        self.leastSpan = leastSpan
        self.leastDays = leastDays
        self.widestHalfInterval = widestHalfInterval
        self.detectionCoverage = detectionCoverage
        self.saturationCoverage = saturationCoverage
    }

    /// The settings that are used where a site says nothing.
    public static let standard = GrowthSettings()

    /// Bins that are kept at most, whatever the settings ask for.
    ///
    /// The standard window of 7 days holds 85 bins of 2 h, both ends counted. The work for a
    /// sample grows with the square of the bins, so the number needs a limit.
    static let mostBins = 85
}
