import PixelKernels

/// What a model says of the cells of a picture.
public struct CellLogits: ~Copyable {
    /// Logit of vegetation against everything else, as the model gives it.
    public private(set) var vegetation = CellPlane()
    /// The same with the camera's correction and the scene's, above the model's threshold.
    private(set) var corrected = CellPlane()
    /// 1 where other matter is likelier than water, else 0.
    private(set) var other = CellPlane()
    // Certainty of vegetation and of water, and each times green: means over neighbours tell
    // what plants and water look like here.
    var plants = RowTriples()
    var plantGreen = RowTriples()
    var water = RowTriples()
    var waterGreen = RowTriples()
    /// The least corrected logit of each stretch of each row and the cells on either side of it; ∞
    /// where there is none.
    private var lowest: [Float] = []
    /// The greatest; −∞ where there is none.
    private var highest: [Float] = []
    /// Stretches of a row.
    private(set) var stretchCount = 0

    /// The row that is next to be weighed.
    private var nextRow = 0

    /// Cells of a row whose range is known: stretch 0 begins with the first cell of the picture.
    static let stretch = 16

    /// Makes logits of no cells.
    public init() {}

    /// Forgets all cells, and makes room for those of a picture.
    ///
    /// - Parameters:
    ///   - width: Cells in a row of the picture.
    ///   - height: Rows of cells in the picture.
    ///   - rows: The rows that will be stored, all of them.
    public mutating func reset(width: Int, height: Int, rows: Range<Int>) {
        vegetation.fit(width: width, height: height)
        corrected.fit(width: width, height: height)
        other.fit(width: width, height: height)
        plants.reset(width: width)
        plantGreen.reset(width: width)
        water.reset(width: width)
        waterGreen.reset(width: width)
        nextRow = rows.lowerBound
        stretchCount = Self.stretches(of: 0..<width).count
        lowest.removeAll(keepingCapacity: true)
        lowest.append(contentsOf: repeatElement(.infinity, count: height * stretchCount))
        highest.removeAll(keepingCapacity: true)
        highest.append(contentsOf: repeatElement(-.infinity, count: height * stretchCount))
    }

    /// Lends the least and the greatest corrected logit of each stretch of a row.
    borrowing func withRanges(
        ofRow row: Int, _ body: (UnsafePointer<Float>, UnsafePointer<Float>) -> Void
    ) {
        precondition(row >= 0 && (row + 1) * stretchCount <= lowest.count, "there is no such row")
        lowest.withUnsafeBufferPointer { lowest in
            highest.withUnsafeBufferPointer { highest in
                guard let lowest = lowest.baseAddress, let highest = highest.baseAddress
                else { return }
                body(lowest + row * stretchCount, highest + row * stretchCount)
            }
        }
    }

    /// The stretches that hold some columns.
    static func stretches(of columns: Range<Int>) -> Range<Int> {
        columns.lowerBound / stretch..<(columns.upperBound + stretch - 1) / stretch
    }

    /// The columns of a stretch.
    static func columns(of index: Int) -> Range<Int> { index * stretch..<(index + 1) * stretch }

    /// Stores what the model says of a row of cells.
    ///
    /// - Parameters:
    ///   - row: The row.
    ///   - columns: The cells; the first stands in column 0 of `logits`.
    ///   - logits: Four rows: water, vegetation, other matter and invalid.
    ///   - slope: The camera's correction: what the logit is multiplied by.
    ///   - offset: What is added to it then, the model's threshold taken off.
    public mutating func store(
        row: Int, columns: Range<Int>, logits: borrowing CellRows, slope: Float, offset: Float
    ) {
        let (first, count, stride) = (columns.lowerBound, columns.count, logits.stride)
        let vegetationRow = vegetation.mutableRow(row) + first
        logits.withNumbers { logits in
            oneAgainstRestLogit(
                logits + stride, against: logits, logits + 2 * stride, logits + 3 * stride,
                count: count, into: vegetationRow)
            markGreater(
                logits + 2 * stride, than: logits, count: count,
                into: other.mutableRow(row) + first)
        }
        // A full vector: what stands behind the last cell must not grow from frame to frame.
        correctLogits(
            vegetationRow, slope: slope, offset: offset, count: (count + 7) / 8 * 8,
            into: corrected.mutableRow(row) + first)
    }

    /// The corrected logits of a row, for changing.
    mutating func mutableCorrected(_ row: Int) -> UnsafeMutablePointer<Float> {
        corrected.mutableRow(row)
    }

    /// Weighs the cells around a row as plants and as water, once nothing more is changed.
    ///
    /// To be called for each row of the zone, from the top down.
    mutating func weigh(around row: Int, of cells: borrowing SurfaceCells) {
        while nextRow <= row + RowTriples.rowsBelow {
            if cells.zoneRows.contains(nextRow) {
                weigh(row: nextRow, columns: cells.columns, of: cells)
            } else {
                clear(row: nextRow, outside: 0..<0)
            }
            plants.add(row: nextRow)
            plantGreen.add(row: nextRow)
            water.add(row: nextRow)
            waterGreen.add(row: nextRow)
            nextRow += 1
        }
    }

    private mutating func clear(row: Int, outside columns: Range<Int>) {
        plants.clear(row: row, outside: columns)
        plantGreen.clear(row: row, outside: columns)
        water.clear(row: row, outside: columns)
        waterGreen.clear(row: row, outside: columns)
    }

    private mutating func weigh(
        row: Int, columns: Range<Int>, of cells: borrowing SurfaceCells
    ) {
        let (first, count) = (columns.lowerBound, columns.count)
        weighSurfaces(
            logits: corrected.row(row) + first, share: cells.share.row(row) + first,
            blue: cells.blue.row(row) + first, red: cells.red.row(row) + first, count: count,
            plants: plants.mutableRow(row) + first,
            plantGreen: plantGreen.mutableRow(row) + first, water: water.mutableRow(row) + first,
            waterGreen: waterGreen.mutableRow(row) + first)
        clear(row: row, outside: columns)
        for stretch in Self.stretches(of: columns) {
            // With the neighbours on either side.
            let start = Self.columns(of: stretch).lowerBound - 1
            let range = logitRange(
                corrected.row(row) + start, share: cells.share.row(row) + start,
                count: Self.stretch + 2)
            lowest[row * stretchCount + stretch] = range.lower
            highest[row * stretchCount + stretch] = range.upper
        }
    }
}
