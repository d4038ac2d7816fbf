private typealias Lane = SIMD8<Float>

/// Sums of `size` × `size` neighbours of each of a row of numbers.
///
/// Whole vectors are computed: some numbers behind the last are read and written.
///
/// - Parameters:
///   - first: The first number that is summed: `size / 2` rows above and as many columns left of
///     the first centre. `count + 16` numbers of each row are read.
///   - stride: Numbers from one row to the next.
///   - size: 3 or 9.
///   - count: Centres.
///   - scratch: Working memory, 2 × (`count` + 24) numbers.
///   - sums: `count` sums are written, and up to 7 numbers behind them.
public func boxSums(
    _ first: UnsafePointer<Float>, stride: Int, size: Int, count: Int,
    scratch: UnsafeMutablePointer<Float>, into sums: UnsafeMutablePointer<Float>
) {
    let columns = scratch
    let fours = scratch + count + 24
    if size == 3 {
        addThreeRows(first, stride: stride, width: count &+ 2, into: columns)
        var index = 0
        while index < count {
            let pair = lane(columns, index) + lane(columns, index &+ 1)
            put(pair + lane(columns, index &+ 2), sums, index)
            index &+= Lane.scalarCount
        }
        return
    }
    addNineRows(first, stride: stride, width: count &+ 8, into: columns)
    // Nine neighbours are eight and one more; eight are two fours.
    var index = 0
    while index < count &+ 4 {
        let pair = lane(columns, index) + lane(columns, index &+ 1)
        put(pair + lane(columns, index &+ 2) + lane(columns, index &+ 3), fours, index)
        index &+= Lane.scalarCount
    }
    index = 0
    while index < count {
        let eight = lane(fours, index) + lane(fours, index &+ 4)
        put(eight + lane(columns, index &+ 8), sums, index)
        index &+= Lane.scalarCount
    }
}

@inline(__always)
private func lane(_ numbers: UnsafePointer<Float>, _ index: Int) -> Lane {
    UnsafeRawPointer(numbers + index).loadUnaligned(as: Lane.self)
}

@inline(__always)
private func put(_ value: Lane, _ numbers: UnsafeMutablePointer<Float>, _ index: Int) {
    UnsafeMutableRawPointer(numbers + index).storeBytes(of: value, as: Lane.self)
}

@inline(__always)
private func addThreeRows(
    _ first: UnsafePointer<Float>, stride: Int, width: Int,
    into sums: UnsafeMutablePointer<Float>
) {
    var column = 0
    while column < width {
        put(threeRows(first + column, stride), sums, column)
        column &+= Lane.scalarCount
    }
}

@inline(__always)
private func addNineRows(
    _ first: UnsafePointer<Float>, stride: Int, width: Int,
    into sums: UnsafeMutablePointer<Float>
) {
    let (middle, lower) = (first + 3 &* stride, first + 6 &* stride)
    var column = 0
    while column < width {
        let upperSix = threeRows(first + column, stride) + threeRows(middle + column, stride)
        put(upperSix + threeRows(lower + column, stride), sums, column)
        column &+= Lane.scalarCount
    }
}

/// Sums of eight columns of three rows.
@inline(__always)
private func threeRows(_ first: UnsafePointer<Float>, _ stride: Int) -> Lane {
    lane(first, 0) + lane(first, stride) + lane(first, 2 &* stride)
}

/// The reference of ``boxSums(_:stride:size:count:scratch:into:)``.
public func boxSumsScalar(
    _ first: UnsafePointer<Float>, stride: Int, size: Int, count: Int,
    into sums: UnsafeMutablePointer<Float>
) {
    for index in 0..<count {
        var total: Float = 0
        for row in 0..<size {
            for column in 0..<size { total += first[row * stride + index + column] }
        }
        sums[index] = total
    }
}
