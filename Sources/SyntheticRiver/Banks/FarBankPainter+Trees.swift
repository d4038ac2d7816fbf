#if canImport(Glibc)
    import Glibc
#endif

extension FarBankPainter {
    /// Rows of trees, the back ones first and darker.
    mutating func paintTrees(random: inout SplitMix64) {
        var left = recipe.treeDensity
        while left > 0 {
            let density = min(1, left)
            let spacing = recipe.treeHeightMetres * 0.55 / max(0.1, density)
            var centre = random.uniform(0, spacing)
            while centre < lengthMetres {
                let height = recipe.treeHeightMetres * random.uniform(0.55, 1.1)
                paintTree(
                    centre: centre, height: height, light: 1.1 - 0.3 * (left - density),
                    random: &random)
                centre += spacing * random.uniform(0.5, 1.5)
            }
            left -= 1
        }
    }

    private mutating func paintTree(
        centre: Float, height: Float, light: Float, random: inout SplitMix64
    ) {
        let leafTint = LinearColour(random.uniform(0.8, 1.25), 1, random.uniform(0.8, 1.25))
        paintTrunk(centre: centre, height: height, random: &random)
        switch recipe.foliage {
        case .broadleaf, .conifer:
            paintCrown(
                centre: centre, height: height, tint: leafTint * light, random: &random)
        case .willow:
            paintStrands(
                centre: centre, height: height, tint: leafTint * light, random: &random)
        case .bare:
            paintBranches(centre: centre, height: height, random: &random)
        }
    }

    private mutating func paintTrunk(centre: Float, height: Float, random: inout SplitMix64) {
        let half = max(0, texelCount(height * 0.018))
        let lean = random.uniform(-0.12, 0.12)
        let bark = LinearColour(0.07, 0.058, 0.045) * random.uniform(0.5, 1.8)
        for row in 0..<max(1, texelCount(height * 0.6)) {
            let column = texelCount(centre) + Int(lean * Float(row))
            for offset in -half...half { set(column + offset, row, bark) }
        }
    }

    private mutating func paintCrown(
        centre: Float, height: Float, tint: LinearColour, random: inout SplitMix64
    ) {
        let isConifer = recipe.foliage == .conifer
        let radius = height * (isConifer ? 0.2 : random.uniform(0.26, 0.42))
        let clumps = 120
        let sunSide: Float = random.chance(0.5) ? 1 : -1
        for clump in 0..<clumps {
            let level = Float(clump) / Float(clumps)
            let shape =
                isConifer
                ? 1 - level : max(0, 1 - (2 * level - 0.85) * (2 * level - 0.85)).squareRoot()
            let offset = radius * shape * random.uniform(-1, 1)
            let y = height * (0.16 + 0.78 * level) + random.uniform(-0.04, 0.04) * height
            let sunward = 0.5 + 0.35 * sunSide * offset / radius
            let lit = max(
                0, min(1, 0.25 + 0.5 * level + 0.5 * (sunward - 0.5) + 0.28 * random.normal()))
            let colour = recipe.shadedLeaf.mixed(with: recipe.sunlitLeaf, share: lit) * tint
            paintClump(
                x: centre + offset, y: y, radius: height * random.uniform(0.025, 0.075),
                colour: colour)
        }
    }

    private mutating func paintClump(x: Float, y: Float, radius: Float, colour: LinearColour) {
        let reach = max(1, texelCount(radius))
        let (centreColumn, centreRow) = (texelCount(x), texelCount(y))
        for row in -reach...reach {
            for column in -reach...reach {
                let leaf = grain.value(
                    Float(centreColumn + column) * 1.7, Float(centreRow + row) * 1.7)
                let distance = Float(row * row + column * column) / Float(reach * reach)
                guard distance < 0.7 + 0.45 * leaf else { continue }
                let light = 1 + 0.4 * Float(row) / Float(reach) + 0.35 * leaf
                set(centreColumn + column, centreRow + row, colour * max(0.2, light))
            }
        }
    }

    private mutating func paintStrands(
        centre: Float, height: Float, tint: LinearColour, random: inout SplitMix64
    ) {
        let radius = height * random.uniform(0.3, 0.5)
        for _ in 0..<130 {
            let offset = random.uniform(-1, 1)
            let top = height * (0.45 + 0.5 * (1 - offset * offset).squareRoot())
            let bottom = height * random.uniform(0.03, 0.45)
            let half = max(0, texelCount(height * 0.008))
            let lit = random.unit()
            let colour = recipe.shadedLeaf.mixed(with: recipe.sunlitLeaf, share: lit) * tint
            let column = texelCount(centre + radius * offset)
            let (low, high) = (texelCount(bottom), texelCount(top))
            guard low < high else { continue }
            for row in low..<high {
                let sway = Int(1.5 * grain.value(Float(column), Float(row) * 0.2))
                let leaf = grain.value(Float(column) * 2.3, Float(row) * 1.1)
                guard leaf > -1.1 else { continue }
                for offset in -half...half {
                    set(column + sway + offset, row, colour * max(0.3, 1 + 0.3 * leaf))
                }
            }
        }
    }

    private mutating func paintBranches(centre: Float, height: Float, random: inout SplitMix64) {
        let bark = LinearColour(0.09, 0.075, 0.06) * random.uniform(0.5, 1.6)
        for _ in 0..<46 {
            var x = centre
            var y = height * random.uniform(0.2, 0.65)
            var heading = random.uniform(0.25, 2.9)
            let steps = texelCount(height * random.uniform(0.15, 0.42))
            for _ in 0..<max(2, steps) {
                set(texelCount(x), texelCount(y), bark)
                x += cosf(heading) * metresPerTexel
                y += sinf(heading) * metresPerTexel
                heading += 0.12 * random.normal()
            }
        }
    }
}
