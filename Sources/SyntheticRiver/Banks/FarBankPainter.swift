#if canImport(Glibc)
    import Glibc
#endif

/// Paints a far bank back to front: houses, trees, slope, wall, reeds.
///
/// Row 0 is the waterline.
struct FarBankPainter {
    let recipe: BackdropRecipe
    let rows: Int
    let metresPerTexel: Float
    let grain: NoiseField
    private(set) var texels: [SIMD4<Float>]

    static func paint(
        _ recipe: BackdropRecipe, rows: Int, metresPerTexel: Float, random: inout SplitMix64
    ) -> [SIMD4<Float>] {
        var painter = FarBankPainter(
            recipe: recipe, rows: rows, metresPerTexel: metresPerTexel,
            grain: NoiseField(size: 256, persistence: 0.8, firstOctave: 1, random: &random),
            texels: Array(repeating: .zero, count: FarBank.columns * rows))
        painter.paintHouses(random: &random)
        painter.paintTrees(random: &random)
        painter.paintSlope(random: &random)
        painter.paintWall()
        painter.paintReeds(random: &random)
        return painter.texels
    }

    var lengthMetres: Float { Float(FarBank.columns) * metresPerTexel }

    func texelCount(_ metres: Float) -> Int { Int((metres / metresPerTexel).rounded()) }

    mutating func set(_ column: Int, _ row: Int, _ colour: LinearColour) {
        guard row >= 0, row < rows else { return }
        texels[row * FarBank.columns + (column & (FarBank.columns - 1))] = SIMD4(colour, 1)
    }

    private mutating func paintHouses(random: inout SplitMix64) {
        guard recipe.houseDensity > 0 else { return }
        var left: Float = 0
        while left < lengthMetres {
            let width = random.uniform(8, 24)
            if random.chance(recipe.houseDensity) {
                let height = recipe.houseHeightMetres * random.uniform(0.5, 1)
                let wall = LinearColour(
                    random.uniform(0.25, 0.6), random.uniform(0.25, 0.5), random.uniform(0.2, 0.5))
                let storey = max(4, texelCount(3))
                let bay = max(4, texelCount(2.6))
                for column in texelCount(left)..<texelCount(left + width) {
                    for row in 0..<texelCount(height) {
                        let isPane = column % bay > bay / 2 && row % storey > storey * 2 / 5
                        let tone = 1 + 0.06 * grain.value(Float(column), Float(row))
                        set(column, row, (isPane ? LinearColour(grey: 0.08) : wall) * tone)
                    }
                }
            }
            left += width + random.uniform(0, 8)
        }
    }

    private mutating func paintSlope(random: inout SplitMix64) {
        for column in 0..<FarBank.columns {
            let crest =
                recipe.slopeHeightMetres * (1 + 0.3 * grain.value(Float(column) * 0.25, 40))
            for row in 0..<max(0, texelCount(crest)) {
                let blade = grain.value(Float(column), Float(row) * 0.8)
                let tuft = grain.value(Float(column) * 0.25, Float(row) * 0.25)
                set(column, row, recipe.slope * max(0.25, 1 + 0.25 * blade + 0.2 * tuft))
            }
        }
    }

    /// Blocks with joints, dark and damp at the waterline.
    private mutating func paintWall() {
        let (length, height) = (max(3, texelCount(1.1)), max(2, texelCount(0.4)))
        let top = texelCount(recipe.wallHeightMetres)
        for row in 0..<max(0, top) {
            for column in 0..<FarBank.columns {
                let along = column + row / height % 2 * length / 2
                let isJoint = along % length == 0 || row % height == 0
                let block = grain.value(Float(along / length) * 7.3, Float(row / height) * 5.1)
                let stain = grain.value(Float(column) * 0.25, Float(row) * 0.12)
                let damp = min(1, 0.5 + Float(row) / Float(max(1, top)))
                let tone = (1 + 0.14 * block + 0.16 * stain) * (isJoint ? 0.75 : 1) * damp
                set(column, row, recipe.wall * max(0.1, tone))
            }
        }
    }

    private mutating func paintReeds(random: inout SplitMix64) {
        guard recipe.reedHeightMetres > 0 else { return }
        let blades = FarBank.columns * 3
        for _ in 0..<blades {
            let foot = Int(random.unit() * Float(FarBank.columns))
            let stand = grain.value(Float(foot) * 0.25, 99)
            guard stand > -0.3 else { continue }
            let height = texelCount(recipe.reedHeightMetres * random.uniform(0.5, 1.1))
            let lean = random.uniform(-0.15, 0.15)
            let colour = recipe.sunlitLeaf.mixed(
                with: LinearColour(0.35, 0.28, 0.16), share: random.uniform(0, 0.7))
            for row in 0..<max(1, height) {
                let tone = 0.35 + 0.75 * Float(row) / Float(max(1, height))
                set(foot + Int(lean * Float(row)), row, colour * tone)
            }
        }
    }
}
