import PixelKernels

/// How pixels of an encoding are read.
struct PixelRule {
    let evidence: PixelEvidenceRule
    let glareLumaSum: UInt16
    /// The least luma that one of the four pixels of that sum has.
    let glareLuma: UInt8
    let glareChroma: Int16

    init(_ weights: ColourEncoding.ReferenceWeights) {
        let blue = weights.blueFromBlue + weights.redFromBlue
        let red = weights.blueFromRed + weights.redFromRed
        evidence = PixelEvidenceRule(
            blueWeight: Int16((64 * blue).rounded()), redWeight: Int16((64 * red).rounded()),
            evidenceMax: Int16(MaskPainter.evidenceMax * pixelLogitSteps))
        let luma = weights.blackLuma + MaskPainter.glareLuma / weights.luma
        glareLumaSum = UInt16((4 * luma).rounded())
        glareLuma = UInt8(min((glareLumaSum + 3) / 4, 255))
        glareChroma = Int16((MaskPainter.glareChroma / weights.blueFromBlue).rounded())
    }
}
