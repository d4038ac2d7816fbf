/// How ``excessGreen(luma:_:lumaWidth:blue:red:count:rule:into:)`` reads a frame.
public struct ExcessGreenRule: Hashable, Sendable {
    /// Weight of Cb in 64ths, within ±127.
    public var blueWeight: Int16
    /// Weight of Cr in 64ths, within ±127.
    public var redWeight: Int16
    /// Sum of four luma codes from which a pixel is glare, if it also has no colour.
    public var glareLumaSum: UInt16
    /// |Cb| and |Cr| below which a pixel has no colour.
    public var glareChroma: Int16

    /// Makes a rule.
    public init(
        blueWeight: Int16, redWeight: Int16, glareLumaSum: UInt16, glareChroma: Int16
    ) {
        self.blueWeight = blueWeight
        self.redWeight = redWeight
        self.glareLumaSum = glareLumaSum
        self.glareChroma = glareChroma
    }
}

/// The byte that ``excessGreen(luma:_:lumaWidth:blue:red:count:rule:into:)`` writes for glare.
public let glareByte: UInt8 = 0

/// Writes the excess green g = −(weighted Cb + weighted Cr) of a row of chroma pixels.
///
/// Each byte is g + 128, held within 1…255, or ``glareByte`` where the four luma pixels are bright
/// and the chroma pixel has no colour.
///
/// - Parameters:
///   - luma: The upper of the two luma rows.
///   - lowerLuma: The lower one; the same as `luma` at the bottom of a picture of odd height.
///   - lumaWidth: Columns in both: `2 * count`, or one less at the edge of a picture of odd width.
///   - blue: Cb, `count` bytes, 128 is neutral.
///   - red: Cr, `count` bytes, 128 is neutral.
///   - count: Chroma pixels.
///   - rule: Weights and what counts as glare.
///   - green: `count` bytes are written.
public func excessGreen(
    luma: UnsafePointer<UInt8>, _ lowerLuma: UnsafePointer<UInt8>, lumaWidth: Int,
    blue: UnsafePointer<UInt8>, red: UnsafePointer<UInt8>, count: Int, rule: ExcessGreenRule,
    into green: UnsafeMutablePointer<UInt8>
) {
    let (blueWeight, redWeight) = (rule.blueWeight, rule.redWeight)
    let (glareLumaSum, glareChroma) = (rule.glareLumaSum, rule.glareChroma)
    let wholeCount = min(count, lumaWidth / 2)
    // A plain loop: the compiler makes vectors of it.
    for index in 0..<wholeCount {
        let cb = Int16(truncatingIfNeeded: blue[index]) &- 128
        let cr = Int16(truncatingIfNeeded: red[index]) &- 128
        let weighted = (cb &* blueWeight &+ cr &* redWeight &+ 32) &>> 6
        let held = max(1, min(255, 128 &- weighted))
        let sum =
            UInt16(truncatingIfNeeded: luma[2 &* index])
            &+ UInt16(truncatingIfNeeded: luma[2 &* index &+ 1])
            &+ UInt16(truncatingIfNeeded: lowerLuma[2 &* index])
            &+ UInt16(truncatingIfNeeded: lowerLuma[2 &* index &+ 1])
        let isGlare =
            sum >= glareLumaSum && abs(cb) < glareChroma && abs(cr) < glareChroma
        green[index] = isGlare ? glareByte : UInt8(truncatingIfNeeded: held)
    }
    if wholeCount < count {
        excessGreenScalar(
            luma: luma + 2 * wholeCount, lowerLuma + 2 * wholeCount,
            lumaWidth: lumaWidth - 2 * wholeCount, blue: blue + wholeCount,
            red: red + wholeCount, count: count - wholeCount, rule: rule,
            into: green + wholeCount)
    }
}

/// The reference of ``excessGreen(luma:_:lumaWidth:blue:red:count:rule:into:)``.
public func excessGreenScalar(
    luma: UnsafePointer<UInt8>, _ lowerLuma: UnsafePointer<UInt8>, lumaWidth: Int,
    blue: UnsafePointer<UInt8>, red: UnsafePointer<UInt8>, count: Int, rule: ExcessGreenRule,
    into green: UnsafeMutablePointer<UInt8>
) {
    for index in 0..<count {
        let cb = Int(blue[index]) - 128
        let cr = Int(red[index]) - 128
        let (left, right) = (2 * index, min(2 * index + 1, lumaWidth - 1))
        let sum =
            Int(luma[left]) + Int(luma[right]) + Int(lowerLuma[left]) + Int(lowerLuma[right])
        let isColourless = abs(cb) < Int(rule.glareChroma) && abs(cr) < Int(rule.glareChroma)
        if sum >= Int(rule.glareLumaSum), isColourless {
            green[index] = glareByte
        } else {
            // An arithmetic shift rounds down, so adding a half rounds to nearest.
            let weighted = (cb * Int(rule.blueWeight) + cr * Int(rule.redWeight) + 32) >> 6
            green[index] = UInt8(max(1, min(255, 128 - weighted)))
        }
    }
}
