/// One kind of floating matter laid on the water of a scene: share and colour of each pixel.
struct MatLayer {
    let kind: MatRecipe.Kind
    /// Share of each pixel under it, 0…1, before what lies on top is taken off.
    private(set) var share: [Float]
    /// Albedo with the texture of its leaves, where it lies.
    private(set) var albedo: [LinearColour]

    init(
        _ recipe: MatRecipe, on ground: borrowing GroundRaster, shore: ShoreRecipe,
        patches: NoiseField, grain: NoiseField, fronds: FrondLibrary?, random: inout SplitMix64
    ) {
        kind = recipe.kind
        let leaves = Self.leaves(recipe, fronds: fronds, random: &random)
        let place = SIMD2(random.uniform(0, 512), random.uniform(0, 512))
        let outline = MatOutline(
            recipe: recipe, shore: shore, patches: patches, grain: grain, place: place)
        share = outline.shares(on: ground)
        albedo = Array(repeating: .zero, count: share.count)
        let paint = MatPaint(
            recipe: recipe, leaves: leaves, patches: patches, grain: grain, place: place)
        for y in 0..<ground.height {
            let row = ground.rows[y]
            let footprint = recipe.isUpright ? Float(row.pixelWidthMetres) : ground.footprint(row)
            let depth = recipe.isUpright ? ground.uprightDepth(row) : Float(row.z)
            for x in 0..<ground.width where share[y * ground.width + x] > 0 {
                let index = y * ground.width + x
                let (colour, cover) = paint.colour(
                    x: ground.across(x, row: row), z: depth, footprint: footprint)
                albedo[index] = colour
                share[index] *= cover
            }
        }
    }

    /// The texture of a mat: from a photograph where there are some, for half of the plants.
    private static func leaves(
        _ recipe: MatRecipe, fronds: FrondLibrary?, random: inout SplitMix64
    ) -> LeafTexture {
        if let fronds, !fronds.photographs.isEmpty, recipe.kind.isVegetation, random.chance(0.5) {
            return LeafTexture(
                photograph: random.pick(fronds.photographs),
                gapsShowWater: recipe.gapsShowWater, random: &random)
        }
        return LeafTexture(
            contrast: recipe.leafContrast, gaps: recipe.gaps, gapsShowWater: recipe.gapsShowWater,
            random: &random)
    }
}
