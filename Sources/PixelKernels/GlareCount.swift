/// Which pixels count as glare: bright and without colour.
public struct GlareLimits: Hashable, Sendable {
    /// Luma above which a pixel is bright.
    public var brightAbove: UInt8
    /// |Cb − 128| and |Cr − 128| below which it has no colour.
    public var chromaBelow: UInt8

    /// Makes limits, in the codes of the picture.
    public init(brightAbove: UInt8, chromaBelow: UInt8) {
        self.brightAbove = brightAbove
        self.chromaBelow = chromaBelow
    }
}

/// Counts the chroma pixels of a row that are glare.
///
/// - Parameters:
///   - luma: The luma of each chroma pixel's upper left corner: every other byte of a luma row.
///   - blueDifference: `count` bytes, 128 is neutral.
///   - redDifference: `count` bytes, 128 is neutral.
///   - count: Chroma pixels in the row.
///   - limits: Which pixels count.
public func glareCount(
    luma: UnsafePointer<UInt8>, blueDifference: UnsafePointer<UInt8>,
    redDifference: UnsafePointer<UInt8>, count: Int, limits: GlareLimits
) -> Int {
    // Glare is rare: a stretch that holds no bright pixel is left at once.
    let stretch = 64
    let limit = ByteVector(repeating: limits.brightAbove)
    var total = 0
    var start = 0
    while start < count {
        let end = min(start &+ stretch, count)
        // Of the last chroma pixel of a row there may be one column of luma only.
        if end == count || isReached(limit, by: luma + 2 &* start) {
            total += glareCount(
                luma: luma + 2 &* start, blue: blueDifference + start, red: redDifference + start,
                count: end &- start, limits: limits)
        }
        start = end
    }
    return total
}

/// Whether one of 128 bytes is not less than a limit.
@inline(__always)
private func isReached(_ limit: ByteVector, by bytes: UnsafePointer<UInt8>) -> Bool {
    ByteVector(bytes).greater(ByteVector(bytes + 32))
        .greater(ByteVector(bytes + 64).greater(ByteVector(bytes + 96))).reaches(limit)
}

private func glareCount(
    luma: UnsafePointer<UInt8>, blue: UnsafePointer<UInt8>, red: UnsafePointer<UInt8>, count: Int,
    limits: GlareLimits
) -> Int {
    let bright = Int16(limits.brightAbove)
    let neutral = Int16(limits.chromaBelow)
    var total: UInt32 = 0
    for index in 0..<count {
        let isBright = bright &- Int16(truncatingIfNeeded: luma[2 &* index])
        let cb = abs(Int16(truncatingIfNeeded: blue[index]) &- 128) &- neutral
        let cr = abs(Int16(truncatingIfNeeded: red[index]) &- 128) &- neutral
        // All three are negative where the pixel is glare.
        total &+= UInt32(truncatingIfNeeded: (isBright & cb & cr) &>> 15 & 1)
    }
    return Int(total)
}

/// The reference of ``glareCount(luma:blueDifference:redDifference:count:limits:)``.
public func glareCountScalar(
    luma: UnsafePointer<UInt8>, blueDifference: UnsafePointer<UInt8>,
    redDifference: UnsafePointer<UInt8>, count: Int, limits: GlareLimits
) -> Int {
    (0..<count).count { index in
        luma[2 * index] > limits.brightAbove
            && abs(Int(blueDifference[index]) - 128) < Int(limits.chromaBelow)
            && abs(Int(redDifference[index]) - 128) < Int(limits.chromaBelow)
    }
}
