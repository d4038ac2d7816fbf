/// Counts the bytes of a row that equal a value.
///
/// - Parameters:
///   - row: `count` bytes.
///   - count: Bytes in the row.
///   - value: What is counted.
public func countBytes(_ row: UnsafePointer<UInt8>, count: Int, equalTo value: UInt8) -> Int {
    // 32 bytes are 16 pairs. (difference − 1) is negative where the difference is zero, and its
    // sign bit, spread over the lane, is −1. A lane loses at most 2 a step.
    typealias Pairs = SIMD16<Int16>
    let lowByte = Pairs(repeating: 255)
    let one = Pairs(repeating: 1)
    let sign = Pairs(repeating: 15)
    let wanted = Pairs(repeating: Int16(value))
    let base = UnsafeRawPointer(row)
    var total = 0
    var index = 0
    while index &+ 32 <= count {
        let end = min(count, index &+ 8192 &* 32)
        var matches = Pairs.zero
        while index &+ 32 <= end {
            let bytes = (base + index).loadUnaligned(as: Pairs.self)
            let even = (bytes & lowByte) ^ wanted
            let odd = ((bytes &>> Pairs(repeating: 8)) & lowByte) ^ wanted
            matches &-= ((even &- one) &>> sign) &+ ((odd &- one) &>> sign)
            index &+= 32
        }
        for lane in matches.indices { total += Int(matches[lane]) }
    }
    return total + countBytesScalar(row + index, count: count - index, equalTo: value)
}

/// The reference of ``countBytes(_:count:equalTo:)``.
public func countBytesScalar(
    _ row: UnsafePointer<UInt8>, count: Int, equalTo value: UInt8
) -> Int {
    var total = 0
    for index in 0..<count where row[index] == value { total += 1 }
    return total
}
