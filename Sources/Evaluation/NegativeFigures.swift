/// How much vegetation is seen where there is none.
public struct NegativeFigures: Hashable, Sendable {
    /// Pictures without vegetation that were measured.
    public var images: Int
    /// Mean of the measured coverage, 0…1.
    public var falseCoverageMean: Double?
    /// Median of the measured coverage, 0…1.
    public var falseCoverageMedian: Double?
    /// 95th percentile of the measured coverage, 0…1.
    public var falseCoverageP95: Double?

    /// Takes the figures of the pictures that were measured.
    public init(_ results: some Sequence<PictureResult>) {
        let coverages = results.compactMap(\.coverage)
        images = coverages.count
        falseCoverageMean = coverages.mean
        falseCoverageMedian = coverages.quantile(0.5)
        falseCoverageP95 = coverages.quantile(0.95)
    }
}
