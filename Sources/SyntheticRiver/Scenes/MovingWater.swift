#if canImport(Glibc)
    import Glibc
#endif

/// Draws the water of a scene at one moment: mirror image, glint, light from below, whitewater.
struct MovingWater {
    private let waves: WaveField
    private let eddies: NoiseField
    private let foam: NoiseField
    private let foamLevel: Float
    private let rings: RainRings?
    private var slopes: WaveField.RowSlopes
    /// Texels of `eddies` per metre at which glitter of this row is about as large as its pixels.
    private var glitterScale = SIMD2<Float>.one

    init(_ recipe: SceneRecipe, random: inout SplitMix64) {
        waves = WaveField(
            count: 22, lengths: recipe.water.shortestWave...recipe.water.longestWave,
            random: &random)
        eddies = NoiseField(size: 256, persistence: 0.7, firstOctave: 3, random: &random)
        foam = NoiseField(size: 256, persistence: 0.85, firstOctave: 1, random: &random)
        foamLevel = Self.quantile(upperShare: recipe.water.whitewater)
        rings = RainRings(perSquareMetre: recipe.water.rings, random: &random)
        slopes = WaveField.RowSlopes(width: recipe.camera.width)
    }

    /// The level that a standard normal number exceeds with this probability
    /// (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.22).
    private static func quantile(upperShare: Float) -> Float {
        guard upperShare > 0 else { return 100 }
        let t = (-2 * logf(min(0.5, upperShare))).squareRoot()
        return t - (2.30753 + 0.27061 * t) / (1 + 0.99229 * t + 0.04481 * t * t)
    }

    /// Draws everything: water over what the survey found, and what stands still.
    mutating func draw(_ survey: SceneSurvey, seconds: Float, into picture: inout [LinearColour]) {
        let ground = survey.ground
        for y in 0..<ground.height {
            let row = ground.rows[y]
            if row.steepness > CameraGeometry.lowestRay {
                waves.slopes(
                    row: row, width: ground.width, seconds: Double(seconds),
                    slopeRMS: Double(survey.recipe.water.slopeRMS), into: &slopes)
                // By powers of two, so that neighbouring rows glitter alike.
                glitterScale = SIMD2(
                    2 * exp2f(-floorf(log2f(Float(row.pixelWidthMetres)))),
                    3 * exp2f(-floorf(log2f(Float(row.pixelDepthMetres)))))
            }
            for x in 0..<ground.width {
                let index = y * ground.width + x
                let ray = ground.ray(x, row: row)
                if ground.isWater[index] {
                    let open = 1 - survey.vegetationShare[index] - survey.otherShare[index]
                    var colour = survey.matLight[index]
                    if open > 0.004 {
                        colour +=
                            water(survey, x: x, index: index, row: row, ray: ray, seconds: seconds)
                            * open
                    }
                    picture[index] = colour
                } else {
                    let still = survey.still[index]
                    picture[index] = LinearColour(still.x, still.y, still.z)
                    if still.w < 1 { picture[index] += survey.sky.radiance(ray) * (1 - still.w) }
                }
            }
        }
    }

    @inline(__always)
    private func water(
        _ survey: SceneSurvey, x: Int, index: Int, row: CameraGeometry.Row, ray: SIMD3<Float>,
        seconds: Float
    ) -> LinearColour {
        let recipe = survey.recipe
        let across = survey.ground.across(x, row: row)
        let z = Float(row.z)
        let rough = survey.roughness[index]
        var slopeX = slopes.x[x / 8][x % 8] * rough
        var slopeZ = slopes.z[x / 8][x % 8] * rough
        let movedX = across - recipe.water.currentX * seconds
        let movedZ = z - recipe.water.currentZ * seconds
        if recipe.water.turbulence > 0 {
            let kept = 1 / (1 + 30 * Float(row.pixelDepthMetres))
            let strength = recipe.water.turbulence * recipe.water.slopeRMS * rough * kept
            slopeX += strength * eddies.value(movedX * 16, movedZ * 22)
            slopeZ += strength * eddies.value(movedX * 16 + 90, movedZ * 22 + 33)
        }
        if let ring = rings?.slope(x: across, z: z, seconds: seconds) {
            slopeX += ring.x
            slopeZ += ring.y
        }
        let smear = slopes.unresolved * rough
        let glitter = recipe.water.glitter * smear
        slopeX +=
            glitter * eddies.value(movedX * glitterScale.x + 31 * seconds, movedZ * glitterScale.y)
        slopeZ +=
            glitter * eddies.value(movedX * glitterScale.x, movedZ * glitterScale.y + 57 * seconds)
        let length = (1 + slopeX * slopeX + slopeZ * slopeZ).squareRoot()
        let normal = SIMD3(-slopeX, 1, -slopeZ) / length
        let cosine = max(0.01, -(ray * normal).sum())
        var mirrored = ray + 2 * cosine * normal
        mirrored.y = max(0.004, mirrored.y)
        let reflectance = Fresnel.reflectance(cosine: cosine)
        let seen = survey.bank.meet(
            from: SIMD3(across, 0, z), ray: mirrored, spread: 2.2 * smear + 0.0008)
        let light = (recipe.daylight.ambient + recipe.daylight.sun) * recipe.daylight.backdropLight
        var image = LinearColour(seen.x, seen.y, seen.z) * light
        if seen.w < 1 {
            var above = survey.sky.radiance(mirrored)
            if recipe.daylight.sun.y > 0 {
                above +=
                    recipe.daylight.sun
                    * survey.sky.sunGlint(mirrored, unresolvedSlope: smear + 0.012)
            }
            image += above * (1 - seen.w)
        }
        var colour = image * reflectance + survey.body[index] * (1 - reflectance)
        if foamLevel < 50 {
            let white = foam.value(movedX * 9, movedZ * 14) - foamLevel
            if white > 0 {
                let tone = (recipe.daylight.ambient + recipe.daylight.sun) * 0.7
                colour = colour.mixed(with: tone, share: min(0.95, 1.6 * white))
            }
        }
        return colour
    }
}
