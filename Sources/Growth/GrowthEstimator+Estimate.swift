public import Vocabulary

extension GrowthEstimator {
    /// The estimate as it stands; `nil` before the first sample.
    public func estimate(
        of camera: CameraID, settings: GrowthSettings = .standard
    ) -> GrowthEstimate? {
        filter.map { estimate(by: $0, of: camera, settings) }
    }

    func estimate(
        by filter: GrowthFilter, of camera: CameraID, _ settings: GrowthSettings
    ) -> GrowthEstimate {
        let posterior = filter.posterior
        let coverage = posterior.coverage
        let level = posterior.coverageInterval
        let rate = posterior.rate
        let withheld = withheldReason(filter, coverage: coverage, rate: rate, settings)
        // An uncertain rate, and one after a jump, is given with its interval, but not published.
        // The others would be numbers without a meaning.
        let isGiven = withheld == nil || withheld == .tooUncertain || withheld == .levelStep
        let mean = rate.mean
        let interval = isGiven ? rate.interval : nil
        return GrowthEstimate(
            camera: camera, time: posterior.time, coverage: coverage,
            levelLow: level.lowerBound, levelHigh: level.upperBound,
            rate: isGiven ? mean : nil, rateLow: interval?.lowerBound,
            rateHigh: interval?.upperBound,
            doublingDays: isGiven
                ? LogitScale.doublingDays(ratePerDay: mean, coverage: coverage) : nil,
            published: withheld == nil, withheld: withheld,
            visibleCoverage: posterior.visibleCoverage, movement: movement(filter, settings))
    }

    private func withheldReason(
        _ filter: GrowthFilter, coverage: Double, rate: NormalMixture, _ settings: GrowthSettings
    ) -> GrowthEstimate.WithheldReason? {
        guard days.hasEvidence(settings.evidence) else { return .tooLittleEvidence }
        if coverage < settings.detectionCoverage { return .belowDetection }
        if coverage > settings.saturationCoverage { return .saturated }
        if isJustAfterStep(filter, settings) { return .levelStep }
        return rate.standardDeviation > settings.widestDeviation ? .tooUncertain : nil
    }

    private func isJustAfterStep(_ filter: GrowthFilter, _ settings: GrowthSettings) -> Bool {
        filter.latestLevelStep.map { filter.time - $0.accepted < settings.settleAfterStep } ?? false
    }

    /// What moved the level, other than growth.
    ///
    /// Drift is named where the bins of one day lie farther apart than the fastest growth and the
    /// usual noise explain.
    private func movement(
        _ filter: GrowthFilter, _ settings: GrowthSettings
    ) -> GrowthEstimate.Movement? {
        if isJustAfterStep(filter, settings) { return .step }
        let noise = filter.noise.factor.squareRoot() * Self.usualBinLogit
        let explained = Self.fastestGrowthOfDay + Self.driftDeviations * noise
        return days.rangeOfNewestDay > explained ? .drift : nil
    }

    /// What the fastest plants gain in the 12 h of light of a day, in logit units: they grow by 0.6 per
    /// day at most (Ziegler et al., 2015).
    private static let fastestGrowthOfDay = 0.3
    /// Standard deviation of a bin of usual water, by measurement and by wind, in logit units.
    private static let usualBinLogit = 0.335
    private static let driftDeviations = 2.5
}
