/// The sum of a row of bytes.
///
/// - Parameters:
///   - row: `count` bytes.
///   - count: Bytes in the row.
public func byteSum(_ row: UnsafePointer<UInt8>, count: Int) -> Int {
    var sums = OctetSums.zero
    var index = 0
    while index &+ 32 <= count {
        sums &+= ByteVector(row + index).octetSums
        index &+= 32
    }
    return Int(truncatingIfNeeded: sums.wrappedSum())
        + byteSumScalar(row + index, count: count - index)
}

/// The reference of ``byteSum(_:count:)``.
public func byteSumScalar(_ row: UnsafePointer<UInt8>, count: Int) -> Int {
    var total = 0
    for index in 0..<count { total += Int(row[index]) }
    return total
}
