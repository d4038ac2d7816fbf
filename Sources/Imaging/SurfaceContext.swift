public import PixelKernels

/// Puts each cell of a picture into its surroundings: sums over neighbours, mirror image, levels.
///
/// Memory is kept from frame to frame.
public struct SurfaceContext: ~Copyable {
    /// What the water of the picture is like at large.
    public private(set) var levels = SceneLevels()
    private var share = RowTriples()
    private var green = RowTriples()
    private var greenSquares = RowTriples()
    private var luma = RowTriples()
    private var lumaSquares = RowTriples()
    private var activity = RowTriples()
    private var contrast = RowTriples()
    private var mirror = FarBankMirror()
    private var greens = LevelHistogram(lowest: -128)
    private var lumas = LevelHistogram(lowest: 0)
    private var activities = LevelHistogram(lowest: 0)
    /// The row of cells that is next to be added to the sums over neighbours.
    private var nextRow = 0
    private var scratch: [Float] = []

    /// Share of a cell that must lie in the zone for the cell to count among the levels.
    public static let levelShareMin: Float = 0.5
    /// How much greener than the least green tenth the search for the parting level starts.
    static let stepAboveWater: Float = 10
    /// Where the level that parts greener from less green cells is held.
    static let greenThresholdRange: ClosedRange<Float> = 10...24

    /// Makes a context of nothing.
    public init() {}

    /// Takes in the cells of a picture.
    ///
    /// - Parameters:
    ///   - cells: The measured cells.
    ///   - flicker: How the cells changed from frame to frame of a burst.
    public mutating func take(
        _ cells: borrowing SurfaceCells, flicker: borrowing FlickerGrid
    ) {
        reset(width: cells.width)
        nextRow = cells.zoneRows.lowerBound
        mirror.prepare(for: cells)
        findLevels(of: cells)
        levels.knowsFlicker = flicker.isKnown
        levels.knowsMirror = mirror.isKnown
    }

    /// Writes the statistics of one row of cells.
    ///
    /// It is quick from the top down, each row after the one above it.
    ///
    /// - Parameters:
    ///   - row: A row of cells that the zone reaches.
    ///   - columns: The cells of it; the first stands in column 0 of `statistics`.
    ///   - cells: What was taken in.
    ///   - flicker: What was taken in.
    ///   - statistics: A row for each ``PixelKernels/CellStatistic`` is written.
    public mutating func write(
        row: Int, columns: Range<Int>, of cells: borrowing SurfaceCells,
        flicker: borrowing FlickerGrid, into statistics: inout CellRows
    ) {
        addRows(around: row, of: cells)
        statistics.fit(columns.count)
        let (stride, count, first) = (statistics.stride, columns.count, columns.lowerBound)
        let isMirrored = mirror.isKnown
        statistics.withMutableNumbers { start in
            func target(_ statistic: CellStatistic) -> UnsafeMutablePointer<Float> {
                start + statistic.rawValue * stride
            }
            func copy(_ plane: borrowing CellPlane, _ statistic: CellStatistic) {
                target(statistic).update(from: plane.row(row) + first, count: count)
            }
            copy(cells.luma, .luma)
            copy(cells.blue, .blue)
            copy(cells.red, .red)
            copy(cells.across, .across)
            copy(cells.down, .down)
            func three(_ plane: borrowing RowTriples, _ statistic: CellStatistic) {
                plane.sumThree(row: row, columns: columns, into: target(statistic))
            }
            func nine(_ plane: inout RowTriples, _ statistic: CellStatistic) {
                plane.sumNine(row: row, columns: columns, into: target(statistic))
            }
            three(share, .weight3)
            three(green, .green3)
            three(activity, .activity3)
            three(contrast, .contrast3)
            nine(&share, .weight9)
            nine(&green, .green9)
            nine(&activity, .activity9)
            nine(&luma, .luma9)
            nine(&greenSquares, .greenSquares9)
            nine(&lumaSquares, .lumaSquares9)
            if flicker.isKnown { copy(flicker.mean, .flicker) }
            guard isMirrored else { return }
            copy(mirror.known, .mirrorKnown)
            nine(&mirror.weight, .mirrorWeight)
            nine(&mirror.ownLuma, .mirrorOwnLuma)
            nine(&mirror.luma, .mirrorLuma)
            nine(&mirror.products, .mirrorProducts)
            nine(&mirror.ownSquares, .mirrorOwnSquares)
            nine(&mirror.squares, .mirrorSquares)
            nine(&mirror.ownActivity, .mirrorOwnActivity)
            nine(&mirror.activity, .mirrorActivity)
            nine(&mirror.ownGreen, .mirrorOwnGreen)
            nine(&mirror.green, .mirrorGreen)
        }
    }

    private mutating func findLevels(of cells: borrowing SurfaceCells) {
        greens.clear()
        lumas.clear()
        activities.clear()
        count(cells, shareAbove: Self.levelShareMin)
        // A zone so thin that it fills half of no cell has its levels from all that it touches.
        if greens.isEmpty { count(cells, shareAbove: 0) }
        levels = SceneLevels()
        levels.green = greens.levels
        levels.luma = lumas.levels
        levels.activity = activities.levels
        levels.greenThreshold = greens.partingLevel(
            from: levels.green.low + Self.stepAboveWater, in: Self.greenThresholdRange)
    }

    private mutating func count(_ cells: borrowing SurfaceCells, shareAbove shareMin: Float) {
        let (first, count) = (cells.columns.lowerBound, cells.columns.count)
        scratch.withUnsafeMutableBufferPointer { buffer in
            guard let green = buffer.baseAddress else { return }
            let activity = green + count
            // Every second row tells the levels as well.
            for row in stride(from: cells.zoneRows.lowerBound, to: cells.zoneRows.upperBound, by: 2)
            {
                let share = cells.share.row(row) + first
                cellGreenAndActivity(
                    blue: cells.blue.row(row) + first, red: cells.red.row(row) + first,
                    across: cells.across.row(row) + first, down: cells.down.row(row) + first,
                    count: count, green: green, activity: activity)
                greens.add(green, share: share, shareAbove: shareMin, count: count)
                lumas.add(
                    cells.luma.row(row) + first, share: share, shareAbove: shareMin, count: count)
                activities.add(activity, share: share, shareAbove: shareMin, count: count)
            }
        }
    }

    /// Adds the rows from which the sums around a row are made, so far as they were not added.
    private mutating func addRows(around row: Int, of cells: borrowing SurfaceCells) {
        if nextRow > row + RowTriples.rowsBelowMax + 1 {
            // A row above those that are kept: once more from the top.
            reset(width: cells.width)
            mirror.reset(for: cells)
            nextRow = cells.zoneRows.lowerBound
        }
        while nextRow <= row + RowTriples.rowsBelow {
            add(row: nextRow, of: cells)
            nextRow += 1
        }
    }

    private mutating func add(row: Int, of cells: borrowing SurfaceCells) {
        if cells.zoneRows.contains(row) { weigh(row: row, of: cells) } else { clear(row: row) }
        share.add(row: row, of: cells.share)
        green.add(row: row)
        greenSquares.add(row: row)
        luma.add(row: row)
        lumaSquares.add(row: row)
        activity.add(row: row)
        contrast.add(row: row)
        if mirror.isKnown { mirror.add(row: row, of: cells) }
    }

    private mutating func weigh(row: Int, of cells: borrowing SurfaceCells) {
        let (weight, count) = (cells.share.row(row), cells.width)
        weightCells(
            weight: weight, luma: cells.luma.row(row), blue: cells.blue.row(row),
            red: cells.red.row(row), across: cells.across.row(row), down: cells.down.row(row),
            count: count, green: green.mutableRow(row),
            greenSquares: greenSquares.mutableRow(row), lumaSquares: lumaSquares.mutableRow(row),
            activity: activity.mutableRow(row), contrast: contrast.mutableRow(row))
        multiplyCells(weight, cells.luma.row(row), count: count, into: luma.mutableRow(row))
    }

    private mutating func clear(row: Int) {
        green.clear(row: row)
        greenSquares.clear(row: row)
        luma.clear(row: row)
        lumaSquares.clear(row: row)
        activity.clear(row: row)
        contrast.clear(row: row)
    }

    private mutating func reset(width: Int) {
        share.reset(width: width)
        green.reset(width: width)
        greenSquares.reset(width: width)
        luma.reset(width: width)
        lumaSquares.reset(width: width)
        activity.reset(width: width)
        contrast.reset(width: width)
        if scratch.count < 2 * width { scratch = Array(repeating: 0, count: 2 * width) }
    }
}

extension LevelHistogram {
    /// The three percentiles that a scene is described by.
    fileprivate var levels: SceneLevels.Percentiles {
        SceneLevels.Percentiles(
            low: percentile(0.1), middle: percentile(0.5), high: percentile(0.9))
    }
}
