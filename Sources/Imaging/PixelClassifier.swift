import PixelKernels

/// Tells vegetation from water pixel by pixel in a row of cells.
///
/// Between the middles of cells the logit is interpolated; there each chroma pixel's own green
/// decides too, against the middle between the green of the plants and that of the water around it.
/// Memory is kept from frame to frame.
struct PixelClassifier: ~Copyable {
    /// Sums of plants, of water, and of the green of either around each cell.
    private var sums = CellRows(rowCount: 4)
    private var blended: [Float] = []
    /// The blended logits in steps, and marks of the cells in the zone, each inside a margin.
    private var steps: [Int16] = []
    private var present: [Int16] = []
    private var edges: [Int16] = []
    private var pixels: [Int16] = []
    private let kernels: KernelLevel

    /// Numbers before and behind the cells of a row: a vector.
    private static let margin = 8

    init(kernels: KernelLevel) { self.kernels = kernels }

    /// Makes room for rows of `width` cells.
    mutating func fit(width: Int) {
        sums.fit(width)
        guard pixels.count < 12 * width + 32 else { return }
        blended = Array(repeating: 0, count: width + 2)
        steps = Array(repeating: 0, count: width + 3 * Self.margin)
        present = steps
        edges = Array(repeating: 0, count: 2 * width)
        pixels = Array(repeating: 0, count: 12 * width + 32)
    }

    /// Tells vegetation from water pixel by pixel in some columns of a row of cells.
    ///
    /// - Parameters:
    ///   - columns: The cells.
    ///   - row: Their row.
    ///   - chromaRows: Its rows of chroma pixels.
    ///   - logits: What the model says.
    ///   - cells: What the cells look like.
    ///   - frame: The picture.
    ///   - rule: How pixels are read.
    ///   - classes: The classes are written: a row for each of `chromaRows`.
    ///   - stride: Bytes from one of these rows to the next.
    mutating func classify(
        _ columns: Range<Int>, _ row: Int, _ chromaRows: Range<Int>,
        _ logits: inout CellLogits, of cells: borrowing SurfaceCells,
        frame: borrowing Frame, rule: PixelRule, into classes: inout [UInt8], stride: Int
    ) {
        let columns = columns.clamped(to: cells.columns)
        guard !columns.isEmpty else { return }
        findEdges(row: row, &logits, columns: columns)
        markPresentCells(row: row, columns: columns, of: cells)
        for chromaRow in chromaRows {
            interpolate(chromaRow, columns: columns, logits, of: cells)
            classifyPixels(
                chromaRow, chromaRow - chromaRows.lowerBound, columns: columns, frame: frame,
                rule: rule, into: &classes, classStride: stride)
        }
    }

    private mutating func markPresentCells(
        row: Int, columns: Range<Int>, of cells: borrowing SurfaceCells
    ) {
        let share = cells.share.row(row) + columns.lowerBound
        let count = columns.count
        present.withUnsafeMutableBufferPointer { present in
            guard let present = present.baseAddress else { return }
            // With the neighbours of the first and the last cell.
            markPresent(share - 1, count: count + 2, into: present + Self.margin - 1)
        }
    }

    /// Finds the green that parts plants from water around each cell of a row.
    private mutating func findEdges(
        row: Int, _ logits: inout CellLogits, columns: Range<Int>
    ) {
        let count = columns.count
        let stride = sums.stride
        sums.withMutableNumbers { sums in
            logits.plants.sumNine(row: row, columns: columns, into: sums)
            logits.plantGreen.sumNine(row: row, columns: columns, into: sums + stride)
            logits.water.sumNine(row: row, columns: columns, into: sums + 2 * stride)
            logits.waterGreen.sumNine(row: row, columns: columns, into: sums + 3 * stride)
            edges.withUnsafeMutableBufferPointer { edges in
                pixels.withUnsafeMutableBufferPointer { pixels in
                    guard let edges = edges.baseAddress, let pixels = pixels.baseAddress
                    else { return }
                    findGreenEdge(
                        plants: sums, plantGreen: sums + stride, water: sums + 2 * stride,
                        waterGreen: sums + 3 * stride, weightMin: MaskPainter.weightMin,
                        differenceMin: MaskPainter.greenDifferenceMin,
                        fullEvidence: MaskPainter.fullEvidence * pixelLogitSteps, count: count,
                        middle: edges, gain: edges + count)
                    let middle = pixels + 4 * count + 32
                    repeatForPixels(edges, count: count, into: middle)
                    repeatForPixels(edges + count, count: count, into: middle + 4 * count)
                }
            }
        }
    }

    /// Interpolates the logits of the cells around a row of chroma pixels.
    private mutating func interpolate(
        _ chromaRow: Int, columns: Range<Int>, _ logits: borrowing CellLogits,
        of cells: borrowing SurfaceCells
    ) {
        let (row, place) = chromaRow.quotientAndRemainder(dividingBy: chromaCellSize)
        let neighbour = place < 2 ? max(row - 1, 0) : min(row + 1, cells.height - 1)
        let weight: Float = place == 0 || place == 3 ? 0.375 : 0.125
        // With the neighbours of the first and the last cell.
        let (first, count) = (columns.lowerBound - 1, columns.count + 2)
        blended.withUnsafeMutableBufferPointer { blended in
            steps.withUnsafeMutableBufferPointer { steps in
                guard let blended = blended.baseAddress, let steps = steps.baseAddress else {
                    return
                }
                blendCellRows(
                    logits.corrected.row(row) + first, logits.corrected.row(neighbour) + first,
                    otherShare: cells.share.row(neighbour) + first, weight: weight, count: count,
                    into: blended)
                stepLogits(blended, count: count, into: steps + Self.margin - 1)
            }
        }
        spreadSteps(count: columns.count)
    }

    /// Interpolates the row of cells to pixels.
    private mutating func spreadSteps(count: Int) {
        steps.withUnsafeBufferPointer { steps in
            present.withUnsafeBufferPointer { present in
                pixels.withUnsafeMutableBufferPointer { pixels in
                    guard let steps = steps.baseAddress, let present = present.baseAddress,
                        let pixels = pixels.baseAddress
                    else { return }
                    spreadCells(
                        steps + Self.margin, present: present + Self.margin, count: count,
                        into: pixels)
                }
            }
        }
    }

    private mutating func classifyPixels(
        _ chromaRow: Int, _ place: Int, columns: Range<Int>, frame: borrowing Frame,
        rule: PixelRule, into classes: inout [UInt8], classStride: Int
    ) {
        let (first, count) = (columns.lowerBound, columns.count)
        let classStart = place * classStride + chromaCellSize * first
        let pixelCount = min(
            chromaCellSize * count, frame.blueDifference.width - chromaCellSize * first)
        let stride = frame.blueDifference.stride
        frame.blueDifference.withBytes { blue in
            frame.redDifference.withBytes { red in
                pixels.withUnsafeMutableBufferPointer { pixels in
                    classes.withUnsafeMutableBufferPointer { classes in
                        guard let blue = blue.baseAddress, let red = red.baseAddress,
                            let pixels = pixels.baseAddress, let classes = classes.baseAddress
                        else { return }
                        let start = chromaRow * stride + chromaCellSize * first
                        let middle = pixels + 4 * count + 32
                        let gain = middle + 4 * count
                        let target = classes + classStart
                        switch kernels {
                        case .fast:
                            PixelKernels.classifyPixels(
                                logits: pixels, blue: blue + start, red: red + start,
                                middle: middle, gain: gain, count: pixelCount,
                                rule: rule.evidence, into: target)
                        case .scalar:
                            classifyPixelsScalar(
                                logits: pixels, blue: blue + start, red: red + start,
                                middle: middle, gain: gain, count: pixelCount,
                                rule: rule.evidence, into: target)
                        }
                    }
                }
            }
        }
    }
}
