/// The far bank as an upright picture on the waterline, and its mirror image.
///
/// It stands in the plane Z = distance + skew · X and repeats along it. Seen straight on it is the
/// bank; met by a mirrored ray it is the true mirror image about the waterline. Columns hold
/// running sums from the foot up, so the mean over any stretch of height costs two look-ups:
/// ripples too fine for a pixel draw the image out upwards and downwards.
struct FarBank: Sendable {
    /// Texels along the bank: a power of two.
    static let columns = 1024

    private let distance: Float
    private let skew: Float
    private let metresPerTexel: Float
    private let rows: Int
    /// Sums of red, green and blue times opacity, and of opacity, below each row; `rows` + 1 rows.
    private let sums: [SIMD4<Float>]

    init(
        recipe: BackdropRecipe, shore: ShoreRecipe, camera: CameraGeometry,
        random: inout SplitMix64
    ) {
        distance = shore.farMetres
        skew = shore.farSkew
        let footprint = shore.farMetres / Float(camera.focalPixels)
        metresPerTexel = max(0.03, footprint * 0.8)
        let height =
            1.2
            * max(
                recipe.treeHeightMetres * 1.15, recipe.slopeHeightMetres + 1,
                recipe.houseDensity > 0 ? recipe.houseHeightMetres : 1)
        rows = max(16, min(560, Int(height / metresPerTexel)))
        let texels = FarBankPainter.paint(
            recipe, rows: rows, metresPerTexel: metresPerTexel, random: &random)
        var sums = [SIMD4<Float>](repeating: .zero, count: Self.columns * (rows + 1))
        for row in 0..<rows {
            for column in 0..<Self.columns {
                let index = row * Self.columns + column
                sums[index + Self.columns] = sums[index] + texels[index]
            }
        }
        self.sums = sums
    }

    /// What a ray meets at the bank: colour times opacity, and opacity; zero where it meets sky.
    ///
    /// - Parameters:
    ///   - start: Where the ray starts: X, height, Z.
    ///   - ray: Its direction.
    ///   - spread: Half of the range of `ray.y` over which the picture is averaged.
    @inline(__always)
    func meet(from start: SIMD3<Float>, ray: SIMD3<Float>, spread: Float) -> SIMD4<Float> {
        let approach = ray.z - skew * ray.x
        guard approach > 0.01 else { return .zero }
        let length = (distance + skew * start.x - start.z) / approach
        let scale = 1 / metresPerTexel
        let column = (start.x + length * ray.x) * scale
        let height = (start.y + length * ray.y) * scale
        let reach = max(0.5, length * spread * scale)
        guard height - reach < Float(rows), abs(column) < 1e6 else { return .zero }
        let top = min(max(0.01, height + reach), Float(rows))
        let bottom = max(0, min(height - reach, top - 0.01))
        // Below the waterline there is only the bank's foot.
        let seen = max(2 * reach, 0.01) - max(0, -(height - reach))
        return (sum(column, top) - sum(column, bottom)) / max(0.01, min(seen, 2 * reach))
    }

    @inline(__always)
    private func sum(_ x: Float, _ y: Float) -> SIMD4<Float> {
        let floorX = x.rounded(.down)
        let (shareX, shareY) = (x - floorX, y - y.rounded(.down))
        let left = Int(floorX) & (Self.columns - 1)
        let right = (left + 1) & (Self.columns - 1)
        let low = min(Int(y), rows)
        let (lower, upper) = (low * Self.columns, min(low + 1, rows) * Self.columns)
        let below = sums[lower + left] + (sums[lower + right] - sums[lower + left]) * shareX
        let above = sums[upper + left] + (sums[upper + right] - sums[upper + left]) * shareX
        return below + (above - below) * shareY
    }
}
