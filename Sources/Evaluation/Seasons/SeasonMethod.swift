internal import Vocabulary

/// A way to judge a camera's samples.
public enum SeasonMethod: String, Codable, CaseIterable, Hashable, Sendable {
    /// What `duckweed run` does with its standard rules.
    case live
    /// A least-squares line through the logarithm of all samples of 7 days.
    case leastSquares7
    /// A Theil–Sen line through the daily medians of 7 days, in logit units.
    case theilSen7
    /// A Theil–Sen line through the daily medians of 14 days, in logit units.
    case theilSen14
    /// A coverage alert after three samples in a row at the threshold; no rate.
    case threeInARow

    /// What the method says of one camera's samples, which are in the order of time.
    func verdict(on samples: [CoverageSample]) -> SeasonVerdict {
        switch self {
        case .live: LiveJudge.verdict(on: samples)
        case .leastSquares7: SlopeJudge(windowDays: 7, fit: .logLeastSquares).verdict(on: samples)
        case .theilSen7: SlopeJudge(windowDays: 7, fit: .dailyTheilSen).verdict(on: samples)
        case .theilSen14: SlopeJudge(windowDays: 14, fit: .dailyTheilSen).verdict(on: samples)
        case .threeInARow: ThreeInARowJudge.verdict(on: samples)
        }
    }
}
