/// How a chroma pixel's own green is read.
public struct PixelEvidenceRule: Hashable, Sendable {
    /// Weight of Cb in 64ths, within ±127.
    public var blueWeight: Int16
    /// Weight of Cr in 64ths, within ±127.
    public var redWeight: Int16
    /// The most that a pixel's green can say, in steps of 1 / ``pixelLogitSteps``.
    public var evidenceMax: Int16

    /// Makes a rule.
    public init(blueWeight: Int16, redWeight: Int16, evidenceMax: Int16) {
        self.blueWeight = blueWeight
        self.redWeight = redWeight
        self.evidenceMax = evidenceMax
    }
}

/// Tells vegetation from water in a row of chroma pixels, from the cells' logits and each pixel's
/// own green.
///
/// - Parameters:
///   - logits: The cells' logits at each pixel, in steps of 1 / ``pixelLogitSteps``.
///   - blue: Cb, 128 is neutral.
///   - red: Cr, 128 is neutral.
///   - middle: The green between the vegetation's and the water's around each pixel.
///   - gain: Evidence for each code of green above the middle, 0…31; 0 where the two do not differ.
///   - count: Pixels.
///   - rule: How green is read.
///   - classes: For each pixel 1 is written for vegetation, else 0.
public func classifyPixels(
    logits: UnsafePointer<Int16>, blue: UnsafePointer<UInt8>, red: UnsafePointer<UInt8>,
    middle: UnsafePointer<Int16>, gain: UnsafePointer<Int16>, count: Int, rule: PixelEvidenceRule,
    into classes: UnsafeMutablePointer<UInt8>
) {
    let (blueWeight, redWeight) = (rule.blueWeight, rule.redWeight)
    let evidenceMax = rule.evidenceMax
    // A plain loop: the compiler makes vectors of it.
    for index in 0..<count {
        let cb = Int16(truncatingIfNeeded: blue[index]) &- 128
        let cr = Int16(truncatingIfNeeded: red[index]) &- 128
        let green = 0 &- ((cb &* blueWeight &+ cr &* redWeight &+ 32) &>> 6)
        let evidence = (green &- middle[index]) &* gain[index]
        let held = max(0 &- evidenceMax, min(evidenceMax, evidence))
        classes[index] = logits[index] &+ held > 0 ? 1 : 0
    }
}

/// The reference of ``classifyPixels(logits:blue:red:middle:gain:count:rule:into:)``.
public func classifyPixelsScalar(
    logits: UnsafePointer<Int16>, blue: UnsafePointer<UInt8>, red: UnsafePointer<UInt8>,
    middle: UnsafePointer<Int16>, gain: UnsafePointer<Int16>, count: Int, rule: PixelEvidenceRule,
    into classes: UnsafeMutablePointer<UInt8>
) {
    for index in 0..<count {
        let weighted =
            (Int(blue[index]) - 128) * Int(rule.blueWeight)
            + (Int(red[index]) - 128) * Int(rule.redWeight)
        // An arithmetic shift rounds down, so adding a half rounds to nearest.
        let green = -((weighted + 32) >> 6)
        let evidence = (green - Int(middle[index])) * Int(gain[index])
        let held = max(-Int(rule.evidenceMax), min(Int(rule.evidenceMax), evidence))
        classes[index] = Int(logits[index]) + held > 0 ? 1 : 0
    }
}

/// Marks the chroma pixels that are glare: bright, without colour, and not vegetation.
///
/// - Parameters:
///   - luma: The upper of the two luma rows, 2 × `count` bytes.
///   - lowerLuma: The lower one.
///   - blue: Cb, 128 is neutral.
///   - red: Cr, 128 is neutral.
///   - count: Pixels.
///   - lumaSum: Sum of four luma codes from which a pixel is bright.
///   - chroma: |Cb| and |Cr| below which a pixel has no colour.
///   - classes: A pixel of class 0 that is glare becomes 3.
public func markGlare(
    luma: UnsafePointer<UInt8>, _ lowerLuma: UnsafePointer<UInt8>, blue: UnsafePointer<UInt8>,
    red: UnsafePointer<UInt8>, count: Int, lumaSum: UInt16, chroma: Int16,
    in classes: UnsafeMutablePointer<UInt8>
) {
    for index in 0..<count {
        let sum =
            UInt16(truncatingIfNeeded: luma[2 &* index])
            &+ UInt16(truncatingIfNeeded: luma[2 &* index &+ 1])
            &+ UInt16(truncatingIfNeeded: lowerLuma[2 &* index])
            &+ UInt16(truncatingIfNeeded: lowerLuma[2 &* index &+ 1])
        let cb = abs(Int16(truncatingIfNeeded: blue[index]) &- 128)
        let cr = abs(Int16(truncatingIfNeeded: red[index]) &- 128)
        let isGlare = sum >= lumaSum && cb < chroma && cr < chroma && classes[index] == 0
        classes[index] = isGlare ? 3 : classes[index]
    }
}
