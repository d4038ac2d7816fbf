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
        var sums = RowMoments()
        let (zero, one) = (FloatVector(repeating: 0), FloatVector(repeating: 1))
        let plantLogit = FloatVector(repeating: certainty.plantLogit)
        let waterLogit = FloatVector(repeating: certainty.waterLogit)
        var cell = 0
        while cell < count {
            let logit = FloatVector.load(logits + cell)
            let weight = FloatVector.load(share + cell)
            let plants = weight.replacing(with: zero, where: logit .<= plantLogit)
            let water =
                weight.replacing(with: zero, where: logit .>= waterLogit)
                * (one - FloatVector.load(other + cell))
            sums.add(measures.load(cell), plants: plants, water: water)
            cell &+= FloatVector.scalarCount
        }
        sums.addTotals(to: &self)
    }
}

/// The moments of a row of cells, in each lane those of every so manieth cell.
private struct RowMoments {
    private var plantWeight = FloatVector.zero
    private var waterWeight = FloatVector.zero
    private var plantSums = InlineArray<5, FloatVector>(repeating: .zero)
    private var waterSums = InlineArray<5, FloatVector>(repeating: .zero)
    private var products = InlineArray<15, FloatVector>(repeating: .zero)

    @inline(__always)
    mutating func add(
        _ values: InlineArray<5, FloatVector>, plants: FloatVector, water: FloatVector
    ) {
        plantWeight += plants
        waterWeight += water
        let weight = plants + water
        var pair = 0
        for first in 0..<5 {
            plantSums[first].add(plants, times: values[first])
            waterSums[first].add(water, times: values[first])
            let weighted = weight * values[first]
            for second in first..<5 {
                products[pair].add(weighted, times: values[second])
                pair &+= 1
            }
        }
    }

    func addTotals(to moments: inout SurfaceMoments) {
        moments.plantWeight += Double(plantWeight.sum())
        moments.waterWeight += Double(waterWeight.sum())
        for kind in plantSums.indices {
            moments.plantSums[kind] += Double(plantSums[kind].sum())
            moments.waterSums[kind] += Double(waterSums[kind].sum())
        }
        for pair in products.indices { moments.products[pair] += Double(products[pair].sum()) }
    }
}
