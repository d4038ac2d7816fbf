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
    let dark = ByteVector(repeating: darkBelow)
    // No pixel is brighter than 255.
    let canBeBright = brightAbove < 255
    let bright = ByteVector(repeating: brightAbove &+ (canBeBright ? 1 : 0))
    var index = 0
    while index &+ 32 <= count {
        // A count gains 1 a step at most.
        let start = index
        let end = min(count, index &+ 255 &* 32)
        var sums = OctetSums.zero
        var (notDark, brights) = (ByteVector.zero, ByteVector.zero)
        while index &+ 32 <= end {
            let pixels = ByteVector(row + index)
            sums &+= pixels.octetSums
            pixels.count(notLessThan: dark, in: &notDark)
            pixels.count(notLessThan: bright, in: &brights)
            index &+= 32
        }
        tally.sum += Int(truncatingIfNeeded: sums.wrappedSum())
        tally.dark += index - start - notDark.sum
        if canBeBright { tally.bright += brights.sum }
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
