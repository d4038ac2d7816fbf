public import Imaging
public import PixelKernels

/// Finds vegetation by its green and its texture, in one frame and without training.
///
/// A chroma pixel is vegetation when its excess green g = −(Cb + Cr), in codes of full-range
/// BT.601, is above a threshold that follows the light (``GreenThreshold``), and when the luma
/// around it has texture: green water without any is water. Bright pixels without colour are glare
/// and not judged. Excess green is 2G − R − B up to weights, and free of luma.
///
/// Known limits: sharp reflections of green trees, and green water with ripples or waste on it,
/// are taken for vegetation; plants that are not green are not found.
public struct GreenExcessSegmenter: Segmenter, ~Copyable {
    /// Name and version of the model.
    public let model = "green-excess-1"

    /// Luma, in codes of full-range BT.601, from which a pixel without colour is glare.
    public static let glareLuma = 230.0
    /// |Cb| and |Cr| below which a bright pixel has no colour.
    public static let glareChroma = 10.0
    /// Mean |horizontal| + |vertical difference| of luma from which a surface has texture.
    public static let activityMin = 1.0

    private let kernels: KernelLevel
    private var green = Plane(width: 0, height: 0)
    private var limits = Plane(width: 0, height: 0)
    private var histogram = ByteHistogram()
    private var activity = ActivityGrid()

    /// Makes a segmenter; it keeps its working memory from frame to frame.
    public init(kernels: KernelLevel = .fast) { self.kernels = kernels }

    /// Judges each chroma pixel of `frame` that lies in `zone`.
    ///
    /// - Precondition: `zone` was made for the size of `frame`.
    public mutating func segment(
        _ frame: borrowing Frame, in zone: borrowing Zone, into mask: inout Mask
    ) {
        mask.reset(width: frame.width, height: frame.height)
        guard zone.pixelCount > 0 else { return }
        if green.width != zone.chromaWidth || green.height != zone.chromaHeight {
            green.resize(width: zone.chromaWidth, height: zone.chromaHeight)
        }
        let weights = frame.encoding.referenceWeights
        frame.writeExcessGreen(
            in: zone, rule: Self.rule(weights), into: &green, histogram: &histogram,
            kernels: kernels)
        activity.measure(frame, around: zone, kernels: kernels)
        if limits.width != 4 * activity.width {
            limits.resize(width: 4 * activity.width, height: 1)
        }
        let greenLimit = UInt8(GreenThreshold.threshold(of: histogram) + 128)
        for row in activity.measured.rows {
            let chromaRows = 4 * row..<min(4 * row + 4, zone.chromaHeight)
            activity.writeLimits(
                row: row, activityMin: Self.activityMin / weights.luma, greenLimit: greenLimit,
                into: &limits)
            mask.classify(
                rows: chromaRows, of: zone, green: green, limits: limits, kernels: kernels)
        }
    }

    /// The weights and limits for the kernel, in the native codes of an encoding.
    package static func rule(_ weights: ColourEncoding.ReferenceWeights) -> ExcessGreenRule {
        let glareLuma = weights.blackLuma + glareLuma / weights.luma
        let blueWeight = weights.blueFromBlue + weights.redFromBlue
        return ExcessGreenRule(
            blueWeight: Int16((64 * blueWeight).rounded()),
            redWeight: Int16((64 * (weights.blueFromRed + weights.redFromRed)).rounded()),
            glareLumaSum: UInt16((4 * glareLuma).rounded()),
            glareChroma: Int16((glareChroma / weights.blueFromBlue).rounded()))
    }
}
