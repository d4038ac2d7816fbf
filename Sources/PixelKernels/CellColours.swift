/// Scales that turn sums over cells into means in codes of full-range BT.601.
///
/// With y, b and r the native means, chroma 128 being neutral: luma is
/// `luma`·(y − `blackLuma`) + `lumaFromBlue`·(b − 128) + `lumaFromRed`·(r − 128), and the
/// differences of blue and red are found in the same way, without luma.
public struct CellColourScale: Hashable, Sendable {
    /// The native code of black.
    public var blackLuma: Float
    /// Luma in luma.
    public var luma: Float
    /// Blue difference in luma.
    public var lumaFromBlue: Float
    /// Red difference in luma.
    public var lumaFromRed: Float
    /// Blue difference in blue difference.
    public var blueFromBlue: Float
    /// Red difference in blue difference.
    public var blueFromRed: Float
    /// Blue difference in red difference.
    public var redFromBlue: Float
    /// Red difference in red difference.
    public var redFromRed: Float

    /// Makes a scale.
    public init(
        blackLuma: Float, luma: Float, lumaFromBlue: Float, lumaFromRed: Float,
        blueFromBlue: Float, blueFromRed: Float, redFromBlue: Float, redFromRed: Float
    ) {
        self.blackLuma = blackLuma
        self.luma = luma
        self.lumaFromBlue = lumaFromBlue
        self.lumaFromRed = lumaFromRed
        self.blueFromBlue = blueFromBlue
        self.blueFromRed = blueFromRed
        self.redFromBlue = redFromBlue
        self.redFromRed = redFromRed
    }
}

/// Turns sums of luma, Cb and Cr over a row of cells into mean colours.
///
/// - Parameters:
///   - lumaSums: Sums of luma over whole cells.
///   - blueSums: Sums of Cb over whole cells.
///   - redSums: Sums of Cr over whole cells.
///   - count: Cells.
///   - scale: From native means to codes of the reference.
///   - luma: `count` means are written; what is blacker than black is 0.
///   - blue: `count` means are written, 0 being neutral.
///   - red: `count` means are written, 0 being neutral.
public func cellColours(
    lumaSums: UnsafePointer<UInt16>, blueSums: UnsafePointer<UInt16>,
    redSums: UnsafePointer<UInt16>, count: Int, scale: CellColourScale,
    luma: UnsafeMutablePointer<Float>, blue: UnsafeMutablePointer<Float>,
    red: UnsafeMutablePointer<Float>
) {
    let lumaShare = 1 / Float(lumaCellSize * lumaCellSize)
    let chromaShare = 1 / Float(chromaCellSize * chromaCellSize)
    for index in 0..<count {
        let b = Float(blueSums[index]) * chromaShare - 128
        let r = Float(redSums[index]) * chromaShare - 128
        blue[index] = scale.blueFromBlue * b + scale.blueFromRed * r
        red[index] = scale.redFromBlue * b + scale.redFromRed * r
        let y = Float(lumaSums[index]) * lumaShare - scale.blackLuma
        let mean = scale.luma * y + scale.lumaFromBlue * b + scale.lumaFromRed * r
        luma[index] = mean < 0 ? 0 : mean
    }
}

/// Multiplies a row of sums by a number.
///
/// - Parameters:
///   - sums: `count` sums.
///   - count: Cells.
///   - factor: What each is multiplied by.
///   - products: `count` numbers are written.
public func scaleCells(
    _ sums: UnsafePointer<UInt16>, count: Int, factor: Float,
    into products: UnsafeMutablePointer<Float>
) {
    for index in 0..<count { products[index] = Float(sums[index]) * factor }
}
