/// Sums luma over one row of whole cells of 8 × 8 pixels.
///
/// - Parameters:
///   - luma: The first row; the next rows follow every `stride` bytes.
///   - stride: Bytes from one row to the next.
///   - count: Cells; eight columns of eight rows are read of each.
///   - sums: `count` sums are written, at most 16,320 each.
public func lumaCellSums(
    _ luma: UnsafePointer<UInt8>, stride: Int, count: Int, into sums: UnsafeMutablePointer<UInt16>
) {
    var cell = 0
    while cell &+ 4 <= count {
        var four = OctetSums.zero
        for row in 0..<lumaCellSize {
            four &+= ByteVector(luma + row &* stride + lumaCellSize &* cell).octetSums
        }
        for place in 0..<4 { sums[cell + place] = UInt16(truncatingIfNeeded: four[place]) }
        cell &+= 4
    }
    lumaCellSumsScalar(
        luma + lumaCellSize * cell, stride: stride, count: count - cell, into: sums + cell)
}

/// The reference of ``lumaCellSums(_:stride:count:into:)``.
public func lumaCellSumsScalar(
    _ luma: UnsafePointer<UInt8>, stride: Int, count: Int, into sums: UnsafeMutablePointer<UInt16>
) {
    for cell in 0..<count {
        var total = 0
        for row in 0..<lumaCellSize {
            for column in 0..<lumaCellSize {
                total += Int(luma[row * stride + lumaCellSize * cell + column])
            }
        }
        sums[cell] = UInt16(total)
    }
}
