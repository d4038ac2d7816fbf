public import PixelKernels

/// Luma activity of a frame in cells of 8 × 8 luma pixels: the texture of what floats.
///
/// Memory is kept from frame to frame. Only the cells in and around a zone's bounding box are
/// measured.
public struct ActivityGrid: ~Copyable {
    /// Cells in a row.
    public private(set) var width = 0
    /// Rows of cells.
    public private(set) var height = 0
    /// The cells that ``measure(_:around:kernels:)`` has measured.
    public private(set) var measured: (rows: Range<Int>, columns: Range<Int>) = (0..<0, 0..<0)
    private var sums: [UInt16] = []
    private var columnSums: [UInt16] = []

    /// Makes an empty grid.
    public init() {}

    /// Measures the cells in the bounding box of a zone and one cell around it.
    ///
    /// - Precondition: `zone` was made for the size of `frame`.
    public mutating func measure(
        _ frame: borrowing Frame, around zone: borrowing Zone, kernels: KernelLevel = .fast
    ) {
        frame.requireSize(of: zone)
        fit(width: frame.width, height: frame.height)
        let rows = Self.cells(holding: zone.bounds.rows, of: height)
        let columns = Self.cells(holding: zone.bounds.columns, of: width)
        measured = (rows, columns)
        let gridWidth = width
        frame.luma.withBytes { luma in
            sums.withUnsafeMutableBufferPointer { sums in
                columnSums.withUnsafeMutableBufferPointer { columnSums in
                    guard let luma = luma.baseAddress, let sums = sums.baseAddress,
                        let columnSums = columnSums.baseAddress
                    else { return }
                    let left = columns.lowerBound * activityCellSize
                    let lumaWidth =
                        min(columns.upperBound * activityCellSize, frame.width) - left
                    for row in rows {
                        let top = row * activityCellSize
                        let start = luma + top * frame.luma.stride + left
                        let rows = min(activityCellSize + 1, frame.height - top)
                        let target = sums + row * gridWidth + columns.lowerBound
                        switch kernels {
                        case .fast:
                            lumaActivity(
                                start, stride: frame.luma.stride, width: lumaWidth, rows: rows,
                                columnSums: columnSums, into: target)
                        case .scalar:
                            lumaActivityScalar(
                                start, stride: frame.luma.stride, width: lumaWidth, rows: rows,
                                into: target)
                        }
                    }
                }
            }
        }
    }

    /// Writes, for each chroma pixel of a row of cells, the limit above which green is vegetation.
    ///
    /// - Parameters:
    ///   - row: A measured row of cells.
    ///   - activityMin: Mean |horizontal| + |vertical difference| of native luma, over the 3 × 3
    ///     cells around a cell, from which the cell has texture.
    ///   - greenLimit: The limit in cells with texture; in others it is 255.
    ///   - limits: A plane of one row and at least 4 × ``width`` bytes.
    public borrowing func writeLimits(
        row: Int, activityMin: Double, greenLimit: UInt8, into limits: inout Plane
    ) {
        precondition(measured.rows.contains(row), "this row of cells was not measured")
        precondition(limits.width >= 4 * width && limits.height >= 1, "the limits are too short")
        let above = max(row - 1, measured.rows.lowerBound)
        let below = min(row + 1, measured.rows.upperBound - 1)
        let left = measured.columns.lowerBound
        let sumMin = activityMin * Double(9 * activityCellSize * activityCellSize)
        sums.withUnsafeBufferPointer { sums in
            limits.withMutableBytes { limits in
                guard let sums = sums.baseAddress, let limits = limits.baseAddress else { return }
                textureLimits(
                    above: sums + above * width + left, at: sums + row * width + left,
                    below: sums + below * width + left, cells: measured.columns.count,
                    threshold: UInt32(max(sumMin, 0)), greenLimit: greenLimit,
                    into: limits + 4 * left)
            }
        }
    }

    private mutating func fit(width lumaWidth: Int, height lumaHeight: Int) {
        width = (lumaWidth + activityCellSize - 1) / activityCellSize
        height = (lumaHeight + activityCellSize - 1) / activityCellSize
        if sums.count < width * height { sums = Array(repeating: 0, count: width * height) }
        if columnSums.count < lumaWidth { columnSums = Array(repeating: 0, count: lumaWidth) }
    }

    /// The cells, of `count`, that hold a range of chroma pixels, and one more on either side.
    private static func cells(holding pixels: Range<Int>, of count: Int) -> Range<Int> {
        guard !pixels.isEmpty else { return 0..<0 }
        let first = max(pixels.lowerBound / 4 - 1, 0)
        return first..<min((pixels.upperBound - 1) / 4 + 2, count)
    }
}
