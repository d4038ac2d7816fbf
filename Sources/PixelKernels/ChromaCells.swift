/// Columns and rows of chroma in a cell.
public let chromaCellSize = 4

/// Sums a chroma plane over one row of cells of 4 × 4 pixels.
///
/// Cells that the edge of the picture cuts are scaled up to 16 pixels.
///
/// - Parameters:
///   - chroma: The first row, `width` bytes; the next rows follow every `stride` bytes.
///   - stride: Bytes from one row to the next.
///   - width: Columns, at least 1.
///   - rows: Rows that are summed, 1…4.
///   - columns: Working memory, `width` numbers.
///   - sums: ⌈width / 4⌉ sums are written, at most 4,080 each.
public func chromaCells(
    _ chroma: UnsafePointer<UInt8>, stride: Int, width: Int, rows: Int,
    columns: UnsafeMutablePointer<UInt16>, into sums: UnsafeMutablePointer<UInt16>
) {
    for column in 0..<width { columns[column] = UInt16(truncatingIfNeeded: chroma[column]) }
    for row in 1..<max(rows, 1) {
        let at = chroma + row &* stride
        for column in 0..<width { columns[column] &+= UInt16(truncatingIfNeeded: at[column]) }
    }
    cellSums(columns, width: width, rows: rows, size: chromaCellSize, into: sums)
}

/// The reference of ``chromaCells(_:stride:width:rows:columns:into:)``.
public func chromaCellsScalar(
    _ chroma: UnsafePointer<UInt8>, stride: Int, width: Int, rows: Int,
    into sums: UnsafeMutablePointer<UInt16>
) {
    for start in Swift.stride(from: 0, to: width, by: chromaCellSize) {
        let end = min(start + chromaCellSize, width)
        var total = 0
        for row in 0..<rows {
            for column in start..<end { total += Int(chroma[row * stride + column]) }
        }
        sums[start / chromaCellSize] = wholeCell(
            total, pixelCount: (end - start) * rows, size: chromaCellSize)
    }
}
