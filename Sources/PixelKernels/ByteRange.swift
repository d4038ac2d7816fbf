/// The least and the greatest of some bytes.
///
/// - Parameters:
///   - row: `count` bytes.
///   - count: Bytes in the row, at least 1.
public func byteRange(_ row: UnsafePointer<UInt8>, count: Int) -> (least: UInt8, greatest: UInt8) {
    var least: UInt8 = 255
    var greatest: UInt8 = 0
    for index in 0..<count {
        least = min(least, row[index])
        greatest = max(greatest, row[index])
    }
    return (least, greatest)
}
