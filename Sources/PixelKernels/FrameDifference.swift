/// Adds |later − earlier| of a row of luma to sums over columns, and replaces the earlier row.
///
/// - Parameters:
///   - luma: The later row, `width` bytes.
///   - earlier: The same row of the frame before; becomes a copy of `luma`.
///   - width: Columns.
///   - columns: `width` sums that are added to; of 257 rows at most without overflow.
public func addDifference(
    _ luma: UnsafePointer<UInt8>, replacing earlier: UnsafeMutablePointer<UInt8>, width: Int,
    columns: UnsafeMutablePointer<UInt16>
) {
    for column in 0..<width {
        let later = Int16(truncatingIfNeeded: luma[column])
        let difference = abs(later &- Int16(truncatingIfNeeded: earlier[column]))
        columns[column] &+= UInt16(bitPattern: difference)
    }
    for column in 0..<width { earlier[column] = luma[column] }
}

/// Adds up columns in groups of 8; a last group of fewer columns is scaled up.
///
/// - Parameters:
///   - columns: `width` sums.
///   - width: Columns.
///   - sums: ⌈width / 8⌉ sums are written.
public func addUpOctets(
    _ columns: UnsafePointer<UInt16>, width: Int, into sums: UnsafeMutablePointer<UInt16>
) {
    cellSums(columns, width: width, rows: lumaCellSize, size: lumaCellSize, into: sums)
}

/// Adds a row of sums, times a factor, to a row of numbers.
public func addScaled(
    _ sums: UnsafePointer<UInt16>, count: Int, factor: Float,
    to numbers: UnsafeMutablePointer<Float>
) {
    for index in 0..<count { numbers[index] += Float(sums[index]) * factor }
}
