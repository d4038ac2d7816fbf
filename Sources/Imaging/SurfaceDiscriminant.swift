import PixelKernels

/// What parts the plants of a scene from its water: Fisher's linear discriminant ("The use of
/// multiple measurements in taxonomic problems", Annals of Eugenics 7, 1936).
struct SurfaceDiscriminant {
    /// −1 for a cell that looks as the water does on average, 1 for one that looks as the plants do.
    let score: LinearDiscriminant
    /// How far plants and water lie apart, in standard deviations of either (Mahalanobis).
    let separation: Double

    /// This share of the variance of each measure is added to it, so that few cells suffice.
    static let ridge = 0.08

    /// Finds the discriminant.
    ///
    /// - Parameters:
    ///   - moments: Sums over cells that are surely plants, and over those that are surely water.
    ///   - weightMin: Cells that there must be of each.
    /// - Returns: `nil` where there are too few.
    init?(_ moments: SurfaceMoments, weightMin: Double) {
        let (plantWeight, waterWeight) = (moments.plantWeight, moments.waterWeight)
        guard plantWeight >= weightMin, waterWeight >= weightMin else { return nil }
        let kinds = moments.plantSums.indices
        let plants = kinds.map { moments.plantSums[$0] / plantWeight }
        let water = kinds.map { moments.waterSums[$0] / waterWeight }
        let weight = plantWeight + waterWeight
        let plantShare = plantWeight / weight
        // Variance between the two means, which the sums of products hold too.
        let between = plantShare * (1 - plantShare)
        let difference = kinds.map { plants[$0] - water[$0] }
        var equations = LeastSquares(unknowns: kinds.count)
        for first in kinds {
            var equation = kinds.map { second in
                let product = moments.products[Self.pair(first, second)] / weight
                let mean = plantShare * plants[first] * plants[second]
                return product - mean - (1 - plantShare) * water[first] * water[second]
            }
            let variance = equation[first] + between * difference[first] * difference[first]
            equation[first] += Self.ridge * variance + 1e-6
            equations.add(equation + [difference[first]])
        }
        guard let weights = equations.solution() else { return nil }
        let squared = zip(weights, difference).reduce(0) { $0 + $1.0 * $1.1 }
        guard squared > 1e-3 else { return nil }
        separation = squared.squareRoot()
        let middle = kinds.reduce(0.0) { $0 + weights[$1] * (plants[$1] + water[$1]) / 2 }
        score = LinearDiscriminant(
            weights: InlineArray { Float(2 * weights[$0] / squared) },
            offset: Float(-2 * middle / squared))
    }

    /// The place of a pair in the upper triangle, row by row.
    private static func pair(_ first: Int, _ second: Int) -> Int {
        let (row, column) = (min(first, second), max(first, second))
        return row * SurfaceMeasures.kinds - row * (row - 1) / 2 + column - row
    }
}
