#if canImport(Glibc)
    import Glibc
#endif

/// Draws city canals seen from a mast in fair weather: the places at which faults happen.
///
/// Their banks are straight, so that the water can be outlined exactly.
enum CanalGenerator {
    static func recipe(seed: UInt64, width: Int, height: Int) -> SceneRecipe {
        var random = SplitMix64(seed: seed, stream: "canal")
        let camera = CameraGeometry(
            heightMetres: Double(random.uniform(5.5, 8)),
            tiltDegrees: Double(random.uniform(14, 20)), fieldOfViewDegrees: 60, width: width,
            height: height)
        let leaf = random.colour(green: 0.1...0.22, red: 0.65...0.9, blue: 0.2...0.45)
        let isSunny = random.chance(0.5)
        var water = WaterDraw.water(style: .smooth, random: &random)
        water.slopeRMS = random.logUniform(0.012, 0.04)
        water.whitewater = 0
        water.rings = 0
        let ground = LinearColour(0.32, 0.3, 0.27)
        return SceneRecipe(
            camera: camera,
            shore: ShoreRecipe(
                farMetres: random.uniform(30, 45), farSkew: random.uniform(-0.2, 0.2),
                nearMetres: random.uniform(8, 10), nearSkew: random.uniform(-0.5, 0.5),
                bayMetres: 0, bayLengthMetres: 10, ground: ground,
                growth: random.colour(green: 0.1...0.2, red: 0.8...1.1, blue: 0.35...0.6),
                stripMetres: 0.6),
            backdrop: BackdropRecipe(
                foliage: random.pick([.broadleaf, .willow]), treeDensity: random.uniform(0.8, 1.6),
                treeHeightMetres: random.uniform(4, 8), sunlitLeaf: leaf, shadedLeaf: leaf * 0.3,
                slopeHeightMetres: random.uniform(0.5, 2.2),
                slope: random.colour(green: 0.12...0.2, red: 0.8...1, blue: 0.35...0.55),
                wallHeightMetres: random.uniform(0.5, 1.4), wall: LinearColour(0.28, 0.27, 0.24),
                houseDensity: 0.6, houseHeightMetres: random.uniform(7, 13), reedHeightMetres: 0),
            daylight: daylight(isSunny: isSunny, random: &random), water: water,
            shadow: ShadowRecipe(
                shape: .none, light: 1, startMetres: 0, widthMetres: 1, skew: 0),
            mats: [mat(coverage: random.uniform(0.05, 0.35), random: &random)],
            look: look(random: &random))
    }

    private static func daylight(isSunny: Bool, random: inout SplitMix64) -> DaylightRecipe {
        let (azimuth, elevation) = (random.uniform(1.6, 3), random.uniform(0.5, 1))
        return DaylightRecipe(
            horizon: LinearColour(0.7, 0.75, 0.81), zenith: LinearColour(0.3, 0.43, 0.66),
            cloudiness: isSunny ? 0.35 : 0.85, ambient: LinearColour(0.92, 1, 1.08) * 0.6,
            sun: isSunny ? LinearColour(1.05, 1, 0.92) * 0.5 : .zero,
            // Behind the camera, so that no glint disturbs a good picture.
            sunDirection: SIMD3(
                sinf(azimuth) * cosf(elevation), sinf(elevation), cosf(azimuth) * cosf(elevation)),
            backdropLight: random.uniform(0.7, 1.1), veil: 0)
    }

    private static func mat(coverage: Float, random: inout SplitMix64) -> MatRecipe {
        MatRecipe(
            kind: .duckweed, coverage: coverage, patchMetres: random.uniform(5, 12), stretch: 1.5,
            heading: 0, ruggedness: 0.35, nearPull: 0.5, farPull: 0.5,
            colour: random.colour(green: 0.2...0.35, red: 0.6...0.85, blue: 0.1...0.3),
            oldColour: LinearColour(0.35, 0.3, 0.1), oldShare: 0.1, leafMetres: 0.02,
            leafContrast: 0.8, relief: random.uniform(0.12, 0.3), isUpright: false,
            swellContrast: 0.08, gaps: 0.06,
            gapsShowWater: true, shine: 0.02, softness: 0.2, glare: 0)
    }

    private static func look(random: inout SplitMix64) -> LookRecipe {
        LookRecipe(
            meanSignal: random.uniform(0.44, 0.54), whiteBalance: .one, saturation: 1,
            contrast: random.uniform(0.1, 0.3), blackLevel: 0, vignette: 0.1, hazePerMetre: 0.0005,
            haze: LinearColour(0.7, 0.73, 0.77), veil: 0, noiseCodes: random.uniform(1, 2),
            chromaNoiseCodes: 0.5, blurPasses: 0, sharpening: 0.6, rainStreaks: 0, shakePixels: 0,
            caption: "", streamQuality: nil, jpegQuality: 90)
    }
}
