import PixelKernels

/// How much the cells of a picture change from frame to frame of a burst.
///
/// Moving water flickers, a mat does not. Every second row of luma is compared with the same row
/// of the frame before; a single frame tells nothing.
public struct FlickerGrid: ~Copyable {
    /// Mean |difference| of luma between two frames, in codes of full-range BT.601, over all pairs.
    ///
    /// It holds nothing until two frames were added.
    public private(set) var mean = CellPlane()
    /// Frames added.
    public private(set) var frameCount = 0
    private var sum = CellPlane()
    private var earlier = Plane(width: 0, height: 0)
    private var height = 0
    /// Rows of cells that the frame before was kept of.
    private var keptRows = 0..<0
    /// Comparisons of each row of cells.
    private var pairCounts: [Int] = []
    private var cellSums: [UInt16] = []

    /// Of so many rows one is compared.
    private static let rowStep = 2

    /// Makes a grid of no frames.
    public init() {}

    /// Whether two frames or more were compared.
    public var isKnown: Bool { frameCount > 1 }

    /// Begins a new burst.
    public mutating func clear() { frameCount = 0 }

    /// Adds the next frame of a burst.
    ///
    /// A frame of another size than the one before begins a new burst. Where the zone has moved,
    /// rows that it did not reach in the frame before are not compared.
    ///
    /// - Precondition: `zone` was made for the size of `frame`.
    public mutating func add(_ frame: borrowing Frame, in zone: borrowing Zone) {
        frame.requireSize(of: zone)
        if earlier.width != frame.width || height != frame.height {
            frameCount = 0
            height = frame.height
            earlier.resize(
                width: frame.width, height: (frame.height + Self.rowStep - 1) / Self.rowStep)
        }
        if frameCount == 0 { fit(frame) }
        let rows = SurfaceCells.cells(holding: zone.bounds.rows)
        for row in rows { addRow(row, of: frame) }
        keptRows = rows
        frameCount += 1
        for row in rows where pairCounts[row] > 0 {
            let factor = 1 / Float(pairCounts[row])
            let (numbers, total) = (mean.mutableRow(row), sum.row(row))
            for column in 0..<mean.width { numbers[column] = total[column] * factor }
        }
    }

    /// Compares the rows of one row of cells.
    private mutating func addRow(_ row: Int, of frame: borrowing Frame) {
        let top = row * lumaCellSize
        let rows = (min(lumaCellSize, frame.height - top) + Self.rowStep - 1) / Self.rowStep
        let (stride, earlierStride) = (Self.rowStep * frame.luma.stride, earlier.stride)
        let start = (later: top * frame.luma.stride, earlier: top / Self.rowStep * earlierStride)
        let width = frame.width
        let factor =
            Float(frame.encoding.referenceWeights.luma) / Float(rows * lumaCellSize)
        let isCompared = keptRows.contains(row)
        if isCompared { pairCounts[row] += 1 }
        frame.luma.withBytes { luma in
            earlier.withMutableBytes { earlier in
                cellSums.withUnsafeMutableBufferPointer { cells in
                    guard let luma = luma.baseAddress, let earlier = earlier.baseAddress,
                        let cells = cells.baseAddress
                    else { return }
                    cellDifferences(
                        luma + start.later, stride: stride, replacing: earlier + start.earlier,
                        earlierStride: earlierStride, width: width, rows: rows, into: cells)
                    guard isCompared else { return }
                    addScaled(cells, count: mean.width, factor: factor, to: sum.mutableRow(row))
                }
            }
        }
    }

    private mutating func fit(_ frame: borrowing Frame) {
        let width = (frame.width + lumaCellSize - 1) / lumaCellSize
        let height = (frame.height + lumaCellSize - 1) / lumaCellSize
        sum.reset(width: width, height: height)
        mean.reset(width: width, height: height)
        keptRows = 0..<0
        pairCounts.removeAll(keepingCapacity: true)
        pairCounts.append(contentsOf: repeatElement(0, count: height))
        if cellSums.count < width { cellSums = Array(repeating: 0, count: width) }
    }
}
