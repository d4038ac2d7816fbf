import CVectors

/// Columns and rows of luma in a cell.
public let lumaCellSize = 8

/// Sums luma and its differences over one row of cells of 8 × 8 pixels, and finds the greatest.
///
/// Cells that the edge of the picture cuts are scaled up to 64 pixels, so every sum stands for a
/// whole cell: at most 16,320.
///
/// - Parameters:
///   - luma: The first row, `width` bytes; the next rows follow every `stride` bytes.
///   - stride: Bytes from one row to the next.
///   - width: Columns, at least 1; the last has no right neighbour and so no horizontal difference.
///   - rows: Rows that may be read, 1…9. Eight are summed; the ninth is only compared with.
///   - columns: Working memory, 3 × `width` numbers.
///   - sums: ⌈width / 8⌉ sums of luma are written.
///   - across: As many sums of |horizontal difference|.
///   - down: As many sums of |vertical difference|.
///   - brightest: The greatest luma of as many cells.
public func lumaCells(
    _ luma: UnsafePointer<UInt8>, stride: Int, width: Int, rows: Int,
    columns: UnsafeMutablePointer<UInt16>, sums: UnsafeMutablePointer<UInt16>,
    across: UnsafeMutablePointer<UInt16>, down: UnsafeMutablePointer<UInt16>,
    brightest: UnsafeMutablePointer<UInt16>
) {
    var done = 0
    if rows >= lumaCellSize, width > 32 {
        // The right neighbour of the last of 32 columns is read too.
        let last = (width &- 33) / lumaCellSize &* lumaCellSize
        while done <= last &+ 31 {
            // The last four cells reach back over some that are done.
            let start = min(done, last)
            let cell = start / lumaCellSize
            let four = FourLumaCells(luma + start, stride: stride, hasRowBelow: rows > lumaCellSize)
            four.store(
                sums: sums + cell, across: across + cell, down: down + cell,
                brightest: brightest + cell)
            done = start &+ 32
        }
    }
    let cell = done / lumaCellSize
    lumaCellsByColumn(
        luma + done, stride: stride, width: width &- done, rows: rows, columns: columns,
        sums: sums + cell, across: across + cell, down: down + cell)
    brightestOfCells(
        luma + done, stride: stride, width: width &- done, rows: rows, into: brightest + cell)
}

/// Sums over four whole cells side by side.
private struct FourLumaCells {
    private var sums = OctetSums.zero
    private var across = OctetSums.zero
    private var down = OctetSums.zero
    private var brightest = ByteVector.zero

    @inline(__always)
    init(_ luma: UnsafePointer<UInt8>, stride: Int, hasRowBelow: Bool) {
        var row = luma
        var pixels = ByteVector(row)
        for index in 0..<lumaCellSize {
            let isLast = index == lumaCellSize &- 1
            let below = isLast && !hasRowBelow ? row : row + stride
            let lower = ByteVector(below)
            sums &+= pixels.octetSums
            brightest = brightest.greater(pixels)
            across &+= pixels.octetDifferences(from: ByteVector(row + 1))
            down &+= pixels.octetDifferences(from: lower)
            (row, pixels) = (below, lower)
        }
    }

    @inline(__always)
    func store(
        sums sumCells: UnsafeMutablePointer<UInt16>,
        across acrossCells: UnsafeMutablePointer<UInt16>,
        down downCells: UnsafeMutablePointer<UInt16>,
        brightest brightestOfCells: UnsafeMutablePointer<UInt16>
    ) {
        // A sum, and the greatest, has 16 bits: the four of a cell are one number. They are parted by
        // kind again within the register, which is quicker than sixteen numbers one by one.
        let words =
            sums | across &<< OctetSums(repeating: 16) | down &<< OctetSums(repeating: 32)
            | brightest.octetMaxima &<< OctetSums(repeating: 48)
        // Both are 32 bytes without more meaning.
        let kinds = duckweed_transpose(unsafeBitCast(words, to: SIMD16<UInt16>.self))
        put(kinds.lowHalf.lowHalf, sumCells)
        put(kinds.lowHalf.highHalf, acrossCells)
        put(kinds.highHalf.lowHalf, downCells)
        put(kinds.highHalf.highHalf, brightestOfCells)
    }

    @inline(__always)
    private func put(_ four: SIMD4<UInt16>, _ cells: UnsafeMutablePointer<UInt16>) {
        UnsafeMutableRawPointer(cells).storeBytes(of: four, as: SIMD4<UInt16>.self)
    }
}

/// Sums over any row of cells, cut ones too: over columns first.
private func lumaCellsByColumn(
    _ luma: UnsafePointer<UInt8>, stride: Int, width: Int, rows: Int,
    columns: UnsafeMutablePointer<UInt16>, sums: UnsafeMutablePointer<UInt16>,
    across: UnsafeMutablePointer<UInt16>, down: UnsafeMutablePointer<UInt16>
) {
    let sumColumns = columns
    let acrossColumns = columns + width
    let downColumns = columns + 2 &* width
    for index in 0..<3 &* width { columns[index] = 0 }
    let summedRows = min(rows, lumaCellSize)
    for row in 0..<summedRows {
        let at = luma + row &* stride
        let below = row &+ 1 < rows ? at + stride : at
        for column in 0..<width &- 1 {
            let pixel = Int16(truncatingIfNeeded: at[column])
            let right = Int16(truncatingIfNeeded: at[column &+ 1])
            let lower = Int16(truncatingIfNeeded: below[column])
            sumColumns[column] &+= UInt16(bitPattern: pixel)
            acrossColumns[column] &+= UInt16(bitPattern: abs(pixel &- right))
            downColumns[column] &+= UInt16(bitPattern: abs(pixel &- lower))
        }
        let last = width &- 1
        let pixel = Int16(truncatingIfNeeded: at[last])
        let lower = Int16(truncatingIfNeeded: below[last])
        sumColumns[last] &+= UInt16(bitPattern: pixel)
        downColumns[last] &+= UInt16(bitPattern: abs(pixel &- lower))
    }
    cellSums(sumColumns, width: width, rows: summedRows, size: lumaCellSize, into: sums)
    cellSums(acrossColumns, width: width, rows: summedRows, size: lumaCellSize, into: across)
    cellSums(downColumns, width: width, rows: summedRows, size: lumaCellSize, into: down)
}

/// The greatest luma of any row of cells, cut ones too.
private func brightestOfCells(
    _ luma: UnsafePointer<UInt8>, stride: Int, width: Int, rows: Int,
    into brightest: UnsafeMutablePointer<UInt16>
) {
    for start in Swift.stride(from: 0, to: width, by: lumaCellSize) {
        var greatest: UInt8 = 0
        for row in 0..<min(rows, lumaCellSize) {
            for column in start..<min(start &+ lumaCellSize, width) {
                greatest = max(greatest, luma[row &* stride &+ column])
            }
        }
        brightest[start / lumaCellSize] = UInt16(greatest)
    }
}

/// The reference of ``lumaCells(_:stride:width:rows:columns:sums:across:down:brightest:)``.
public func lumaCellsScalar(
    _ luma: UnsafePointer<UInt8>, stride: Int, width: Int, rows: Int,
    sums: UnsafeMutablePointer<UInt16>, across: UnsafeMutablePointer<UInt16>,
    down: UnsafeMutablePointer<UInt16>, brightest: UnsafeMutablePointer<UInt16>
) {
    let summedRows = min(rows, lumaCellSize)
    for start in Swift.stride(from: 0, to: width, by: lumaCellSize) {
        let end = min(start + lumaCellSize, width)
        var total = (luma: 0, across: 0, down: 0)
        var greatest: UInt8 = 0
        for row in 0..<summedRows {
            for column in start..<end {
                let at = row * stride + column
                total.luma += Int(luma[at])
                greatest = max(greatest, luma[at])
                if column + 1 < width { total.across += abs(Int(luma[at]) - Int(luma[at + 1])) }
                if row + 1 < rows { total.down += abs(Int(luma[at]) - Int(luma[at + stride])) }
            }
        }
        let pixelCount = (end - start) * summedRows
        let cell = start / lumaCellSize
        sums[cell] = wholeCell(total.luma, pixelCount: pixelCount, size: lumaCellSize)
        across[cell] = wholeCell(total.across, pixelCount: pixelCount, size: lumaCellSize)
        down[cell] = wholeCell(total.down, pixelCount: pixelCount, size: lumaCellSize)
        brightest[cell] = UInt16(greatest)
    }
}
