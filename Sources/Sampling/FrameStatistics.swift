public import Imaging
public import PixelKernels

/// Figures of a frame from which the quality gate tells whether it can be trusted.
///
/// Luma and chroma are in codes of full-range BT.601 (0…255; chroma 0 is neutral), by the weights
/// that are exact for grey pixels: of a coloured pixel they may be off by a few codes.
public struct FrameStatistics: Hashable, Sendable {
    /// Chroma pixels in the zone.
    public var zonePixelCount: Int
    /// Mean luma of the zone.
    public var meanLuma: Double
    /// Share of the zone's luma pixels that are darker than ``darkLuma``.
    public var darkShare: Double
    /// Share of the zone's luma pixels that are brighter than ``brightLuma``.
    public var brightShare: Double
    /// Share of the zone that is bright and has no colour.
    public var glareShare: Double
    /// Mean of |Cb| over the whole picture.
    public var meanAbsoluteBlueDifference: Double
    /// Mean of |Cr| over the whole picture.
    public var meanAbsoluteRedDifference: Double
    /// Detail of the whole picture, in native codes.
    public var detail: PictureDetail
    /// Hash of the whole picture's luma.
    public var pictureHash: UInt64

    /// Luma below which a pixel counts as dark.
    public static let darkLuma = 28.0
    /// Luma above which a pixel counts as bright.
    public static let brightLuma = 235.0
    /// |Cb| and |Cr| below which a bright pixel is glare.
    public static let glareChroma = 4.0

    /// Makes statistics from their figures.
    public init(
        zonePixelCount: Int, meanLuma: Double, darkShare: Double, brightShare: Double,
        glareShare: Double, meanAbsoluteBlueDifference: Double,
        meanAbsoluteRedDifference: Double, detail: PictureDetail, pictureHash: UInt64
    ) {
        self.zonePixelCount = zonePixelCount
        self.meanLuma = meanLuma
        self.darkShare = darkShare
        self.brightShare = brightShare
        self.glareShare = glareShare
        self.meanAbsoluteBlueDifference = meanAbsoluteBlueDifference
        self.meanAbsoluteRedDifference = meanAbsoluteRedDifference
        self.detail = detail
        self.pictureHash = pictureHash
    }

    /// Measures a frame.
    ///
    /// - Parameters:
    ///   - frame: The picture.
    ///   - zone: The water.
    ///   - kernels: Which form of the loops to run.
    /// - Precondition: `zone` was made for the size of `frame`.
    public static func measure(
        _ frame: borrowing Frame, in zone: borrowing Zone, kernels: KernelLevel = .fast
    ) -> FrameStatistics {
        let weights = frame.encoding.referenceWeights
        let (tally, pixelCount, pictureHash) = frame.lumaTally(
            in: zone, darkBelow: frame.encoding.nativeLuma(ofReference: darkLuma),
            brightAbove: frame.encoding.nativeLuma(ofReference: brightLuma), kernels: kernels)
        let glareShare = frame.glareShare(
            in: zone,
            limits: GlareLimits(
                brightAbove: frame.encoding.nativeLuma(ofReference: brightLuma),
                chromaBelow: UInt8(glareChroma)),
            kernels: kernels)
        let chroma = frame.meanAbsoluteChroma(kernels: kernels)
        let pixels = Double(max(pixelCount, 1))
        return FrameStatistics(
            zonePixelCount: zone.pixelCount,
            meanLuma: (Double(tally.sum) / pixels - weights.blackLuma) * weights.luma,
            darkShare: Double(tally.dark) / pixels, brightShare: Double(tally.bright) / pixels,
            glareShare: glareShare,
            meanAbsoluteBlueDifference: chroma.blue * weights.blueFromBlue,
            meanAbsoluteRedDifference: chroma.red * weights.redFromRed,
            detail: frame.detail(kernels: kernels), pictureHash: pictureHash)
    }
}
