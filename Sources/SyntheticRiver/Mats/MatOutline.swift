#if canImport(Glibc)
    import Glibc
#endif

/// Where a kind of floating matter lies: noise on the water, cut off at a level.
struct MatOutline {
    let recipe: MatRecipe
    let shore: ShoreRecipe
    let patches: NoiseField
    let grain: NoiseField
    let place: SIMD2<Float>

    /// Lengths of the outline's roughness as shares of a patch, and its strength.
    private static let octaves: [(length: Float, strength: Float)] = [
        (0.3, 0.5), (0.1, 0.4), (0.033, 0.34), (0.011, 0.3),
    ]

    /// Share of each pixel inside the outline, such that all of them make up the coverage.
    func shares(on ground: borrowing GroundRaster) -> [Float] {
        var density = [Float](repeating: 0, count: ground.width * ground.height)
        var width = density
        for y in 0..<ground.height {
            let row = ground.rows[y]
            let footprint = ground.footprint(row)
            let lost = lostRoughness(footprint: footprint)
            for x in 0..<ground.width where ground.isWater[y * ground.width + x] {
                let index = y * ground.width + x
                density[index] = value(
                    x: ground.across(x, row: row), z: Float(row.z), footprint: footprint)
                width[index] = lost
            }
        }
        for y in 0..<ground.height {
            for x in 0..<ground.width where ground.isWater[y * ground.width + x] {
                let index = y * ground.width + x
                let right = x + 1 < ground.width && ground.isWater[index + 1] ? index + 1 : index
                let lower = index + ground.width
                let below = y + 1 < ground.height && ground.isWater[lower] ? lower : index
                let slope =
                    abs(density[right] - density[index]) + abs(density[below] - density[index])
                width[index] = max(0.01, width[index] + slope * (1 + recipe.softness))
            }
        }
        let level = level(density: density, width: width, isWater: ground.isWater)
        for index in density.indices {
            density[index] =
                ground.isWater[index]
                ? max(0, min(1, (density[index] - level) / width[index] + 0.5)) : 0
        }
        return density
    }

    /// The level that the wanted share of the water lies above.
    private func level(density: [Float], width: [Float], isWater: [Bool]) -> Float {
        guard recipe.coverage < 0.999 else { return -100 }
        let step = max(1, density.count / 40_000) | 1
        let sample = stride(from: 0, to: density.count, by: step).filter { isWater[$0] }
        var (low, high) = (Float(-12), Float(12))
        for _ in 0..<26 {
            let middle = (low + high) / 2
            let sum = sample.reduce(Float(0)) {
                $0 + max(0, min(1, (density[$1] - middle) / width[$1] + 0.5))
            }
            if sum > recipe.coverage * Float(sample.count) { low = middle } else { high = middle }
        }
        return low
    }

    private func value(x: Float, z: Float, footprint: Float) -> Float {
        let (cosine, sine) = (cosf(recipe.heading), sinf(recipe.heading))
        let along = (x * cosine + z * sine) / recipe.stretch.squareRoot()
        let across = (z * cosine - x * sine) * recipe.stretch.squareRoot()
        let scale = Float(patches.size) / (4 * recipe.patchMetres)
        // A coarser field at an odd angle gathers patches into groups and hides that both repeat.
        let (far, aside) = (0.83 * along - 0.56 * across, 0.56 * along + 0.83 * across)
        var density =
            0.8 * patches.value(along * scale + place.x, across * scale + place.y)
            + 0.6 * patches.value(far * scale * 0.31 + place.y, aside * scale * 0.31 + place.x)
        for octave in Self.octaves {
            let length = octave.length * recipe.patchMetres
            let kept = Self.kept(length: length, footprint: footprint)
            guard kept > 0.05 else { break }
            let texels = 4 / length
            density +=
                recipe.ruggedness * octave.strength * kept
                * grain.value(along * texels + place.y, across * texels + place.x)
        }
        let offFar = max(0, shore.farMetres + shore.farSkew * x - z)
        let offNear = max(0, z - shore.nearMetres - shore.nearSkew * x)
        let reach = recipe.patchMetres
        return density + recipe.farPull * expf(-offFar / reach)
            + recipe.nearPull * expf(-offNear / reach)
    }

    /// The roughness that a pixel averages away: it softens the edge instead.
    private func lostRoughness(footprint: Float) -> Float {
        Self.octaves.reduce(Float(0)) { sum, octave in
            let kept = Self.kept(length: octave.length * recipe.patchMetres, footprint: footprint)
            return sum + recipe.ruggedness * octave.strength * (1 - kept)
        } * 0.35
    }

    private static func kept(length: Float, footprint: Float) -> Float {
        let ratio = 1.5 * footprint / length
        return 1 / (1 + ratio * ratio)
    }
}
