/// The error that a measured coverage has at least.
enum MeasurementNoise {
    /// Light and thresholds, in logit units: the same at any coverage.
    static let relativeLogit = 0.15
    /// Wrongly judged pixels, as a share of the water: weigh most near 0 and 1.
    private static let misjudgedShare = 0.008
    /// Where a bin usually holds several samples, a bin with one can be a moment of glare.
    private static let singleSampleFactor = 1.5

    /// Standard deviation of a usual sample in logit units.
    static func usualSigma(coverage: Double) -> Double {
        let misjudged = misjudgedShare / (coverage * (1 - coverage))
        return (relativeLogit * relativeLogit + misjudged * misjudged).squareRoot()
    }

    /// Variance of a bin's median in logit².
    ///
    /// It does not shrink with the samples: those of the same two hours share their errors.
    ///
    /// - Parameters:
    ///   - degradation: How many times as uncertain as usual its samples were, at least 1.
    ///   - isThin: Whether it holds one sample where others hold more.
    static func variance(coverage: Double, degradation: Double, isThin: Bool) -> Double {
        let factor = degradation * (isThin ? singleSampleFactor : 1)
        let sigma = usualSigma(coverage: coverage) * factor
        return sigma * sigma
    }
}
