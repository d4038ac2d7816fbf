public import PixelKernels

/// What the cells of 8 × 8 luma pixels of a frame look like: the grid on which water is judged.
///
/// Luma and chroma are in codes of full-range BT.601, chroma 0 being neutral. Measured are the
/// cells in a zone's bounding box, and those above it that the water may mirror; of all others only
/// the share is known, which is 0.
/// Memory is kept from frame to frame.
public struct SurfaceCells: ~Copyable {
    /// Rows of cells that the zone reaches.
    public private(set) var zoneRows = 0..<0
    /// Columns of cells that the zone reaches.
    public private(set) var columns = 0..<0
    /// Share of the cell's chroma pixels that lie in the zone, 0…1.
    public private(set) var share = CellPlane()
    /// Mean luma.
    public private(set) var luma = CellPlane()
    /// Mean Cb.
    public private(set) var blue = CellPlane()
    /// Mean Cr.
    public private(set) var red = CellPlane()
    /// Mean |horizontal difference| of luma.
    public private(set) var across = CellPlane()
    /// Mean |vertical difference| of luma.
    public private(set) var down = CellPlane()

    /// The greatest native luma of each cell.
    private var brightest = Plane(width: 0, height: 0)
    private var columnSums: [UInt16] = []
    private var cellSums = CellSumRows()

    /// Makes an empty grid.
    public init() {}

    /// Cells in a row of the picture.
    public var width: Int { share.width }
    /// Rows of cells in the picture.
    public var height: Int { share.height }

    /// Measures the cells of a zone.
    ///
    /// - Precondition: `zone` was made for the size of `frame`.
    public mutating func measure(
        _ frame: borrowing Frame, in zone: borrowing Zone, kernels: KernelLevel = .fast
    ) {
        frame.requireSize(of: zone)
        zoneRows = Self.cells(holding: zone.bounds.rows)
        columns = Self.cells(holding: zone.bounds.columns)
        fit(width: frame.width, height: frame.height)
        addShares(of: zone)
        let scale = CellColourScale(frame.encoding.referenceWeights)
        for row in FarBankMirror.rows(of: zoneRows) {
            sumLuma(of: frame, row: row, kernels: kernels)
            sumChroma(of: frame, row: row, kernels: kernels)
            store(row: row, scale: scale)
            storeBrightest(row: row)
        }
    }

    /// Calls `body` with each run of cells of a row that hold a native luma of `code` or more.
    borrowing func forEachRun(
        ofRow row: Int, reaching code: UInt8, _ body: (_ columns: Range<Int>) -> Void
    ) {
        brightest.withBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            let cells = base + row * brightest.stride
            let greatest = byteRange(cells + columns.lowerBound, count: columns.count).greatest
            guard greatest >= code else { return }
            var column = columns.lowerBound
            while column < columns.upperBound {
                let start = column
                while column < columns.upperBound, cells[column] >= code { column += 1 }
                if column > start { body(start..<column) }
                column += 1
            }
        }
    }

    private mutating func fit(width: Int, height: Int) {
        let cellWidth = (width + lumaCellSize - 1) / lumaCellSize
        let cellHeight = (height + lumaCellSize - 1) / lumaCellSize
        share.reset(width: cellWidth, height: cellHeight, keepingRows: zoneRows)
        for row in zoneRows { share.clear(row: row, outside: 0..<0) }
        luma.fit(width: cellWidth, height: cellHeight)
        blue.fit(width: cellWidth, height: cellHeight)
        red.fit(width: cellWidth, height: cellHeight)
        across.fit(width: cellWidth, height: cellHeight)
        down.fit(width: cellWidth, height: cellHeight)
        if brightest.width != cellWidth || brightest.height != cellHeight {
            brightest.resize(width: cellWidth, height: cellHeight)
        }
        if columnSums.count < 3 * width { columnSums = Array(repeating: 0, count: 3 * width) }
        cellSums.fit(cellWidth)
    }

    /// Adds a sixteenth to a cell for each of its chroma pixels that lies in the zone.
    private mutating func addShares(of zone: borrowing Zone) {
        let unit = 1 / Float(chromaCellSize * chromaCellSize)
        for run in zone.runs {
            let row = share.mutableRow(run.row / chromaCellSize)
            let first = run.columns.lowerBound / chromaCellSize
            let last = (run.columns.upperBound - 1) / chromaCellSize
            if first == last {
                row[first] += unit * Float(run.columns.count)
                continue
            }
            row[first] += unit * Float((first + 1) * chromaCellSize - run.columns.lowerBound)
            for cell in first + 1..<last { row[cell] += unit * Float(chromaCellSize) }
            row[last] += unit * Float(run.columns.upperBound - last * chromaCellSize)
        }
    }

    private mutating func sumLuma(of frame: borrowing Frame, row: Int, kernels: KernelLevel) {
        let left = columns.lowerBound * lumaCellSize
        let width = min(columns.upperBound * lumaCellSize, frame.width) - left
        let top = row * lumaCellSize
        let rows = min(lumaCellSize + 1, frame.height - top)
        let stride = frame.luma.stride
        let (sums, across) = (cellSums.row(.luma), cellSums.row(.across))
        let down = cellSums.row(.down)
        let brightest = cellSums.row(.brightest)
        frame.luma.withBytes { bytes in
            columnSums.withUnsafeMutableBufferPointer { scratch in
                guard let base = bytes.baseAddress, let scratch = scratch.baseAddress else {
                    return
                }
                let start = base + top * stride + left
                switch kernels {
                case .fast:
                    lumaCells(
                        start, stride: stride, width: width, rows: rows, columns: scratch,
                        sums: sums, across: across, down: down, brightest: brightest)
                case .scalar:
                    lumaCellsScalar(
                        start, stride: stride, width: width, rows: rows, sums: sums,
                        across: across, down: down, brightest: brightest)
                }
            }
        }
    }

    private mutating func sumChroma(of frame: borrowing Frame, row: Int, kernels: KernelLevel) {
        sum(frame.blueDifference, row: row, into: cellSums.row(.blue), kernels: kernels)
        sum(frame.redDifference, row: row, into: cellSums.row(.red), kernels: kernels)
    }

    private mutating func sum(
        _ plane: borrowing Plane, row: Int, into sums: UnsafeMutablePointer<UInt16>,
        kernels: KernelLevel
    ) {
        let left = columns.lowerBound * chromaCellSize
        let width = min(columns.upperBound * chromaCellSize, plane.width) - left
        let top = row * chromaCellSize
        let rows = min(chromaCellSize, plane.height - top)
        let stride = plane.stride
        plane.withBytes { bytes in
            columnSums.withUnsafeMutableBufferPointer { scratch in
                guard let base = bytes.baseAddress, let scratch = scratch.baseAddress
                else { return }
                let start = base + top * stride + left
                switch kernels {
                case .fast:
                    chromaCells(
                        start, stride: stride, width: width, rows: rows, columns: scratch,
                        into: sums)
                case .scalar:
                    chromaCellsScalar(start, stride: stride, width: width, rows: rows, into: sums)
                }
            }
        }
    }

    /// Writes the means of a row of cells, in codes of the reference.
    private mutating func store(row: Int, scale: CellColourScale) {
        let first = columns.lowerBound
        let count = columns.count
        cellColours(
            lumaSums: cellSums.row(.luma), blueSums: cellSums.row(.blue),
            redSums: cellSums.row(.red), count: count, scale: scale,
            luma: luma.mutableRow(row) + first, blue: blue.mutableRow(row) + first,
            red: red.mutableRow(row) + first)
        let lumaFactor = scale.luma / Float(lumaCellSize * lumaCellSize)
        scaleCells(
            cellSums.row(.across), count: count, factor: lumaFactor,
            into: across.mutableRow(row) + first)
        scaleCells(
            cellSums.row(.down), count: count, factor: lumaFactor,
            into: down.mutableRow(row) + first)
    }

    private mutating func storeBrightest(row: Int) {
        let (greatest, count) = (cellSums.row(.brightest), columns.count)
        let start = row * brightest.stride + columns.lowerBound
        brightest.withMutableBytes { bytes in
            for cell in 0..<count {
                bytes[start + cell] = UInt8(truncatingIfNeeded: greatest[cell])
            }
        }
    }

    /// The cells that hold a range of chroma pixels.
    static func cells(holding pixels: Range<Int>) -> Range<Int> {
        guard !pixels.isEmpty else { return 0..<0 }
        return pixels.lowerBound / chromaCellSize..<(pixels.upperBound - 1) / chromaCellSize + 1
    }
}

extension CellColourScale {
    /// The scale of an encoding.
    init(_ weights: ColourEncoding.ReferenceWeights) {
        self.init(
            blackLuma: Float(weights.blackLuma), luma: Float(weights.luma),
            lumaFromBlue: Float(weights.lumaFromBlue), lumaFromRed: Float(weights.lumaFromRed),
            blueFromBlue: Float(weights.blueFromBlue), blueFromRed: Float(weights.blueFromRed),
            redFromBlue: Float(weights.redFromBlue), redFromRed: Float(weights.redFromRed))
    }
}
