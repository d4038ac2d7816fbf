internal import Vocabulary

/// How growth is estimated, and how much evidence a rate needs before it is published.
///
/// Settings are configuration, not state: they are passed along with each sample, so a site that
/// changes them need not forget what it has seen.
public struct GrowthSettings: Hashable, Sendable {
    /// Width of a bin: samples that lie in the same bin count once, as their median.
    ///
    /// Bins start at whole multiples of the width since 1970-01-01T00:00:00Z.
    public var binWidth = Duration.seconds(2 * 3600) {
        didSet { binSeconds = max(1, binWidth.components.seconds) }
    }
    /// The width in whole seconds, at least one: asked for each sample, and slow to find.
    private(set) var binSeconds: Int64 = 2 * 3600
    /// A silence longer than this makes the rate start again.
    public var restartAfter = Duration.days(10)
    /// The numbers of the filter.
    public var filter = FilterSettings()
    /// When a jump of the level is believed.
    public var challenger = ChallengerSettings()
    /// What must have been seen before a rate is published.
    public var evidence = EvidenceSettings()
    /// Logarithm of the odds of a slope against a step from which a rise is taken for growth.
    ///
    /// The odds are e to its power. Less finds blooms sooner, and takes more drifting mats for blooms.
    public var slopeLogOdds = 3.75
    /// Standard deviation that a published rate may have, in 1/day.
    public var widestDeviation = 0.10
    /// After a jump of the level the rate is not published for this long.
    public var settleAfterStep = Duration.days(2)
    /// Coverage below this can't be told from zero: no rate.
    public var detectionCoverage = 0.02
    /// Coverage above this hides growth, since a mat that thickens looks the same: no rate.
    public var saturationCoverage = 0.85

    /// The defaults, which suit a fixed camera on slow water.
    public init() {}

    /// The settings that are used where a site says nothing.
    public static let standard = GrowthSettings()
}
