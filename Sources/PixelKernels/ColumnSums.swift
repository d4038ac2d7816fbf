/// Adds a row of luma, and how much it changes from pixel to pixel, to sums of each column.
///
/// A column's sums hold 257 rows; more would overflow.
///
/// - Parameters:
///   - row: `count` bytes.
///   - count: Columns.
///   - luma: `count` sums of luma.
///   - steps: `count` sums of |difference to the right neighbour|; the last column has none.
public func addToColumns(
    _ row: UnsafePointer<UInt8>, count: Int, luma: UnsafeMutablePointer<UInt16>,
    steps: UnsafeMutablePointer<UInt16>
) {
    // Plain loops over bytes: the compiler makes vectors of them.
    for column in 0..<count {
        luma[column] &+= UInt16(truncatingIfNeeded: row[column])
    }
    for column in 0..<max(count &- 1, 0) {
        let pixel = Int16(truncatingIfNeeded: row[column])
        let step = abs(pixel &- Int16(truncatingIfNeeded: row[column &+ 1]))
        steps[column] &+= UInt16(bitPattern: step)
    }
}

/// The reference of ``addToColumns(_:count:luma:steps:)``.
public func addToColumnsScalar(
    _ row: UnsafePointer<UInt8>, count: Int, luma: UnsafeMutablePointer<UInt16>,
    steps: UnsafeMutablePointer<UInt16>
) {
    for column in 0..<count {
        luma[column] += UInt16(row[column])
        if column + 1 < count {
            steps[column] += UInt16(abs(Int(row[column]) - Int(row[column + 1])))
        }
    }
}
