public import PixelKernels

/// Lets each picture say for itself how its plants and its water differ.
///
/// A model that is sure of some cells of a picture may doubt others that look the same: plants that
/// are bluer than those it was trained on, water that is greener. The cells that it is sure of tell
/// what plants and water look like here; where they lie well apart, all cells are judged by that
/// too. Where they don't, as in the mirror image of trees, in algae or in noise, the model's
/// doubtful cells are no plants. Memory is kept from frame to frame.
public struct SceneAdaptation: ~Copyable {
    /// What a picture turned out to be.
    public enum Verdict: Hashable, Sendable {
        /// Plants and water lie apart, and each cell was judged by which it looks like.
        case apart
        /// The model finds plants, and hardly any water beside them: it is believed as it is.
        case unopposed
        /// Nothing parts plants from water: only cells that the model is very sure of are plants.
        case mixed
    }

    /// From where the model is sure, in logits above its threshold.
    public static let certainty = SurfaceMoments.Certainty(plantLogit: 0.4, waterLogit: -2.2)
    /// Cells of each kind that must be sure.
    public static let sureCellsMin = 6.0
    /// Standard deviations by which plants and water must lie apart.
    public static let separationMin = 4.2
    /// Cells between plants and water may be so many times as many as those that are plants.
    public static let ambiguousMax: Float = 1.5
    /// What a cell's looks say at most is one and a half times this, as a logit.
    public static let gain: Float = 6
    /// The logit above the threshold that plants must have where nothing parts them from water.
    public static let doubt: Float = 2.25
    /// About so many cells tell what plants and water look like; of larger pictures some rows do.
    static let cellsLooked = 16_384

    private var activity = CellPlane()
    private var contrast = CellPlane()
    private var moments = SurfaceMoments()
    private var rowStep = 1

    /// Makes an adaptation that has seen nothing.
    public init() {}

    /// Forgets the picture before.
    public mutating func reset(_ cells: borrowing SurfaceCells) {
        activity.fit(width: cells.width, height: cells.height)
        contrast.fit(width: cells.width, height: cells.height)
        moments = SurfaceMoments()
        let count = cells.zoneRows.count * cells.columns.count
        rowStep = max(1, (count + Self.cellsLooked - 1) / Self.cellsLooked)
    }

    /// Looks at a row of cells that the model has judged.
    ///
    /// - Parameters:
    ///   - row: The row.
    ///   - cells: What the cells look like.
    ///   - features: The model's features of the row, a row for each ``PixelKernels/CellFeature``.
    ///   - logits: What the model said of the row.
    public mutating func look(
        row: Int, of cells: borrowing SurfaceCells, features: borrowing CellRows,
        logits: borrowing CellLogits
    ) {
        let (first, count) = (cells.columns.lowerBound, cells.columns.count)
        features.withNumbers { numbers in
            let activityRow = activity.mutableRow(row) + first
            activityRow.update(
                from: numbers + CellFeature.activity3.rawValue * features.stride, count: count)
            let contrastRow = contrast.mutableRow(row) + first
            contrastRow.update(
                from: numbers + CellFeature.contrast3.rawValue * features.stride, count: count)
        }
        guard row % rowStep == 0 else { return }
        moments.add(
            measures(row: row, of: cells), logits: logits.corrected.row(row) + first,
            other: logits.other.row(row) + first, share: cells.share.row(row) + first,
            certainty: Self.certainty, count: count)
    }

    /// Moves the logits of the picture that was looked at.
    ///
    /// - Parameters:
    ///   - logits: What the model said of the picture.
    ///   - cells: What the cells look like.
    ///   - isCalibrated: Whether somebody has shown plants and water of this camera: then its
    ///     threshold is believed, and doubtful cells stay as they are.
    /// - Returns: What the picture turned out to be.
    @discardableResult
    public mutating func adapt(
        _ logits: inout CellLogits, of cells: borrowing SurfaceCells, isCalibrated: Bool
    ) -> Verdict {
        let doubt = isCalibrated ? 0 : Self.doubt
        guard let discriminant = SurfaceDiscriminant(moments, weightMin: Self.sureCellsMin) else {
            if moments.plantWeight > moments.waterWeight { return .unopposed }
            lower(&logits, of: cells, by: doubt)
            return .mixed
        }
        guard discriminant.separation > Self.separationMin,
            shift(&logits, of: cells, by: discriminant.score)
        else {
            lower(&logits, of: cells, by: doubt)
            return .mixed
        }
        return .apart
    }

    private func lower(
        _ logits: inout CellLogits, of cells: borrowing SurfaceCells, by doubt: Float
    ) {
        guard doubt != 0 else { return }
        for row in cells.zoneRows {
            addToLogits(
                -doubt, count: cells.columns.count,
                in: logits.mutableCorrected(row) + cells.columns.lowerBound)
        }
    }

    /// Moves all logits; moves them back, and returns `false`, where too many cells are ambiguous.
    private func shift(
        _ logits: inout CellLogits, of cells: borrowing SurfaceCells, by score: LinearDiscriminant
    ) -> Bool {
        var tally = DiscriminantTally()
        let (first, count) = (cells.columns.lowerBound, cells.columns.count)
        func shift(row: Int, gain: Float) {
            shiftLogits(
                by: measures(row: row, of: cells), score, gain: gain,
                share: cells.share.row(row) + first, other: logits.other.row(row) + first,
                count: count, in: logits.mutableCorrected(row) + first, counting: &tally)
        }
        for row in cells.zoneRows { shift(row: row, gain: Self.gain) }
        if tally.ambiguous < Self.ambiguousMax * tally.plants { return true }
        for row in cells.zoneRows { shift(row: row, gain: -Self.gain) }
        return false
    }

    private borrowing func measures(row: Int, of cells: borrowing SurfaceCells) -> SurfaceMeasures {
        let first = cells.columns.lowerBound
        return SurfaceMeasures(
            luma: cells.luma.row(row) + first, blue: cells.blue.row(row) + first,
            red: cells.red.row(row) + first, activity: activity.row(row) + first,
            contrast: contrast.row(row) + first)
    }
}
