/// Adds up the columns of each cell of a row of cells.
///
/// - Parameters:
///   - columns: Sums over the `rows` rows of each of `width` columns.
///   - width: Columns; the last cell may hold fewer than `size`.
///   - rows: Rows that were summed, 1…`size`.
///   - size: Columns and rows in a cell, 4 or 8.
///   - sums: ⌈width / size⌉ sums are written, those of cut cells scaled up to a whole cell.
func cellSums(
    _ columns: UnsafePointer<UInt16>, width: Int, rows: Int, size: Int,
    into sums: UnsafeMutablePointer<UInt16>
) {
    let wholeCells = rows == size ? width / size : 0
    switch size {
    case 8: addOctets(columns, count: wholeCells, into: sums)
    default: addQuartets(columns, count: wholeCells, into: sums)
    }
    for start in stride(from: wholeCells * size, to: width, by: size) {
        let end = min(start + size, width)
        var total = 0
        for column in start..<end { total += Int(columns[column]) }
        sums[start / size] = wholeCell(total, pixelCount: (end - start) * rows, size: size)
    }
}

/// A sum over `pixelCount` pixels scaled to those of a whole cell.
@inline(__always)
func wholeCell(_ sum: Int, pixelCount: Int, size: Int) -> UInt16 {
    UInt16(sum * size * size / pixelCount)
}

/// Adds neighbours in pairs, three times: vector instructions where a loop of eight has none.
private func addOctets(
    _ columns: UnsafePointer<UInt16>, count: Int, into sums: UnsafeMutablePointer<UInt16>
) {
    let vectors = UnsafeRawPointer(columns)
    var cell = 0
    while cell &+ 4 <= count {
        let values = vectors.loadUnaligned(
            fromByteOffset: 16 &* cell, as: SIMD32<UInt16>.self)
        let twos = values.evenHalf &+ values.oddHalf
        let fours = twos.evenHalf &+ twos.oddHalf
        UnsafeMutableRawPointer(sums + cell).storeBytes(
            of: fours.evenHalf &+ fours.oddHalf, as: SIMD4<UInt16>.self)
        cell &+= 4
    }
    while cell < count {
        let values = vectors.loadUnaligned(fromByteOffset: 16 &* cell, as: SIMD8<UInt16>.self)
        sums[cell] = values.wrappedSum()
        cell &+= 1
    }
}

private func addQuartets(
    _ columns: UnsafePointer<UInt16>, count: Int, into sums: UnsafeMutablePointer<UInt16>
) {
    let vectors = UnsafeRawPointer(columns)
    var cell = 0
    while cell &+ 8 <= count {
        let values = vectors.loadUnaligned(fromByteOffset: 8 &* cell, as: SIMD32<UInt16>.self)
        let twos = values.evenHalf &+ values.oddHalf
        UnsafeMutableRawPointer(sums + cell).storeBytes(
            of: twos.evenHalf &+ twos.oddHalf, as: SIMD8<UInt16>.self)
        cell &+= 8
    }
    while cell < count {
        let values = vectors.loadUnaligned(fromByteOffset: 8 &* cell, as: SIMD4<UInt16>.self)
        sums[cell] = values.wrappedSum()
        cell &+= 1
    }
}
