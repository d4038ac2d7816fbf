import CVectors

// Sums over 3 × 3 and 9 × 9 cells are made of sums over three rows, which are formed once for each
// row and serve three rows of boxes.

private typealias Lane = SIMD8<Float>

/// Adds three rows of numbers: the first two, then the third.
///
/// - Parameters:
///   - first: `count` numbers.
///   - second: The next row.
///   - third: The row after that.
///   - count: Numbers. Whole vectors are computed: up to 7 behind the last are read and written.
///   - sums: `count` sums are written.
public func addThreeRows(
    _ first: UnsafePointer<Float>, _ second: UnsafePointer<Float>, _ third: UnsafePointer<Float>,
    count: Int, into sums: UnsafeMutablePointer<Float>
) {
    var index = 0
    while index < count {
        let sum = Lane.load(first + index) + Lane.load(second + index) + Lane.load(third + index)
        sum.store(to: sums + index)
        index &+= Lane.scalarCount
    }
}

/// Sums of 3 × 3 neighbours of each of a row of cells.
///
/// - Parameters:
///   - rows: Sums over the three rows around the cells, from the first cell on. One number before
///     it is read, and up to 8 behind the last.
///   - count: Cells. Whole vectors are computed: up to 7 numbers behind the last are written.
///   - sums: `count` sums are written.
public func sumThreeColumns(
    _ rows: UnsafePointer<Float>, count: Int, into sums: UnsafeMutablePointer<Float>
) {
    var index = 0
    while index < count {
        let pair = Lane.load(rows + index - 1) + Lane.load(rows + index)
        (pair + Lane.load(rows + index + 1)).store(to: sums + index)
        index &+= Lane.scalarCount
    }
}

/// Sums of 9 × 9 neighbours of each of a row of cells.
///
/// - Parameters:
///   - upper: Sums over the upper three rows of the boxes, from the first cell on. 8 numbers before
///     it are read, and up to 15 behind the last.
///   - middle: Those over the middle three rows.
///   - lower: Those over the lower three rows.
///   - count: Cells. Whole vectors are computed: up to 7 numbers behind the last are written.
///   - scratch: Working memory, `count` + 24 numbers.
///   - sums: `count` sums are written.
public func sumNineColumns(
    _ upper: UnsafePointer<Float>, _ middle: UnsafePointer<Float>, _ lower: UnsafePointer<Float>,
    count: Int, scratch: UnsafeMutablePointer<Float>, into sums: UnsafeMutablePointer<Float>
) {
    // From 8 before the first cell on, so that rows that are aligned are read aligned.
    addThreeRows(upper - 8, middle - 8, lower - 8, count: count &+ 16, into: scratch)
    // Nine neighbours are two fours and one more.
    var before = sumOfFours(scratch)
    var index = 0
    while index < count {
        let columns = scratch + index + 8
        let fours = sumOfFours(columns)
        let eights = duckweed_eight_from_4(before, fours) + fours
        (eights + Lane.load(columns + 4)).store(to: sums + index)
        before = fours
        index &+= Lane.scalarCount
    }
}

/// The sums of each four neighbours, from eight places on.
@inline(__always)
private func sumOfFours(_ numbers: UnsafePointer<Float>) -> Lane {
    let pairs = Lane.load(numbers) + Lane.load(numbers + 1)
    return pairs + Lane.load(numbers + 2) + Lane.load(numbers + 3)
}

/// The reference of ``sumThreeColumns(_:count:into:)`` and
/// ``sumNineColumns(_:_:_:count:scratch:into:)``.
///
/// - Parameters:
///   - first: The first number that is summed: `size / 2` rows above and as many columns left of
///     the first cell.
///   - stride: Numbers from one row to the next.
///   - size: Rows and columns of a box.
///   - count: Cells.
///   - sums: `count` sums are written.
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
