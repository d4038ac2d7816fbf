public import Imaging
public import PixelKernels
public import Vocabulary

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
    /// Excess green of the zone of the frame segmented last; 128 is none, 0 is glare.
    private var green = Plane(width: 0, height: 0)
    /// The threshold of that frame, before any recalibration.
    private var threshold = GreenThreshold.lowest
    private var limits = Plane(width: 0, height: 0)
    private var histogram = ByteHistogram()
    private var activity = ActivityGrid()

    /// Makes a segmenter; it keeps its working memory from frame to frame.
    public init(kernels: KernelLevel = .fast) { self.kernels = kernels }

    /// Judges each chroma pixel of `frame` that lies in `zone`.
    ///
    /// - Precondition: `zone` was made for the size of `frame`.
    public mutating func segment(
        _ frame: borrowing Frame, in zone: borrowing Zone, calibration: LogitCalibration,
        into mask: inout Mask
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
        threshold = GreenThreshold.threshold(of: histogram)
        let greenLimit = Self.greenLimit(threshold, calibration)
        for row in activity.measured.rows {
            let chromaRows = 4 * row..<min(4 * row + 4, zone.chromaHeight)
            activity.writeLimits(
                row: row, activityMin: Self.activityMin / weights.luma, greenLimit: greenLimit,
                into: &limits)
            mask.classify(
                rows: chromaRows, of: zone, green: green, limits: limits, kernels: kernels)
        }
    }

    /// How far the green of the cell of 8 × 8 luma pixels that holds a pixel is above the threshold.
    public borrowing func vegetationLogit(x: Int, y: Int) -> Double? {
        var (sum, count) = (0, 0)
        for row in y / 8 * 4..<min(y / 8 * 4 + 4, green.height) {
            for column in x / 8 * 4..<min(x / 8 * 4 + 4, green.width) where green[column, row] > 0 {
                sum += Int(green[column, row]) - 128
                count += 1
            }
        }
        guard count > 0 else { return nil }
        return (Double(sum) / Double(count) - threshold) / Self.greenPerLogit
    }

    /// Excess green that makes one unit of the logit.
    private static let greenPerLogit = 4.0

    /// The byte of green above which the corrected logit is positive.
    private static func greenLimit(_ threshold: Double, _ calibration: LogitCalibration) -> UInt8 {
        let shifted = threshold - greenPerLogit * calibration.offset / calibration.slope
        return UInt8(min(max(shifted, -120), 120) + 128)
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
