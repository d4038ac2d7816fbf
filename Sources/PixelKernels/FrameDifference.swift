/// Sums |later − earlier| over one row of cells, and replaces the earlier rows.
///
/// - Parameters:
///   - luma: The first of the later rows, `width` bytes; the next follow every `stride` bytes.
///   - stride: Bytes from one of these rows to the next.
///   - earlier: The same rows of the frame before, one after the other; they become copies.
///   - earlierStride: Bytes from one of those rows to the next.
///   - width: Columns.
///   - rows: Rows that are compared, 1…8.
///   - sums: ⌈width / 8⌉ sums are written, that of a cut cell scaled up to 8 columns.
public func cellDifferences(
    _ luma: UnsafePointer<UInt8>, stride: Int, replacing earlier: UnsafeMutablePointer<UInt8>,
    earlierStride: Int, width: Int, rows: Int, into sums: UnsafeMutablePointer<UInt16>
) {
    var column = 0
    while column &+ 32 <= width {
        var differences = OctetSums.zero
        for row in 0..<rows {
            let later = ByteVector(luma + row &* stride + column)
            let before = earlier + row &* earlierStride + column
            differences &+= later.octetDifferences(from: ByteVector(before))
            UnsafeMutableRawPointer(before).storeBytes(of: later, as: ByteVector.self)
        }
        for cell in 0..<4 {
            sums[column / lumaCellSize + cell] = UInt16(truncatingIfNeeded: differences[cell])
        }
        column &+= 32
    }
    cellDifferencesScalar(
        luma + column, stride: stride, replacing: earlier + column, earlierStride: earlierStride,
        width: width - column, rows: rows, into: sums + column / lumaCellSize)
}

/// The reference of ``cellDifferences(_:stride:replacing:earlierStride:width:rows:into:)``.
public func cellDifferencesScalar(
    _ luma: UnsafePointer<UInt8>, stride: Int, replacing earlier: UnsafeMutablePointer<UInt8>,
    earlierStride: Int, width: Int, rows: Int, into sums: UnsafeMutablePointer<UInt16>
) {
    for start in Swift.stride(from: 0, to: width, by: lumaCellSize) {
        let columns = start..<min(start + lumaCellSize, width)
        var total = 0
        for row in 0..<rows {
            for column in columns {
                let before = row * earlierStride + column
                total += abs(Int(luma[row * stride + column]) - Int(earlier[before]))
                earlier[before] = luma[row * stride + column]
            }
        }
        sums[start / lumaCellSize] = UInt16(total * lumaCellSize / columns.count)
    }
}

/// Adds a row of sums, times a factor, to a row of numbers.
public func addScaled(
    _ sums: UnsafePointer<UInt16>, count: Int, factor: Float,
    to numbers: UnsafeMutablePointer<Float>
) {
    for index in 0..<count { numbers[index] += Float(sums[index]) * factor }
}
