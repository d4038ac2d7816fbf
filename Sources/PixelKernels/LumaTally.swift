/// Sum of luma, and how many pixels are dark and how many bright.
public struct LumaTally: Hashable, Sendable {
    /// Sum of the codes.
    public var sum = 0
    /// Pixels below the dark limit.
    public var dark = 0
    /// Pixels above the bright limit.
    public var bright = 0

    /// Makes an empty tally.
    public init() {}
}

/// Adds a row of luma to a tally.
///
/// - Parameters:
///   - row: `count` bytes.
///   - count: Bytes in the row.
///   - darkBelow: A pixel below this code is dark.
///   - brightAbove: A pixel above this code is bright.
///   - tally: What the row is added to.
public func addToTally(
    _ row: UnsafePointer<UInt8>, count: Int, darkBelow: UInt8, brightAbove: UInt8,
    tally: inout LumaTally
) {
    // 32 pixels are 16 pairs of bytes. A lane gains at most 510 a step, so 64 steps stay in range.
    typealias Pairs = SIMD16<Int16>
    let lowByte = Pairs(repeating: 255)
    let sign = Pairs(repeating: 15)
    let dark = Pairs(repeating: Int16(darkBelow))
    let bright = Pairs(repeating: Int16(brightAbove))
    let base = UnsafeRawPointer(row)
    var index = 0
    while index &+ 32 <= count {
        let end = min(count, index &+ 64 &* 32)
        var (sums, darks, brights) = (Pairs.zero, Pairs.zero, Pairs.zero)
        while index &+ 32 <= end {
            let pixels = (base + index).loadUnaligned(as: Pairs.self)
            let even = pixels & lowByte
            let odd = (pixels &>> Pairs(repeating: 8)) & lowByte
            sums &+= even &+ odd
            // The sign of a difference, spread over its lane, is -1 where the comparison holds.
            darks &-= ((even &- dark) &>> sign) &+ ((odd &- dark) &>> sign)
            brights &-= ((bright &- even) &>> sign) &+ ((bright &- odd) &>> sign)
            index &+= 32
        }
        for lane in sums.indices {
            tally.sum += Int(UInt16(bitPattern: sums[lane]))
            tally.dark += Int(darks[lane])
            tally.bright += Int(brights[lane])
        }
    }
    addToTallyScalar(
        row + index, count: count - index, darkBelow: darkBelow, brightAbove: brightAbove,
        tally: &tally)
}

/// The reference of ``addToTally(_:count:darkBelow:brightAbove:tally:)``.
public func addToTallyScalar(
    _ row: UnsafePointer<UInt8>, count: Int, darkBelow: UInt8, brightAbove: UInt8,
    tally: inout LumaTally
) {
    for index in 0..<count {
        tally.sum += Int(row[index])
        if row[index] < darkBelow { tally.dark += 1 }
        if row[index] > brightAbove { tally.bright += 1 }
    }
}
