public import PixelKernels

/// Puts each cell of a picture into its surroundings: sums over neighbours, mirror image, levels.
///
/// Memory is kept from frame to frame.
public struct SurfaceContext: ~Copyable {
    /// What the water of the picture is like at large.
    public private(set) var levels = SceneLevels()
    private var green = CellPlane()
    private var greenSquares = CellPlane()
    private var luma = CellPlane()
    private var lumaSquares = CellPlane()
    private var activity = CellPlane()
    private var contrast = CellPlane()
    private var mirror = FarBankMirror()
    private var greens = LevelHistogram(lowest: -128)
    private var lumas = LevelHistogram(lowest: 0)
    private var activities = LevelHistogram(lowest: 0)
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
        reset(width: cells.width, height: cells.height, rows: cells.zoneRows)
        let count = cells.width
        for row in cells.zoneRows {
            let weight = cells.share.row(row)
            weightCells(
                weight: weight, luma: cells.luma.row(row), blue: cells.blue.row(row),
                red: cells.red.row(row), across: cells.across.row(row),
                down: cells.down.row(row), count: count, green: green.mutableRow(row),
                greenSquares: greenSquares.mutableRow(row),
                lumaSquares: lumaSquares.mutableRow(row), activity: activity.mutableRow(row),
                contrast: contrast.mutableRow(row))
            multiplyCells(
                weight, cells.luma.row(row), count: count, into: luma.mutableRow(row))
        }
        mirror.fill(from: cells)
        findLevels(of: cells)
        levels.knowsFlicker = flicker.isKnown
        levels.knowsMirror = mirror.isKnown
    }

    /// Writes the statistics of one row of cells.
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
            scratch.withUnsafeMutableBufferPointer { buffer in
                guard let scratch = buffer.baseAddress else { return }
                func sum(_ plane: borrowing CellPlane, _ size: Int, _ statistic: CellStatistic) {
                    boxSums(
                        plane.row(row - size / 2) + (first - size / 2), stride: plane.stride,
                        size: size, count: count, scratch: scratch, into: target(statistic))
                }
                sum(cells.share, 3, .weight3)
                sum(green, 3, .green3)
                sum(activity, 3, .activity3)
                sum(contrast, 3, .contrast3)
                sum(cells.share, 9, .weight9)
                sum(green, 9, .green9)
                sum(activity, 9, .activity9)
                sum(luma, 9, .luma9)
                sum(greenSquares, 9, .greenSquares9)
                sum(lumaSquares, 9, .lumaSquares9)
                if flicker.isKnown { copy(flicker.mean, .flicker) }
                guard isMirrored else { return }
                copy(mirror.known, .mirrorKnown)
                sum(mirror.known, 9, .mirrorWeight)
                sum(mirror.ownLuma, 9, .mirrorOwnLuma)
                sum(mirror.luma, 9, .mirrorLuma)
                sum(mirror.products, 9, .mirrorProducts)
                sum(mirror.ownSquares, 9, .mirrorOwnSquares)
                sum(mirror.squares, 9, .mirrorSquares)
                sum(mirror.ownActivity, 9, .mirrorOwnActivity)
                sum(mirror.activity, 9, .mirrorActivity)
                sum(mirror.ownGreen, 9, .mirrorOwnGreen)
                sum(mirror.green, 9, .mirrorGreen)
            }
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

    private mutating func reset(width: Int, height: Int, rows: Range<Int>) {
        green.reset(width: width, height: height, keepingRows: rows)
        greenSquares.reset(width: width, height: height, keepingRows: rows)
        luma.reset(width: width, height: height, keepingRows: rows)
        lumaSquares.reset(width: width, height: height, keepingRows: rows)
        activity.reset(width: width, height: height, keepingRows: rows)
        contrast.reset(width: width, height: height, keepingRows: rows)
        let needed = 2 * (width + 24)
        if scratch.count < needed { scratch = Array(repeating: 0, count: needed) }
    }
}

extension LevelHistogram {
    /// The three percentiles that a scene is described by.
    fileprivate var levels: SceneLevels.Percentiles {
        SceneLevels.Percentiles(
            low: percentile(0.1), middle: percentile(0.5), high: percentile(0.9))
    }
}
