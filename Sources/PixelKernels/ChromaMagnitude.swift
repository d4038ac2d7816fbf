/// Sums |chroma − 128| over a row.
///
/// - Parameters:
///   - row: `count` bytes, 128 is neutral.
///   - count: Bytes in the row.
public func chromaMagnitude(_ row: UnsafePointer<UInt8>, count: Int) -> Int {
    var total = 0
    var start = 0
    while start < count {
        let end = min(count, start + 1 << 16)
        var part: UInt32 = 0
        for index in start..<end {
            let difference = Int16(truncatingIfNeeded: row[index]) &- 128
            part &+= UInt32(truncatingIfNeeded: abs(difference))
        }
        total += Int(part)
        start = end
    }
    return total
}

/// The reference of ``chromaMagnitude(_:count:)``.
public func chromaMagnitudeScalar(_ row: UnsafePointer<UInt8>, count: Int) -> Int {
    var total = 0
    for index in 0..<count { total += abs(Int(row[index]) - 128) }
    return total
}
