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
    var done = 0
    if rows == chromaCellSize {
        while done &+ 32 <= width {
            // Chroma has not been looked at before, and four rows at once are a way of reading that
            // processors do not foresee: the next row of cells is asked for.
            if done & 32 == 0 {
                for row in 0..<chromaCellSize {
                    prefetch(chroma + (chromaCellSize &+ row) &* stride + done)
                }
            }
            addEightCells(chroma + done, stride: stride, into: sums + done / chromaCellSize)
            done &+= 32
        }
    }
    let (rest, restWidth) = (chroma + done, width &- done)
    for column in 0..<restWidth { columns[column] = UInt16(truncatingIfNeeded: rest[column]) }
    for row in 1..<max(rows, 1) {
        let at = rest + row &* stride
        for column in 0..<restWidth { columns[column] &+= UInt16(truncatingIfNeeded: at[column]) }
    }
    cellSums(
        columns, width: restWidth, rows: rows, size: chromaCellSize,
        into: sums + done / chromaCellSize)
}

/// Sums eight whole cells: 32 columns in 16 lanes of an even column and the odd one beside it.
@inline(__always)
private func addEightCells(
    _ chroma: UnsafePointer<UInt8>, stride: Int, into sums: UnsafeMutablePointer<UInt16>
) {
    typealias Pairs = SIMD16<UInt16>
    let low = Pairs(repeating: 255)
    var lanes = Pairs.zero
    for row in 0..<chromaCellSize {
        let pixels = UnsafeRawPointer(chroma + row &* stride).loadUnaligned(as: Pairs.self)
        lanes &+= (pixels & low) &+ (pixels &>> Pairs(repeating: 8))
    }
    UnsafeMutableRawPointer(sums).storeBytes(
        of: lanes.evenHalf &+ lanes.oddHalf, as: SIMD8<UInt16>.self)
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
