/// Columns and rows of chroma in a cell.
public let chromaCellSize = 4

/// Sums Cb, Cr and the differences of Cb + Cr over one row of cells of 4 × 4 chroma pixels.
///
/// Cells that the edge of the picture cuts are scaled up to 16 pixels.
///
/// - Parameters:
///   - blue: The first row of Cb, `width` bytes; the next rows follow every `stride` bytes.
///   - red: The same of Cr.
///   - stride: Bytes from one row to the next, in both planes.
///   - width: Columns, at least 1; the last has no right neighbour and so no horizontal difference.
///   - rows: Rows that may be read, 1…5. Four are summed; the fifth is only compared with.
///   - columns: Working memory, 3 × `width` numbers.
///   - blueSums: ⌈width / 4⌉ sums of Cb are written, at most 4,080 each.
///   - redSums: As many sums of Cr.
///   - activity: As many sums of |horizontal| + |vertical difference| of Cb + Cr.
public func chromaCells(
    blue: UnsafePointer<UInt8>, red: UnsafePointer<UInt8>, stride: Int, width: Int, rows: Int,
    columns: UnsafeMutablePointer<UInt16>, blueSums: UnsafeMutablePointer<UInt16>,
    redSums: UnsafeMutablePointer<UInt16>, activity: UnsafeMutablePointer<UInt16>
) {
    let blueColumns = columns
    let redColumns = columns + width
    let activityColumns = columns + 2 &* width
    for index in 0..<3 &* width { columns[index] = 0 }
    let summedRows = min(rows, chromaCellSize)
    for row in 0..<summedRows {
        let (blueRow, redRow) = (blue + row &* stride, red + row &* stride)
        let next = row &+ 1 < rows ? stride : 0
        for column in 0..<width &- 1 {
            let cb = Int16(truncatingIfNeeded: blueRow[column])
            let cr = Int16(truncatingIfNeeded: redRow[column])
            let right =
                Int16(truncatingIfNeeded: blueRow[column &+ 1])
                &+ Int16(truncatingIfNeeded: redRow[column &+ 1])
            let lower =
                Int16(truncatingIfNeeded: blueRow[column &+ next])
                &+ Int16(truncatingIfNeeded: redRow[column &+ next])
            let differences = abs(cb &+ cr &- right) &+ abs(cb &+ cr &- lower)
            blueColumns[column] &+= UInt16(bitPattern: cb)
            redColumns[column] &+= UInt16(bitPattern: cr)
            activityColumns[column] &+= UInt16(bitPattern: differences)
        }
        let last = width &- 1
        let cb = Int16(truncatingIfNeeded: blueRow[last])
        let cr = Int16(truncatingIfNeeded: redRow[last])
        let lower =
            Int16(truncatingIfNeeded: blueRow[last &+ next])
            &+ Int16(truncatingIfNeeded: redRow[last &+ next])
        blueColumns[last] &+= UInt16(bitPattern: cb)
        redColumns[last] &+= UInt16(bitPattern: cr)
        activityColumns[last] &+= UInt16(bitPattern: abs(cb &+ cr &- lower))
    }
    cellSums(blueColumns, width: width, rows: summedRows, size: chromaCellSize, into: blueSums)
    cellSums(redColumns, width: width, rows: summedRows, size: chromaCellSize, into: redSums)
    cellSums(activityColumns, width: width, rows: summedRows, size: chromaCellSize, into: activity)
}

/// The reference of
/// ``chromaCells(blue:red:stride:width:rows:columns:blueSums:redSums:activity:)``.
public func chromaCellsScalar(
    blue: UnsafePointer<UInt8>, red: UnsafePointer<UInt8>, stride: Int, width: Int, rows: Int,
    blueSums: UnsafeMutablePointer<UInt16>, redSums: UnsafeMutablePointer<UInt16>,
    activity: UnsafeMutablePointer<UInt16>
) {
    func sum(_ index: Int) -> Int { Int(blue[index]) + Int(red[index]) }
    let summedRows = min(rows, chromaCellSize)
    for start in Swift.stride(from: 0, to: width, by: chromaCellSize) {
        let end = min(start + chromaCellSize, width)
        var total = (blue: 0, red: 0, activity: 0)
        for row in 0..<summedRows {
            for column in start..<end {
                let at = row * stride + column
                total.blue += Int(blue[at])
                total.red += Int(red[at])
                if column + 1 < width { total.activity += abs(sum(at) - sum(at + 1)) }
                if row + 1 < rows { total.activity += abs(sum(at) - sum(at + stride)) }
            }
        }
        let pixelCount = (end - start) * summedRows
        let cell = start / chromaCellSize
        blueSums[cell] = wholeCell(total.blue, pixelCount: pixelCount, size: chromaCellSize)
        redSums[cell] = wholeCell(total.red, pixelCount: pixelCount, size: chromaCellSize)
        activity[cell] = wholeCell(total.activity, pixelCount: pixelCount, size: chromaCellSize)
    }
}
