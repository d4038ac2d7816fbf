/// Columns and rows of luma in a cell of ``lumaActivity(_:stride:width:rows:columnSums:into:)``.
public let activityCellSize = 8

/// Sums |horizontal difference| + |vertical difference| of luma over cells of 8 × 8 pixels.
///
/// Cells that the edge of the picture cuts are scaled up to 64 pixels, so every sum stands for a
/// whole cell and lies in 0…32,640.
///
/// - Parameters:
///   - luma: The first row, `width` bytes; the next rows follow every `stride` bytes.
///   - stride: Bytes from one row to the next.
///   - width: Columns, at least 1; the last has no right neighbour and so no horizontal difference.
///   - rows: Rows that may be read, 1…9. Eight are summed; the ninth is only compared with.
///   - columnSums: Working memory, `width` numbers.
///   - sums: ⌈width / 8⌉ sums are written.
public func lumaActivity(
    _ luma: UnsafePointer<UInt8>, stride: Int, width: Int, rows: Int,
    columnSums: UnsafeMutablePointer<UInt16>, into sums: UnsafeMutablePointer<UInt16>
) {
    let summedRows = min(rows, activityCellSize)
    for column in 0..<width { columnSums[column] = 0 }
    // Plain loops over bytes: the compiler makes vectors of them, faster ones than by hand.
    for row in 0..<summedRows {
        let at = luma + row &* stride
        let below = row &+ 1 < rows ? at + stride : at
        for column in 0..<width &- 1 {
            let pixel = Int16(truncatingIfNeeded: at[column])
            let across = abs(pixel &- Int16(truncatingIfNeeded: at[column &+ 1]))
            let down = abs(pixel &- Int16(truncatingIfNeeded: below[column]))
            columnSums[column] &+= UInt16(bitPattern: across &+ down)
        }
        let last = Int16(truncatingIfNeeded: at[width &- 1])
        let down = abs(last &- Int16(truncatingIfNeeded: below[width &- 1]))
        columnSums[width &- 1] &+= UInt16(bitPattern: down)
    }
    let wholeCells = summedRows == activityCellSize ? width / activityCellSize : 0
    for cell in 0..<wholeCells {
        var total: UInt16 = 0
        for column in 0..<activityCellSize {
            total &+= columnSums[cell &* activityCellSize &+ column]
        }
        sums[cell] = total
    }
    for start in Swift.stride(
        from: wholeCells * activityCellSize, to: width, by: activityCellSize)
    {
        let end = min(start + activityCellSize, width)
        var total = 0
        for column in start..<end { total += Int(columnSums[column]) }
        sums[start / activityCellSize] = wholeCell(total, columns: end - start, rows: summedRows)
    }
}

/// The reference of ``lumaActivity(_:stride:width:rows:columnSums:into:)``.
public func lumaActivityScalar(
    _ luma: UnsafePointer<UInt8>, stride: Int, width: Int, rows: Int,
    into sums: UnsafeMutablePointer<UInt16>
) {
    let summedRows = min(rows, activityCellSize)
    for start in Swift.stride(from: 0, to: width, by: activityCellSize) {
        let end = min(start + activityCellSize, width)
        var total = 0
        for row in 0..<summedRows {
            for column in start..<end {
                let at = row * stride + column
                if column + 1 < width { total += abs(Int(luma[at]) - Int(luma[at + 1])) }
                if row + 1 < rows { total += abs(Int(luma[at]) - Int(luma[at + stride])) }
            }
        }
        sums[start / activityCellSize] = wholeCell(total, columns: end - start, rows: summedRows)
    }
}

private func wholeCell(_ sum: Int, columns: Int, rows: Int) -> UInt16 {
    UInt16(sum * activityCellSize * activityCellSize / (columns * rows))
}
