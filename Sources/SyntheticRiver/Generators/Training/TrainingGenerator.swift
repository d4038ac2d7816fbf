#if canImport(Glibc)
    import Glibc
#endif

/// Draws the scenes that the model is trained on, far and wide around what real cameras show.
struct TrainingGenerator {
    private var random: SplitMix64

    /// Draws the scene of a seed and a number.
    static func recipe(seed: UInt64, number: Int) -> SceneRecipe {
        var generator = TrainingGenerator(
            random: SplitMix64(seed: seed, stream: "training scene", number: UInt64(number)))
        return generator.draw()
    }

    private mutating func draw() -> SceneRecipe {
        let style = SceneStyle.draw(random: &random)
        var camera = drawCamera()
        let isMirror = random.chance(0.24)
        if isMirror {
            // The flatter the sight, the more the water mirrors.
            camera.tiltDegrees = Double(random.uniform(4, 16))
            camera.heightMetres = Double(random.logUniform(1.5, 6))
        }
        var daylight = drawDaylight()
        let shore = drawShore(camera)
        var backdrop = drawBackdrop(daylight: daylight)
        var water = drawWater(camera, style: style)
        if isMirror {
            holdMirror(shore: shore, daylight: &daylight, backdrop: &backdrop, water: &water)
        }
        let isRough = !isMirror && random.chance(0.2)
        if isRough { roughen(&water) }
        let view = Self.view(camera: camera, shore: shore)
        let mats = MatDraw.mats(style: style, view: view, random: &random)
        let shadow = drawShadow(view: view, isSunny: daylight.sun.y > 0)
        var look = LookDraw.look(style: style, random: &random)
        if isRough { look.meanSignal = random.uniform(0.2, 0.5) }
        return SceneRecipe(
            camera: camera, shore: shore, backdrop: backdrop, daylight: daylight, water: water,
            shadow: shadow, mats: mats, look: look)
    }

    /// The stretch of water that a scene shows.
    struct View {
        var nearMetres: Float
        var farMetres: Float
        /// Width of the water in the middle of the picture.
        var widthMetres: Float
        /// Metres of water behind a pixel in the middle of the picture.
        var pixelMetres: Float
    }

    private static func view(camera: CameraGeometry, shore: ShoreRecipe) -> View {
        let bottom = Float(camera.row(at: Double(camera.height)).z)
        let middle = camera.row(at: Double(camera.height) * 0.65)
        return View(
            nearMetres: max(bottom, shore.nearMetres), farMetres: shore.farMetres,
            widthMetres: Float(middle.pixelWidthMetres) * Float(camera.width),
            pixelMetres: Float(middle.pixelWidthMetres))
    }

    private mutating func drawCamera() -> CameraGeometry {
        let size = random.pick(weighted: [
            0.18: (352, 288), 0.16: (458, 258), 0.28: (640, 480), 0.08: (704, 576),
            0.16: (960, 540), 0.11: (1280, 720), 0.03: (1920, 1080),
        ])
        let isSteep = random.chance(0.2)
        return CameraGeometry(
            heightMetres: Double(random.logUniform(2, 12)),
            tiltDegrees: Double(isSteep ? random.uniform(32, 75) : random.uniform(5, 32)),
            fieldOfViewDegrees: Double(random.uniform(38, 90)), width: size.0, height: size.1)
    }

    private mutating func drawShore(_ camera: CameraGeometry) -> ShoreRecipe {
        let isOpen = random.chance(0.25)
        let farRow = isOpen ? -0.6 : random.uniform(0.02, 0.55)
        let horizon = camera.row(at: Double(farRow) * Double(camera.height))
        let most = Float(camera.heightMetres) * random.logUniform(5, 30)
        let far = min(200, min(most, Float(horizon.z)))
        let nearRow: Float = random.chance(0.45) ? random.uniform(0.7, 1) : 1.4
        let near = min(far * 0.6, Float(camera.row(at: Double(nearRow) * Double(camera.height)).z))
        let ground = random.pick([
            LinearColour(0.30, 0.29, 0.27), LinearColour(0.16, 0.13, 0.09),
            LinearColour(0.24, 0.20, 0.14), LinearColour(0.80, 0.82, 0.85),
        ])
        let growth = random.pick(weighted: [
            0.6: random.colour(green: 0.08...0.3, red: 0.75...1.05, blue: 0.3...0.6),
            0.25: LinearColour(0.3, 0.24, 0.14) * random.uniform(0.6, 1.3),
            0.15: LinearColour(0.82, 0.84, 0.88),
        ])
        return ShoreRecipe(
            farMetres: far, farSkew: random.chance(0.6) ? random.normal() * 0.25 : random.normal(),
            nearMetres: near, nearSkew: random.normal() * 0.4,
            bayMetres: random.chance(0.5) ? 0 : far * random.uniform(0.005, 0.06),
            bayLengthMetres: far * random.uniform(0.1, 0.6), ground: ground, growth: growth,
            stripMetres: random.chance(0.4) ? random.uniform(0.2, 2) : 0.05)
    }

    private mutating func drawBackdrop(daylight: DaylightRecipe) -> BackdropRecipe {
        let leaf = random.colour(green: 0.09...0.34, red: 0.58...1.0, blue: 0.06...0.45)
        let isAutumn = random.chance(0.12)
        let leafColour = isAutumn ? leaf * LinearColour(1.8, 1, 0.7) : leaf
        let shade = random.uniform(0.08, 0.45)
        let slope = random.pick(weighted: [
            0.6: random.colour(green: 0.09...0.3, red: 0.7...1.05, blue: 0.25...0.6),
            0.25: LinearColour(0.28, 0.22, 0.13) * random.uniform(0.5, 1.4),
            0.15: LinearColour(0.8, 0.82, 0.86) * random.uniform(0.7, 1),
        ])
        let stone = random.uniform(0.08, 0.6)
        return BackdropRecipe(
            foliage: random.pick(weighted: [
                0.55: .broadleaf, 0.2: .willow, 0.1: .conifer, 0.15: .bare,
            ]),
            treeDensity: random.pick(weighted: [
                0.12: 0, 0.2: random.uniform(0.3, 0.8), 0.68: random.uniform(0.9, 2.6),
            ]),
            treeHeightMetres: random.logUniform(2.5, 16), sunlitLeaf: leafColour,
            shadedLeaf: leafColour * shade * LinearColour(1, 1, random.uniform(1, 1.8)),
            slopeHeightMetres: random.chance(0.6) ? random.logUniform(0.3, 4) : 0.1, slope: slope,
            wallHeightMetres: random.chance(0.45) ? random.logUniform(0.2, 3.5) : 0,
            wall: LinearColour(1, random.uniform(0.92, 1), random.uniform(0.8, 1)) * stone,
            houseDensity: random.chance(0.35) ? random.uniform(0.2, 0.9) : 0,
            houseHeightMetres: random.uniform(5, 25),
            reedHeightMetres: random.chance(0.25) ? random.uniform(0.4, 2.2) : 0)
    }

    private mutating func drawDaylight() -> DaylightRecipe {
        let isSunny = random.chance(0.5)
        let warmth = isSunny ? random.uniform(-0.02, 0.16) : random.uniform(-0.06, 0.04)
        let grey =
            LinearColour(
                grey: 1) * LinearColour(1 + warmth * 0.3, 1, 1 - warmth * 0.3)
        let azimuth = random.uniform(-1.6, 1.6)
        let elevation = random.uniform(0.2, 1.15)
        let isBlue = isSunny && random.chance(0.75)
        return DaylightRecipe(
            horizon: (isBlue ? LinearColour(0.72, 0.80, 0.90) : grey * 0.85)
                * random.uniform(0.7, 1.25),
            zenith: (isBlue ? LinearColour(0.20, 0.36, 0.72) : grey * random.uniform(0.35, 0.8))
                * random.uniform(0.6, 1.2),
            cloudiness: isSunny ? random.uniform(0, 0.6) : random.uniform(0.5, 1),
            ambient: LinearColour(0.92, 1, 1.1) * (isSunny ? 0.38 : random.uniform(0.6, 1)),
            sun: isSunny
                ? LinearColour(1 + warmth, 1, 1 - 1.4 * warmth) * random.uniform(0.5, 0.95) : .zero,
            sunDirection: SIMD3(
                sinf(azimuth) * cosf(elevation), sinf(elevation), cosf(azimuth) * cosf(elevation)),
            backdropLight: isSunny ? random.logUniform(0.35, 1.5) : random.uniform(0.4, 1),
            veil: isSunny && random.chance(0.5) ? random.logUniform(0.02, 0.5) : 0)
    }

    private mutating func drawWater(
        _ camera: CameraGeometry, style: SceneStyle
    ) -> WaterRecipe {
        var water = WaterDraw.water(style: style, random: &random)
        // A camera close to the water sees finer ripples.
        let closeness = Float(camera.heightMetres) / 6
        water.shortestWave *= max(0.35, min(1.5, closeness))
        return water
    }

    /// Dark water in wind or over stones: as rough as plants, and without their green.
    private mutating func roughen(_ water: inout WaterRecipe) {
        water.body = random.colour(green: 0.006...0.06, red: 0.7...1.4, blue: 0.4...1)
        water.slopeRMS = random.logUniform(0.07, 0.3)
        water.shortestWave *= random.uniform(0.4, 1)
        water.turbulence = random.uniform(0.2, 0.9)
        water.glitter = random.uniform(0.8, 2.5)
        water.whitewater = random.chance(0.4) ? random.logUniform(0.01, 0.3) : 0
    }

    /// Sunlit foliage over calm water: the green mirror image that is no plant.
    private mutating func holdMirror(
        shore: ShoreRecipe, daylight: inout DaylightRecipe, backdrop: inout BackdropRecipe,
        water: inout WaterRecipe
    ) {
        water.slopeRMS = random.logUniform(0.0008, 0.014)
        water.turbulence = 0
        water.whitewater = 0
        // Most mirrored leaves look olive: water takes away blue and adds the brown of its own body.
        let isOlive = random.chance(0.65)
        if isOlive {
            water.body = random.colour(green: 0.008...0.1, red: 0.95...1.35, blue: 0.08...0.5)
        } else {
            water.body *= random.uniform(0.1, 0.6)
        }
        daylight.backdropLight = random.uniform(0.9, 2.2)
        let leaf =
            isOlive
            ? random.colour(green: 0.12...0.45, red: 0.8...1.3, blue: 0.02...0.3)
            : random.colour(green: 0.14...0.4, red: 0.5...0.98, blue: 0.04...0.28)
        backdrop.sunlitLeaf = leaf
        backdrop.shadedLeaf = leaf * random.uniform(0.05, 0.4)
        backdrop.slope = random.colour(green: 0.1...0.35, red: 0.85...1.2, blue: 0.15...0.5)
        backdrop.foliage = random.pick(weighted: [0.6: .broadleaf, 0.3: .willow, 0.1: .conifer])
        backdrop.treeDensity = random.uniform(1, 3)
        backdrop.treeHeightMetres = max(3, min(25, shore.farMetres * random.uniform(0.15, 0.9)))
    }

    private mutating func drawShadow(view: View, isSunny: Bool) -> ShadowRecipe {
        let reach = view.farMetres - view.nearMetres
        return ShadowRecipe(
            shape: isSunny
                ? random.pick(weighted: [0.45: .none, 0.2: .bridge, 0.2: .trees, 0.15: .bank])
                : .none,
            light: random.uniform(0.02, 0.35),
            startMetres: view.nearMetres + reach * random.unit() * random.unit(),
            widthMetres: reach * random.uniform(0.04, 0.4), skew: random.normal() * 0.5)
    }
}
