public import PixelKernels

/// Makes a mask of what a model says of the cells of a picture.
///
/// A cell of 8 × 8 luma pixels is too coarse for the edge of a mat. Between the middles of cells
/// the logit is interpolated; there each chroma pixel's own green decides too, against the middle
/// between the green of the plants and that of the water around it. Memory is kept from frame to
/// frame.
public struct MaskPainter: ~Copyable {
    private var sums = CellRows(rowCount: 4)
    private var blended: [Float] = []
    private var scratch: [Float] = []
    /// The blended logits in steps, and marks of the cells in the zone, each inside a margin.
    private var steps: [Int16] = []
    private var present: [Int16] = []
    private var edges: [Int16] = []
    private var pixels: [Int16] = []
    private var classes: [UInt8] = []
    private let kernels: KernelLevel

    /// The most that a pixel's own green can say, as a logit.
    public static let evidenceMax: Float = 3
    /// What it says of a pixel that is as green as the plants around it.
    public static let fullEvidence: Float = 2
    /// Difference of green between plants and water from which a pixel's green says something.
    public static let greenDifferenceMin: Float = 5
    /// How much vegetation, and how much water, must lie in the cells around: one cell's worth.
    public static let weightMin: Float = 1
    /// Cells in a row of those that tell what plants and water look like here.
    static let window = 9
    /// Luma from which a pixel without colour is glare.
    public static let glareLuma = 230.0
    /// |Cb| and |Cr| below which a bright pixel has no colour.
    public static let glareChroma = 10.0
    /// Mean luma of a cell from which its pixels are looked at for glare.
    static let brightCell: Float = 150

    /// Numbers before and behind the cells of a row: a vector.
    private static let margin = 8

    /// Makes a painter.
    public init(kernels: KernelLevel = .fast) { self.kernels = kernels }

    /// Paints the mask of a frame.
    ///
    /// Pixels outside the zone become ``SurfaceClass/unjudged``, and so does glare.
    ///
    /// - Precondition: All are of one picture.
    public mutating func paint(
        _ logits: borrowing CellLogits, of cells: borrowing SurfaceCells,
        frame: borrowing Frame, zone: borrowing Zone, into mask: inout Mask
    ) {
        mask.fit(width: frame.width, height: frame.height)
        mask.clear(rows: 0..<cells.zoneRows.lowerBound * chromaCellSize)
        mask.clear(
            rows: min(
                cells.zoneRows.upperBound * chromaCellSize, zone.chromaHeight)..<zone
                .chromaHeight)
        fit(width: cells.width)
        let rule = PixelRule(frame.encoding.referenceWeights)
        for row in cells.zoneRows {
            let range = logits.range(around: row)
            let chromaRows =
                row * chromaCellSize..<min((row + 1) * chromaCellSize, zone.chromaHeight)
            let isBright = cells.hasLuma(above: Self.brightCell, row: row)
            let hasOther = logits.hasOther(row: row, columns: cells.columns)
            let isEven = range.lower > Self.evidenceMax || range.upper < -Self.evidenceMax
            if isEven {
                fillClasses(isVegetation: range.lower > 0)
            } else {
                findEdges(row: row, logits, columns: cells.columns)
                markPresentCells(row: row, of: cells)
            }
            for chromaRow in chromaRows {
                if !isEven {
                    classify(chromaRow, logits, of: cells, frame: frame, rule: rule)
                } else if isBright {
                    fillClasses(isVegetation: range.lower > 0)
                }
                if isBright { markGlare(chromaRow, columns: cells.columns, frame: frame, rule) }
                if hasOther { markOther(row: row, logits, columns: cells.columns) }
                mask.copyRow(chromaRow, of: zone, from: classes)
            }
        }
    }

    private mutating func fit(width: Int) {
        sums.fit(width)
        guard pixels.count < 12 * width + 32 else { return }
        scratch = Array(repeating: 0, count: 2 * (width + 16))
        blended = Array(repeating: 0, count: width)
        steps = Array(repeating: 0, count: width + 3 * Self.margin)
        present = steps
        edges = Array(repeating: 0, count: 2 * width)
        pixels = Array(repeating: 0, count: 12 * width + 32)
        classes = Array(repeating: 0, count: 4 * width)
    }

    /// Fills a row of an even surface.
    private mutating func fillClasses(isVegetation: Bool) {
        let surface: SurfaceClass = isVegetation ? .vegetation : .openWater
        classes.withUnsafeMutableBufferPointer { $0.update(repeating: surface.rawValue) }
    }

    private mutating func markPresentCells(row: Int, of cells: borrowing SurfaceCells) {
        let share = cells.share.row(row) + cells.columns.lowerBound
        let count = cells.columns.count
        present.withUnsafeMutableBufferPointer { present in
            guard let present = present.baseAddress else { return }
            // With the neighbours of the first and the last cell.
            markPresent(share - 1, count: count + 2, into: present + Self.margin - 1)
        }
    }

    /// Finds the green that parts plants from water around each cell of a row.
    private mutating func findEdges(
        row: Int, _ logits: borrowing CellLogits, columns: Range<Int>
    ) {
        let (first, count) = (columns.lowerBound, columns.count)
        let stride = sums.stride
        sums.withMutableNumbers { sums in
            scratch.withUnsafeMutableBufferPointer { buffer in
                guard let scratch = buffer.baseAddress else { return }
                func sum(_ plane: borrowing CellPlane, into target: Int) {
                    boxSums(
                        plane.row(row - Self.window / 2) + (first - Self.window / 2),
                        stride: plane.stride, size: Self.window, count: count, scratch: scratch,
                        into: sums + target * stride)
                }
                sum(logits.plants, into: 0)
                sum(logits.plantGreen, into: 1)
                sum(logits.water, into: 2)
                sum(logits.waterGreen, into: 3)
            }
            edges.withUnsafeMutableBufferPointer { edges in
                pixels.withUnsafeMutableBufferPointer { pixels in
                    guard let edges = edges.baseAddress, let pixels = pixels.baseAddress
                    else { return }
                    findGreenEdge(
                        plants: sums, plantGreen: sums + stride, water: sums + 2 * stride,
                        waterGreen: sums + 3 * stride, weightMin: Self.weightMin,
                        differenceMin: Self.greenDifferenceMin,
                        fullEvidence: Self.fullEvidence * pixelLogitSteps, count: count,
                        middle: edges, gain: edges + count)
                    let middle = pixels + 4 * count + 32
                    repeatForPixels(edges, count: count, into: middle)
                    repeatForPixels(edges + count, count: count, into: middle + 4 * count)
                }
            }
        }
    }

    /// Classifies a row of chroma pixels by the cells around them and their own green.
    private mutating func classify(
        _ chromaRow: Int, _ logits: borrowing CellLogits, of cells: borrowing SurfaceCells,
        frame: borrowing Frame, rule: PixelRule
    ) {
        let (row, place) = chromaRow.quotientAndRemainder(dividingBy: chromaCellSize)
        let neighbour = place < 2 ? max(row - 1, 0) : min(row + 1, cells.height - 1)
        let weight: Float = place == 0 || place == 3 ? 0.375 : 0.125
        let (first, count) = (cells.columns.lowerBound, cells.columns.count)
        blended.withUnsafeMutableBufferPointer { blended in
            steps.withUnsafeMutableBufferPointer { steps in
                guard let blended = blended.baseAddress, let steps = steps.baseAddress else {
                    return
                }
                blendCellRows(
                    logits.corrected.row(row) + first, logits.corrected.row(neighbour) + first,
                    otherShare: cells.share.row(neighbour) + first, weight: weight, count: count,
                    into: blended)
                stepLogits(blended, count: count, into: steps + Self.margin)
            }
        }
        spreadSteps(count: count)
        classifyPixels(chromaRow, columns: cells.columns, frame: frame, rule: rule)
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
        _ chromaRow: Int, columns: Range<Int>, frame: borrowing Frame, rule: PixelRule
    ) {
        let (first, count) = (columns.lowerBound, columns.count)
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
                        let target = classes + chromaCellSize * first
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

    private mutating func markGlare(
        _ chromaRow: Int, columns: Range<Int>, frame: borrowing Frame, _ rule: PixelRule
    ) {
        let first = chromaCellSize * columns.lowerBound
        // The last column of a picture of odd width has no second luma pixel: it is left out.
        let count = min(chromaCellSize * columns.upperBound, frame.width / 2) - first
        let stride = frame.blueDifference.stride
        let lumaStart = 2 * chromaRow * frame.luma.stride + 2 * first
        let lower = 2 * chromaRow + 1 < frame.height ? frame.luma.stride : 0
        frame.luma.withBytes { luma in
            frame.blueDifference.withBytes { blue in
                frame.redDifference.withBytes { red in
                    classes.withUnsafeMutableBufferPointer { classes in
                        guard let luma = luma.baseAddress, let blue = blue.baseAddress,
                            let red = red.baseAddress, let classes = classes.baseAddress
                        else { return }
                        let start = chromaRow * stride + first
                        PixelKernels.markGlare(
                            luma: luma + lumaStart, luma + lumaStart + lower, blue: blue + start,
                            red: red + start, count: count, lumaSum: rule.glareLumaSum,
                            chroma: rule.glareChroma, in: classes + first)
                    }
                }
            }
        }
    }

    private mutating func markOther(
        row: Int, _ logits: borrowing CellLogits, columns: Range<Int>
    ) {
        let marks = logits.other.row(row)
        for column in columns where marks[column] > 0 {
            for pixel in chromaCellSize * column..<chromaCellSize * (column + 1)
            where classes[pixel] == SurfaceClass.openWater.rawValue {
                classes[pixel] = SurfaceClass.otherMatter.rawValue
            }
        }
    }
}

/// How pixels of an encoding are read.
private struct PixelRule {
    let evidence: PixelEvidenceRule
    let glareLumaSum: UInt16
    let glareChroma: Int16

    init(_ weights: ColourEncoding.ReferenceWeights) {
        let blue = weights.blueFromBlue + weights.redFromBlue
        let red = weights.blueFromRed + weights.redFromRed
        evidence = PixelEvidenceRule(
            blueWeight: Int16((64 * blue).rounded()), redWeight: Int16((64 * red).rounded()),
            evidenceMax: Int16(MaskPainter.evidenceMax * pixelLogitSteps))
        let luma = weights.blackLuma + MaskPainter.glareLuma / weights.luma
        glareLumaSum = UInt16((4 * luma).rounded())
        glareChroma = Int16((MaskPainter.glareChroma / weights.blueFromBlue).rounded())
    }
}
