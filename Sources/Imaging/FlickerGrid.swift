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
    private var columnSums: [UInt16] = []
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
    /// A frame of another size than the one before begins a new burst.
    ///
    /// - Precondition: `zone` was made for the size of `frame`, and is the same for all frames.
    public mutating func add(_ frame: borrowing Frame, in zone: borrowing Zone) {
        frame.requireSize(of: zone)
        if earlier.width != frame.width || earlier.height != Self.keptRows(of: frame.height) {
            frameCount = 0
            earlier.resize(width: frame.width, height: Self.keptRows(of: frame.height))
        }
        if frameCount == 0 { fit(frame) }
        let rows = zone.bounds.rows
        for row in rows.isEmpty ? 0..<0 : rows.lowerBound / 4..<(rows.upperBound - 1) / 4 + 1 {
            addRow(row, of: frame)
        }
        frameCount += 1
        guard isKnown else { return }
        let factor = 1 / Float(frameCount - 1)
        for row in 0..<mean.height {
            let (numbers, total) = (mean.mutableRow(row), sum.row(row))
            for column in 0..<mean.width { numbers[column] = total[column] * factor }
        }
    }

    /// Compares the rows of one row of cells.
    private mutating func addRow(_ row: Int, of frame: borrowing Frame) {
        let top = row * lumaCellSize
        let sampled = stride(
            from: top, to: min(top + lumaCellSize, frame.height), by: Self.rowStep)
        let (width, earlierStride) = (frame.width, earlier.stride)
        let pixels = Float(sampled.underestimatedCount * lumaCellSize)
        let factor = Float(frame.encoding.referenceWeights.luma) / pixels
        let isFirst = frameCount == 0
        frame.luma.withBytes { luma in
            earlier.withMutableBytes { earlier in
                columnSums.withUnsafeMutableBufferPointer { columns in
                    cellSums.withUnsafeMutableBufferPointer { cells in
                        guard let luma = luma.baseAddress, let earlier = earlier.baseAddress,
                            let columns = columns.baseAddress, let cells = cells.baseAddress
                        else { return }
                        columns.update(repeating: 0, count: width)
                        for line in sampled {
                            addDifference(
                                luma + line * frame.luma.stride,
                                replacing: earlier + line / Self.rowStep * earlierStride,
                                width: width, columns: columns)
                        }
                        guard !isFirst else { return }
                        addUpOctets(columns, width: width, into: cells)
                        addScaled(
                            cells, count: mean.width, factor: factor, to: sum.mutableRow(row))
                    }
                }
            }
        }
    }

    private mutating func fit(_ frame: borrowing Frame) {
        let width = (frame.width + lumaCellSize - 1) / lumaCellSize
        let height = (frame.height + lumaCellSize - 1) / lumaCellSize
        sum.reset(width: width, height: height)
        mean.reset(width: width, height: height)
        if columnSums.count < frame.width {
            columnSums = Array(repeating: 0, count: frame.width)
            cellSums = Array(repeating: 0, count: width)
        }
    }

    private static func keptRows(of height: Int) -> Int { (height + rowStep - 1) / rowStep }
}
