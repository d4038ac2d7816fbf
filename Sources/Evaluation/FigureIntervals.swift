/// 95 % intervals of ``PositiveFigures``, in the same units.
public struct PositiveIntervals: Hashable, Sendable {
    /// Of the mean IoU.
    public var iouMean: ClosedRange<Double>?
    /// Of the pooled IoU.
    public var iouPooled: ClosedRange<Double>?
    /// Of the pooled F1.
    public var f1: ClosedRange<Double>?
    /// Of the coverage's mean absolute error.
    public var coverageMAE: ClosedRange<Double>?
    /// Of the coverage's mean error.
    public var coverageBias: ClosedRange<Double>?

    /// Draws pictures anew; those that were not measured are left out.
    init(_ results: [PictureResult], _ bootstrap: Bootstrap) {
        let measured = results.filter { $0.error != nil }
        let intervals = bootstrap.intervals(of: measured) { drawn in
            let figures = PositiveFigures(drawn)
            return [
                figures.iouMean, figures.iouPooled, figures.f1, figures.coverageMAE,
                figures.coverageBias,
            ]
        }
        iouMean = intervals[0]
        iouPooled = intervals[1]
        f1 = intervals[2]
        coverageMAE = intervals[3]
        coverageBias = intervals[4]
    }
}

/// 95 % intervals of ``NegativeFigures``, in the same units.
public struct NegativeIntervals: Hashable, Sendable {
    /// Of the mean.
    public var falseCoverageMean: ClosedRange<Double>?
    /// Of the median.
    public var falseCoverageMedian: ClosedRange<Double>?
    /// Of the 95th percentile.
    public var falseCoverageP95: ClosedRange<Double>?

    /// Draws pictures anew; those that were not measured are left out.
    init(_ results: [PictureResult], _ bootstrap: Bootstrap) {
        let measured = results.filter { $0.coverage != nil }
        let intervals = bootstrap.intervals(of: measured) { drawn in
            let figures = NegativeFigures(drawn)
            return [
                figures.falseCoverageMean, figures.falseCoverageMedian, figures.falseCoverageP95,
            ]
        }
        falseCoverageMean = intervals[0]
        falseCoverageMedian = intervals[1]
        falseCoverageP95 = intervals[2]
    }
}
