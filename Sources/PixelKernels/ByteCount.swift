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

/// Counts the ones, twos and threes of a row of bytes, none of which is greater than 3.
///
/// - Parameters:
///   - row: `count` bytes, 0…3.
///   - count: Bytes in the row.
public func countClasses(
    _ row: UnsafePointer<UInt8>, count: Int
) -> (ones: Int, twos: Int, threes: Int) {
    typealias Pairs = SIMD16<UInt16>
    let bit = Pairs(repeating: 0x0101)
    let base = UnsafeRawPointer(row)
    var (low, high, both) = (0, 0, 0)
    var index = 0
    while index &+ 32 <= count {
        // A byte of a sum gains 1 a step at most.
        let end = min(count, index &+ 255 &* 32)
        var (lowBits, highBits, bothBits) = (Pairs.zero, Pairs.zero, Pairs.zero)
        while index &+ 32 <= end {
            let bytes = (base + index).loadUnaligned(as: Pairs.self)
            let shifted = bytes &>> Pairs(repeating: 1)
            lowBits &+= bytes & bit
            highBits &+= shifted & bit
            bothBits &+= bytes & shifted & bit
            index &+= 32
        }
        low += byteSum(lowBits)
        high += byteSum(highBits)
        both += byteSum(bothBits)
    }
    let (rest, restCount) = (row + index, count - index)
    return (
        low - both + countBytesScalar(rest, count: restCount, equalTo: 1),
        high - both + countBytesScalar(rest, count: restCount, equalTo: 2),
        both + countBytesScalar(rest, count: restCount, equalTo: 3)
    )
}

/// Adds up 32 bytes.
@inline(__always)
private func byteSum(_ pairs: SIMD16<UInt16>) -> Int {
    let sums = (pairs & SIMD16(repeating: 255)) &+ (pairs &>> SIMD16(repeating: 8))
    return Int(sums.wrappedSum())
}
