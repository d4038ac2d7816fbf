#if canImport(Glibc)
    import Glibc
#endif

/// What does not move in a scene: banks, mats, shadows and the colour of the water below.
struct SceneSurvey {
    let recipe: SceneRecipe
    let ground: GroundRaster
    let bank: FarBank
    let sky: OpenSky
    /// Off the water: colour times opacity, and opacity; the rest is sky.
    private(set) var still: [SIMD4<Float>]
    /// Light that comes out of the water.
    private(set) var body: [LinearColour]
    /// Light from what floats, times the share of the pixel that it takes.
    private(set) var matLight: [LinearColour]
    /// Share of each pixel under vegetation, and under other floating matter.
    private(set) var vegetationShare: [Float]
    private(set) var otherShare: [Float]
    /// Roughness of the water relative to the scene's.
    private(set) var roughness: [Float]

    init(_ recipe: SceneRecipe, fronds: FrondLibrary?, random: inout SplitMix64) {
        self.recipe = recipe
        let patches = NoiseField(size: 512, persistence: 0.64, random: &random)
        let grain = NoiseField(size: 256, persistence: 0.75, firstOctave: 4, random: &random)
        let bays = NoiseField(size: 128, persistence: 0.55, random: &random)
        let ground = GroundRaster(camera: recipe.camera, shore: recipe.shore, bays: bays)
        self.ground = ground
        bank = FarBank(
            recipe: recipe.backdrop, shore: recipe.shore, camera: recipe.camera, random: &random)
        sky = OpenSky(recipe: recipe.daylight, random: &random)
        let count = ground.width * ground.height
        still = Array(repeating: .zero, count: count)
        body = Array(repeating: .zero, count: count)
        matLight = body
        vegetationShare = Array(repeating: 0, count: count)
        otherShare = vegetationShare
        roughness = Array(repeating: 1, count: count)
        let layers = recipe.mats.map {
            MatLayer(
                $0, on: ground, shore: recipe.shore, patches: patches, grain: grain,
                fronds: fronds, random: &random)
        }
        let shadow = ShadowField(recipe: recipe.shadow, shore: recipe.shore, crowns: bays)
        for y in 0..<ground.height {
            surveyRow(y, layers: layers, shadow: shadow, patches: patches, grain: grain)
        }
    }

    private mutating func surveyRow(
        _ y: Int, layers: [MatLayer], shadow: ShadowField, patches: NoiseField, grain: NoiseField
    ) {
        let row = ground.rows[y]
        let footprint = ground.footprint(row)
        for x in 0..<ground.width {
            let index = y * ground.width + x
            let across = ground.across(x, row: row)
            guard ground.isWater[index] else {
                still[index] = land(x: x, row: row, across: across, grain: grain)
                continue
            }
            let z = Float(row.z)
            let sunShare = shadow.light(x: across, z: z, footprint: footprint)
            let light = recipe.daylight.ambient + recipe.daylight.sun * sunShare
            let silt = patches.value(
                across * 60 / recipe.water.siltMetres + 71, z * 60 / recipe.water.siltMetres)
            let mixed = recipe.water.body.mixed(
                with: recipe.water.silt, share: max(0, min(1, 0.5 + 0.4 * silt)))
            body[index] =
                mixed * max(0.3, 1 + recipe.water.siltContrast * silt)
                * (recipe.daylight.ambient + recipe.daylight.sun * (0.35 + 0.65 * sunShare))
            if recipe.water.patchiness > 0 {
                let calm = patches.value(across * 5 + 200, z * 2.5)
                roughness[index] = max(0.05, 1 + recipe.water.patchiness * calm)
            }
            lay(layers, at: index, light: light, ray: ground.ray(x, row: row), sunShare: sunShare)
        }
    }

    /// Stacks the layers, the first on top.
    private mutating func lay(
        _ layers: [MatLayer], at index: Int, light: LinearColour, ray: SIMD3<Float>, sunShare: Float
    ) {
        var open: Float = 1
        for (layer, mat) in zip(layers, recipe.mats) where layer.share[index] > 0 {
            let share = layer.share[index] * open
            open -= share
            let mirrored = SIMD3(ray.x, -ray.y, ray.z)
            let facing = (mirrored * recipe.daylight.sunDirection).sum()
            let sheen =
                recipe.daylight.sun * (sunShare * mat.glare * expf((facing - 1) / 0.08) * 1.2)
            let sky =
                recipe.daylight.horizon * (mat.shine * (0.15 + Fresnel.reflectance(cosine: -ray.y)))
            matLight[index] += (layer.albedo[index] * light + sky + sheen) * share
            if layer.kind.isVegetation {
                vegetationShare[index] += share
            } else {
                otherShare[index] += share
            }
        }
    }

    /// What a pixel off the water shows.
    private func land(
        x: Int, row: CameraGeometry.Row, across: Float, grain: NoiseField
    ) -> SIMD4<Float> {
        let light = recipe.daylight.ambient + recipe.daylight.sun
        let shore = recipe.shore
        let z = Float(row.z)
        let isBeforeFar = shore.farMetres + shore.farSkew * across - z > 0
        guard row.steepness > CameraGeometry.lowestRay, isBeforeFar else {
            let seen = bank.meet(
                from: SIMD3(0, Float(recipe.camera.heightMetres), 0), ray: ground.ray(x, row: row),
                spread: 0.5 / Float(recipe.camera.focalPixels))
            let lit = LinearColour(seen.x, seen.y, seen.z) * light * recipe.daylight.backdropLight
            return SIMD4(lit, seen.w)
        }
        let inland = -(z - shore.nearMetres - shore.nearSkew * across)
        let blade = grain.value(across * 30, z * 22)
        let tuft = grain.value(across * 6, z * 6)
        let colour = inland < shore.stripMetres ? shore.ground : shore.growth
        return SIMD4(colour * max(0.25, 1 + 0.22 * blade + 0.22 * tuft) * light, 1)
    }
}
