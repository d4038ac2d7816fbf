public import PixelKernels

/// Makes a mask of what a model says of the cells of a picture.
///
/// A cell of 8 × 8 luma pixels is too coarse for the edge of a mat. Between the middles of cells
/// the logit is interpolated; there each chroma pixel's own green decides too, against the middle
/// between the green of the plants and that of the water around it. Memory is kept from frame to
/// frame.
public struct MaskPainter: ~Copyable {
    private var classifier: PixelClassifier
    private var settled = SettledStretches()
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

    /// Makes a painter.
    public init(kernels: KernelLevel = .fast) {
        self.kernels = kernels
        classifier = PixelClassifier(kernels: kernels)
    }

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
        classifier.fit(width: width)
        let needed = chromaCellSize * (width + CellLogits.stretch)
        guard classStride < needed else { return }
        // Whole stretches are filled.
        classStride = needed
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
            return classifier.classify(
                cells.columns, row, chromaRows, &logits, of: cells, frame: frame, rule: rule,
                into: &classes, stride: classStride)
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
                classifier.classify(
                    open, row, chromaRows, &logits, of: cells, frame: frame, rule: rule,
                    into: &classes, stride: classStride)
                open = columns
            }
        }
        classifier.classify(
            open, row, chromaRows, &logits, of: cells, frame: frame, rule: rule,
            into: &classes, stride: classStride)
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
