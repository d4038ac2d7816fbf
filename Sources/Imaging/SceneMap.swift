public import PixelKernels

/// A coarse map of a whole picture: where it is brighter and darker than its surroundings.
///
/// It has the same number of cells whatever the picture's size. The sign of a cell hardly depends
/// on exposure, haze or contrast, so the maps of one view in different light resemble each other,
/// and those of different views do not. Memory is kept from frame to frame.
public struct SceneMap: ~Copyable {
    /// Cells in a row.
    public static let columns = 128
    /// Rows of cells.
    public static let rows = 64
    /// All cells.
    public static let cellCount = columns * rows

    /// −1 where a cell is darker than the 9 × 9 cells around it, 1 where it is brighter, 0 where it
    /// is about the same; row by row.
    public private(set) var signs = [Int8](repeating: 0, count: cellCount)
    /// Standard deviation of luma among the 9 × 9 cells around each cell, in native codes.
    public private(set) var contrast = [Float](repeating: 0, count: cellCount)
    /// Mean |difference| of horizontal neighbours within each cell, in native codes.
    public private(set) var steps = [Float](repeating: 0, count: cellCount)
    /// Mean luma of each cell, in native codes.
    public private(set) var luma = [Float](repeating: 0, count: cellCount)

    private var squares = [Float](repeating: 0, count: cellCount)
    private var means = [Float](repeating: 0, count: cellCount)
    private var scratch = [Float](repeating: 0, count: cellCount)
    private var columnLuma: [UInt16] = []
    private var columnSteps: [UInt16] = []

    /// Cells on either side of one that count as its surroundings.
    private static let reach = 4
    /// Contrast in codes that is added to the one found, so that noise makes no sign.
    private static let contrastFloor: Float = 4
    /// Deviation, in units of the contrast, from which a cell has a sign.
    private static let signMin: Float = 0.4

    /// Makes an empty map.
    public init() {}

    /// Maps a frame.
    ///
    /// - Returns: Whether the picture has enough pixels for a map.
    public mutating func measure(
        _ frame: borrowing Frame, kernels: KernelLevel = .fast
    ) -> Bool {
        guard frame.width >= Self.columns, frame.height >= Self.rows else { return false }
        sumCells(frame, kernels)
        sign()
        return true
    }

    /// Means of luma and of its steps, from every row of a small picture and every second of others.
    private mutating func sumCells(_ frame: borrowing Frame, _ kernels: KernelLevel) {
        let (width, height) = (frame.width, frame.height)
        if columnLuma.count < width {
            columnLuma = Array(repeating: 0, count: width)
            columnSteps = Array(repeating: 0, count: width)
        }
        let rowStep = max(1, min(height / (4 * Self.rows), 4))
        for row in 0..<Self.rows {
            let lines = stride(
                from: row * height / Self.rows, to: (row + 1) * height / Self.rows, by: rowStep)
            for x in 0..<width { (columnLuma[x], columnSteps[x]) = (0, 0) }
            var summed = 0
            for line in lines {
                frame.addLine(line, luma: &columnLuma, steps: &columnSteps, kernels)
                summed += 1
            }
            gather(row, width: width, summedRows: summed)
        }
    }

    /// Gathers the sums of columns into a row of cells.
    private mutating func gather(_ row: Int, width: Int, summedRows: Int) {
        for column in 0..<Self.columns {
            let left = column * width / Self.columns
            let right = (column + 1) * width / Self.columns
            // Both sums in one loop: a cell is too narrow for vectors.
            var total: UInt32 = 0
            var stepTotal: UInt32 = 0
            for x in left..<right {
                total &+= UInt32(columnLuma[x])
                stepTotal &+= UInt32(columnSteps[x])
            }
            let pixels = Float((right - left) * summedRows)
            luma[row * Self.columns + column] = Float(total) / pixels
            steps[row * Self.columns + column] = Float(stepTotal) / pixels
        }
    }

    /// Contrast and sign of each cell from its luma and that of its surroundings.
    private mutating func sign() {
        luma.withUnsafeBufferPointer { luma in
            squares.withUnsafeMutableBufferPointer { squares in
                for cell in 0..<Self.cellCount { squares[cell] = luma[cell] * luma[cell] }
            }
        }
        Self.average(luma, into: &means, scratch: &scratch)
        Self.average(squares, into: &contrast, scratch: &scratch)
        luma.withUnsafeBufferPointer { luma in
            means.withUnsafeBufferPointer { means in
                contrast.withUnsafeMutableBufferPointer { contrast in
                    signs.withUnsafeMutableBufferPointer { signs in
                        for cell in 0..<Self.cellCount {
                            let variance = max(contrast[cell] - means[cell] * means[cell], 0)
                            contrast[cell] = variance.squareRoot()
                            let limit = Self.signMin * (contrast[cell] + Self.contrastFloor)
                            let difference = luma[cell] - means[cell]
                            signs[cell] =
                                (difference > limit ? 1 : 0) &- (difference < -limit ? 1 : 0)
                        }
                    }
                }
            }
        }
    }

    /// Means over the surroundings of each cell; the outermost cells stand for what lies beyond.
    private static func average(
        _ plane: [Float], into means: inout [Float], scratch: inout [Float]
    ) {
        plane.withUnsafeBufferPointer { plane in
            scratch.withUnsafeMutableBufferPointer { scratch in
                sumColumns(plane, into: scratch)
                means.withUnsafeMutableBufferPointer { averageRows(scratch, into: $0) }
            }
        }
    }

    /// Sums of each cell and those above and below it.
    private static func sumColumns(
        _ plane: UnsafeBufferPointer<Float>, into sums: UnsafeMutableBufferPointer<Float>
    ) {
        for row in 0..<rows {
            let start = row * columns
            for column in 0..<columns { sums[start + column] = 0 }
            for offset in -reach...reach {
                let other = min(max(row + offset, 0), rows - 1) * columns
                for column in 0..<columns { sums[start + column] += plane[other + column] }
            }
        }
    }

    /// Means of each sum and those beside it.
    private static func averageRows(
        _ sums: UnsafeMutableBufferPointer<Float>, into means: UnsafeMutableBufferPointer<Float>
    ) {
        let scale = 1 / Float((2 * reach + 1) * (2 * reach + 1))
        for row in 0..<rows {
            let start = row * columns
            var sum: Float = 0
            for offset in -reach...reach { sum += sums[start + max(offset, 0)] }
            for column in 0..<columns {
                means[start + column] = sum * scale
                sum += sums[start + min(column + reach + 1, columns - 1)]
                sum -= sums[start + max(column - reach, 0)]
            }
        }
    }
}
