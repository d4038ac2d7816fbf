import Vocabulary

/// How well vegetation is found where there is some.
public struct PositiveFigures: Hashable, Sendable {
    /// Pictures with vegetation that were measured.
    public var images: Int
    /// How many of them have enough vegetation for an IoU of their own.
    public var imagesWithIoU: Int
    /// Mean IoU over these.
    public var iouMean: Double?
    /// IoU of all pictures' pixels taken together.
    public var iouPooled: Double?
    /// F1 of all pictures' pixels taken together.
    public var f1: Double?
    /// Mean absolute error of the coverage, in percentage points.
    public var coverageMAE: Double?
    /// Mean error of the coverage, in percentage points: positive where too much is measured.
    public var coverageBias: Double?

    /// Labelled coverage from which a picture has an IoU of its own.
    ///
    /// Below it a few pixels at the edges of plants decide.
    public static let truthMin = 0.03

    /// Takes the figures of the pictures that were measured.
    public init(_ results: some Sequence<PictureResult>) {
        var pooled = LabelComparison()
        var errors: [Double] = []
        var overlaps: [Double] = []
        for result in results {
            guard let comparison = result.comparison, let error = result.error,
                let truth = result.truth
            else { continue }
            pooled += comparison
            errors.append(error * 100)
            if truth >= Self.truthMin { overlaps.append(result.intersectionOverUnion ?? 0) }
        }
        images = errors.count
        imagesWithIoU = overlaps.count
        iouMean = overlaps.mean
        iouPooled = pooled.intersectionOverUnion
        f1 = pooled.f1
        coverageMAE = errors.map(abs).mean
        coverageBias = errors.mean
    }
}
