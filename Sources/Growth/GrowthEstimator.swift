public import Vocabulary

/// Turns a camera's samples into its level and growth rate, one sample at a time.
///
/// The state is small and bounded (at most 85 bins of the last 7 days), and equal samples give an
/// equal state. How it works, in order:
///
/// 1. Samples are gathered in bins of 2 h; a bin is the median of its samples in logit units.
/// 2. A jump of the level that no growth explains makes the estimator forget what was before it.
/// 3. A Theil–Sen line through the bins gives the rate, its interval, and the level.
/// 4. The rate is published when there is enough evidence (``GrowthSettings``).
public struct GrowthEstimator: Codable, Hashable, Sendable {
    private var bins = LevelBins()

    /// Starts with no evidence.
    public init() {}

    /// How many bins the estimate rests on.
    ///
    /// A level that rests on fewer than 3 bins can still be one burst of glare.
    public var binCount: Int { bins.bins.count }

    /// Takes the next sample and gives the estimate that includes it.
    ///
    /// A sample that is older than the start of the newest bin (it came late), or whose coverage is
    /// not a number, does not change the estimate.
    ///
    /// - Complexity: O(n²) in the bins, n ≤ 85.
    public mutating func add(
        _ sample: CoverageSample, settings: GrowthSettings = .standard
    ) -> GrowthStep? {
        if sample.coverage.isFinite {
            let level = LogitScale.level(ofCoverage: sample.coverage)
            let counts = bins.add(level: level, at: sample.time, settings: settings)
            if counts, let first = LevelJump.firstBinAfter(in: bins.bins) {
                bins.forget(before: first)
            }
        }
        guard let estimate = estimate(of: sample.camera, settings: settings), let posterior else {
            return nil
        }
        let seconds = sample.time.nanosecondsSinceEpoch / 1_000_000_000
        return GrowthStep(
            estimate: estimate, posterior: posterior,
            bin: JudgedBin(
                number: Int(seconds / max(1, settings.binWidth.components.seconds)),
                time: estimate.time, coverage: sample.coverage, sampleCount: 1),
            binCount: binCount, isSlopeRatherThanStep: binCount >= 5, latestLevelStep: nil)
    }

    /// What is believed after the newest judged bin; `nil` before the first sample.
    public var posterior: GrowthPosterior? {
        guard let time = bins.newestSample, let fit = TheilSenFit(bins.bins) else { return nil }
        let interval = fit.slopeInterval ?? -0.3...0.3
        let sigma = max((interval.upperBound - interval.lowerBound) / 3.29, 0.01)
        var belief = RegimeBelief(
            weight: 1, level: fit.level, rate: fit.slope, drift: 0,
            covariance: StateCovariance(
                level: fit.levelSigma * fit.levelSigma, rate: sigma * sigma, drift: 0.09))
        let quiet = belief
        belief.weight = 0
        return GrowthPosterior(time: time, beliefs: RegimeBank(quiet: quiet, growing: belief))
    }

    /// The estimate as it stands; `nil` before the first sample.
    public func estimate(
        of camera: CameraID, settings: GrowthSettings = .standard
    ) -> GrowthEstimate? {
        guard let time = bins.newestSample, let fit = TheilSenFit(bins.bins) else { return nil }
        let reach = TheilSenFit.normalQuantile95 * fit.levelSigma
        let coverage = LogitScale.coverage(ofLevel: fit.level)
        let withheld = withheldReason(fit, coverage: coverage, settings)
        let interval = fit.slopeInterval
        // An uncertain rate is given with its wide interval, but not published. The others would
        // be numbers without a meaning.
        let isGiven = interval != nil && (withheld == nil || withheld == .tooUncertain)
        return GrowthEstimate(
            camera: camera, time: time, coverage: coverage,
            levelLow: LogitScale.coverage(ofLevel: fit.level - reach),
            levelHigh: LogitScale.coverage(ofLevel: fit.level + reach),
            rate: isGiven ? fit.slope : nil,
            rateLow: isGiven ? interval?.lowerBound : nil,
            rateHigh: isGiven ? interval?.upperBound : nil,
            doublingDays: isGiven
                ? LogitScale.doublingDays(ratePerDay: fit.slope, coverage: coverage) : nil,
            published: withheld == nil, withheld: withheld)
    }

    private func withheldReason(
        _ fit: TheilSenFit, coverage: Double, _ settings: GrowthSettings
    ) -> GrowthEstimate.WithheldReason? {
        guard hasEnoughBins(settings) else { return .tooLittleEvidence }
        if coverage < settings.detectionCoverage { return .belowDetection }
        if coverage > settings.saturationCoverage { return .saturated }
        guard let interval = fit.slopeInterval,
            interval.upperBound - interval.lowerBound <= 2 * settings.widestHalfInterval
        else { return .tooUncertain }
        return nil
    }

    private func hasEnoughBins(_ settings: GrowthSettings) -> Bool {
        guard let first = bins.bins.first, let last = bins.bins.last,
            bins.bins.count >= settings.leastBins,
            Duration.seconds(last.seconds - first.seconds) >= settings.leastSpan
        else { return false }
        var days = 1
        for (bin, next) in zip(bins.bins, bins.bins.dropFirst())
        where bin.seconds / 86_400 != next.seconds / 86_400 {
            days += 1
        }
        return days >= settings.leastDays
    }
}
