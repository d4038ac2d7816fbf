/// Sums over cells that are surely plants and over those that are surely water: what a linear
/// discriminant is made of.
public struct SurfaceMoments: Sendable {
    /// From which logits a cell is sure.
    public struct Certainty: Sendable {
        /// Above it a cell is plants.
        public var plantLogit: Float
        /// Below it a cell is water, unless it is other matter.
        public var waterLogit: Float

        /// Makes limits.
        public init(plantLogit: Float, waterLogit: Float) {
            self.plantLogit = plantLogit
            self.waterLogit = waterLogit
        }
    }

    /// Sum of the shares of cells that are surely plants.
    public var plantWeight = 0.0
    /// The same of water.
    public var waterWeight = 0.0
    /// Sums of each measure over plants.
    public var plantSums = InlineArray<5, Double>(repeating: 0)
    /// The same over water.
    public var waterSums = InlineArray<5, Double>(repeating: 0)
    /// Sums of products of two measures over both: the upper triangle, row by row.
    public var products = InlineArray<15, Double>(repeating: 0)

    /// Moments of no cells.
    public init() {}

    /// Adds a row of cells.
    ///
    /// - Parameters:
    ///   - measures: What the cells look like.
    ///   - logits: How likely each is plants, above the model's threshold.
    ///   - other: 1 where other matter is likelier than water, else 0.
    ///   - share: Share of each cell that lies in the zone, its weight; 0 behind the last cell, up
    ///     to a full vector.
    ///   - certainty: From where a cell is sure.
    ///   - count: Cells.
    public mutating func add(
        _ measures: SurfaceMeasures, logits: UnsafePointer<Float>, other: UnsafePointer<Float>,
        share: UnsafePointer<Float>, certainty: Certainty, count: Int
    ) {
        let cells = SureCells(logits: logits, other: other, share: share, certainty: certainty)
        addWeights(of: cells, count: count)
        var pair = 0
        for first in 0..<SurfaceMeasures.kinds {
            let sums = MeasureSums(of: first, in: measures, cells, count: count)
            plantSums[first] += Double(sums.plants.sum())
            waterSums[first] += Double(sums.water.sum())
            for second in first..<SurfaceMeasures.kinds {
                products[pair] += Double(sums.products[second].sum())
                pair += 1
            }
        }
    }

    private mutating func addWeights(of cells: SureCells, count: Int) {
        var (plants, water) = (FloatVector.zero, FloatVector.zero)
        var cell = 0
        while cell < count {
            let weights = cells.weights(cell)
            plants += weights.plants
            water += weights.water
            cell &+= FloatVector.scalarCount
        }
        plantWeight += Double(plants.sum())
        waterWeight += Double(water.sum())
    }
}

/// Which cells of a row are sure.
private struct SureCells {
    private let logits, other, share: UnsafePointer<Float>
    private let plantLogit, waterLogit: FloatVector

    init(
        logits: UnsafePointer<Float>, other: UnsafePointer<Float>, share: UnsafePointer<Float>,
        certainty: SurfaceMoments.Certainty
    ) {
        (self.logits, self.other, self.share) = (logits, other, share)
        plantLogit = FloatVector(repeating: certainty.plantLogit)
        waterLogit = FloatVector(repeating: certainty.waterLogit)
    }

    /// The shares of those that are surely plants and surely water, 0 for all others.
    @inline(__always)
    func weights(_ cell: Int) -> (plants: FloatVector, water: FloatVector) {
        let (zero, one) = (FloatVector(repeating: 0), FloatVector(repeating: 1))
        let logit = FloatVector.load(logits + cell)
        let weight = FloatVector.load(share + cell)
        let water = weight.replacing(with: zero, where: logit .>= waterLogit)
        return (
            weight.replacing(with: zero, where: logit .<= plantLogit),
            water * (one - FloatVector.load(other + cell))
        )
    }
}

/// Sums of one measure over a row of cells, in each lane those of every so manieth cell.
///
/// One measure at a time: the sums of all five don't fit into registers.
private struct MeasureSums {
    private(set) var plants = FloatVector.zero
    private(set) var water = FloatVector.zero
    /// Sums of its products with all measures.
    private(set) var products = InlineArray<5, FloatVector>(repeating: .zero)

    init(of kind: Int, in measures: SurfaceMeasures, _ cells: SureCells, count: Int) {
        var cell = 0
        while cell < count {
            let weights = cells.weights(cell)
            let values = measures.load(cell)
            let value = measures.load(kind, cell)
            plants.add(weights.plants, times: value)
            water.add(weights.water, times: value)
            let weighted = (weights.plants + weights.water) * value
            for other in 0..<5 { products[other].add(weighted, times: values[other]) }
            cell &+= FloatVector.scalarCount
        }
    }
}
