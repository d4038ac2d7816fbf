/// Sums |chroma − 128| over a row.
///
/// - Parameters:
///   - row: `count` bytes, 128 is neutral.
///   - count: Bytes in the row.
public func chromaMagnitude(_ row: UnsafePointer<UInt8>, count: Int) -> Int {
    let neutral = ByteVector(repeating: 128)
    var sums = OctetSums.zero
    var index = 0
    while index &+ 32 <= count {
        sums &+= ByteVector(row + index).octetDifferences(from: neutral)
        index &+= 32
    }
    return Int(truncatingIfNeeded: sums.wrappedSum())
        + chromaMagnitudeScalar(row + index, count: count - index)
}

/// The reference of ``chromaMagnitude(_:count:)``.
public func chromaMagnitudeScalar(_ row: UnsafePointer<UInt8>, count: Int) -> Int {
    var total = 0
    for index in 0..<count { total += abs(Int(row[index]) - 128) }
    return total
}
