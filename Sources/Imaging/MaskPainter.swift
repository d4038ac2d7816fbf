public import PixelKernels

/// Makes a mask of what a model says of the cells of a picture.
///
/// A cell of 8 × 8 luma pixels is too coarse for the edge of a mat. Between the middles of cells
/// the logit is interpolated; there each chroma pixel's own green decides too, against the middle
/// between the green of the plants and that of the water around it. Memory is kept from frame to
/// frame.
public struct MaskPainter: ~Copyable {
    private var sums = CellRows(rowCount: 4)
    private var settled = SettledStretches()
    private var blended: [Float] = []
    /// The blended logits in steps, and marks of the cells in the zone, each inside a margin.
    private var steps: [Int16] = []
    private var present: [Int16] = []
    private var edges: [Int16] = []
    private var pixels: [Int16] = []
    /// The four rows of chroma pixels of a row of cells.
    private var classes: [UInt8] = []
    private var classStride = 0
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

    /// Settled cells between open ones up to which all are looked at in one go, which is quicker.
    private static let gapMax = 48

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
        _ logits: inout CellLogits, of cells: borrowing SurfaceCells,
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
            let chromaRows =
                row * chromaCellSize..<min((row + 1) * chromaCellSize, zone.chromaHeight)
            logits.weigh(around: row, of: cells)
            classify(row, chromaRows, &logits, of: cells, frame: frame, rule: rule)
            markGlare(row, chromaRows, of: cells, frame: frame, rule: rule)
            if logits.hasOther(row: row, columns: cells.columns) {
                markOther(row: row, logits, columns: cells.columns)
            }
            for chromaRow in chromaRows {
                let place = chromaRow - chromaRows.lowerBound
                mask.copyRow(
                    chromaRow, of: zone, from: classes, startingAt: place * classStride)
            }
        }
    }

    private mutating func fit(width: Int) {
        sums.fit(width)
        guard pixels.count < 12 * width + 32 else { return }
        blended = Array(repeating: 0, count: width + 2)
        steps = Array(repeating: 0, count: width + 3 * Self.margin)
        present = steps
        edges = Array(repeating: 0, count: 2 * width)
        pixels = Array(repeating: 0, count: 12 * width + 32)
        // Whole stretches are filled.
        classStride = chromaCellSize * (width + CellLogits.stretch)
        classes = Array(repeating: 0, count: chromaCellSize * classStride)
    }

    /// Tells vegetation from water in the chroma pixels of a row of cells.
    ///
    /// Most stretches of a river are settled; only the others are looked at pixel by pixel,
    /// neighbours of them together.
    private mutating func classify(
        _ row: Int, _ chromaRows: Range<Int>, _ logits: inout CellLogits,
        of cells: borrowing SurfaceCells, frame: borrowing Frame, rule: PixelRule
    ) {
        guard kernels == .fast else {
            // The reference looks at every pixel.
            return classify(
                cells.columns, row, chromaRows, &logits, of: cells, frame: frame, rule: rule)
        }
        settled.find(row: row, in: logits)
        var open = 0..<0
        for stretch in CellLogits.stretches(of: cells.columns) {
            let columns = CellLogits.columns(of: stretch)
            if let surface = settled.surfaces[stretch] {
                fill(columns, with: surface)
            } else if !open.isEmpty, columns.lowerBound - open.upperBound <= Self.gapMax {
                open = open.lowerBound..<columns.upperBound
            } else {
                classify(open, row, chromaRows, &logits, of: cells, frame: frame, rule: rule)
                open = columns
            }
        }
        classify(open, row, chromaRows, &logits, of: cells, frame: frame, rule: rule)
    }

    /// Tells vegetation from water pixel by pixel in some columns of a row of cells.
    private mutating func classify(
        _ columns: Range<Int>, _ row: Int, _ chromaRows: Range<Int>,
        _ logits: inout CellLogits, of cells: borrowing SurfaceCells,
        frame: borrowing Frame, rule: PixelRule
    ) {
        let columns = columns.clamped(to: cells.columns)
        guard !columns.isEmpty else { return }
        findEdges(row: row, &logits, columns: columns)
        markPresentCells(row: row, columns: columns, of: cells)
        for chromaRow in chromaRows {
            interpolate(chromaRow, columns: columns, logits, of: cells)
            classifyPixels(
                chromaRow, chromaRow - chromaRows.lowerBound, columns: columns, frame: frame,
                rule: rule)
        }
    }

    /// Fills a stretch of an even surface.
    private mutating func fill(_ columns: Range<Int>, with surface: SurfaceClass) {
        let (first, stride) = (chromaCellSize * columns.lowerBound, classStride)
        classes.withUnsafeMutableBufferPointer { classes in
            guard let classes = classes.baseAddress else { return }
            for place in 0..<chromaCellSize {
                (classes + place * stride + first).update(
                    repeating: surface.rawValue, count: chromaCellSize * CellLogits.stretch)
            }
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
        rule: PixelRule
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

    /// Marks glare in the chroma pixels of a row of cells, where one of the cells is bright.
    private mutating func markGlare(
        _ row: Int, _ chromaRows: Range<Int>, of cells: borrowing SurfaceCells,
        frame: borrowing Frame, rule: PixelRule
    ) {
        guard cells.hasLuma(above: Self.brightCell, row: row) else { return }
        func mark(_ columns: Range<Int>) {
            for chromaRow in chromaRows {
                markGlare(
                    chromaRow, chromaRow - chromaRows.lowerBound, columns: columns, frame: frame,
                    rule)
            }
        }
        switch kernels {
        case .fast: cells.forEachRun(ofRow: row, reaching: rule.glareLuma, mark)
        // The reference looks at every pixel.
        case .scalar: mark(cells.columns)
        }
    }

    private mutating func markGlare(
        _ chromaRow: Int, _ place: Int, columns: Range<Int>, frame: borrowing Frame,
        _ rule: PixelRule
    ) {
        let classStart = place * classStride
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
                            chroma: rule.glareChroma, in: classes + classStart + first)
                    }
                }
            }
        }
    }

    private mutating func markOther(
        row: Int, _ logits: borrowing CellLogits, columns: Range<Int>
    ) {
        let marks = logits.other.row(row)
        let stride = classStride
        classes.withUnsafeMutableBufferPointer { classes in
            for column in columns where marks[column] > 0 {
                for place in 0..<chromaCellSize {
                    let first = place * stride + chromaCellSize * column
                    for pixel in first..<first + chromaCellSize
                    where classes[pixel] == SurfaceClass.openWater.rawValue {
                        classes[pixel] = SurfaceClass.otherMatter.rawValue
                    }
                }
            }
        }
    }
}

/// How pixels of an encoding are read.
private struct PixelRule {
    let evidence: PixelEvidenceRule
    let glareLumaSum: UInt16
    /// The least luma that one of the four pixels of that sum has.
    let glareLuma: UInt8
    let glareChroma: Int16

    init(_ weights: ColourEncoding.ReferenceWeights) {
        let blue = weights.blueFromBlue + weights.redFromBlue
        let red = weights.blueFromRed + weights.redFromRed
        evidence = PixelEvidenceRule(
            blueWeight: Int16((64 * blue).rounded()), redWeight: Int16((64 * red).rounded()),
            evidenceMax: Int16(MaskPainter.evidenceMax * pixelLogitSteps))
        let luma = weights.blackLuma + MaskPainter.glareLuma / weights.luma
        glareLumaSum = UInt16((4 * luma).rounded())
        glareLuma = UInt8(min((glareLumaSum + 3) / 4, 255))
        glareChroma = Int16((MaskPainter.glareChroma / weights.blueFromBlue).rounded())
    }
}
