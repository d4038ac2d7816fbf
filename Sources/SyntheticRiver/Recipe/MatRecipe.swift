/// One kind of floating matter and how it lies on the water.
struct MatRecipe: Sendable {
    /// What it is, for the index.
    enum Kind: String, CaseIterable, Sendable {
        case duckweed, fronds, hyacinth, scattered, scum, senescent
        case litter, foam, debris

        /// Whether it counts as vegetation.
        var isVegetation: Bool {
            switch self {
            case .litter, .foam, .debris: false
            default: true
            }
        }
    }

    var kind: Kind
    /// Share of the water's pixels that it shall cover, about.
    var coverage: Float
    /// Length of the largest patches.
    var patchMetres: Float
    /// How much longer than wide patches are, and along which heading.
    var stretch: Float
    var heading: Float
    /// Roughness of the patches' outline, 0 smooth to 1 torn.
    var ruggedness: Float
    /// Pull to the near and the far bank; negative pushes away.
    var nearPull: Float
    var farPull: Float

    /// Colour by full light.
    var colour: LinearColour
    /// Colour of old or dry parts, mixed in by patches.
    var oldColour: LinearColour
    var oldShare: Float
    /// Length of a leaf.
    var leafMetres: Float
    /// Brightness contrast of single leaves.
    var leafContrast: Float
    /// Contrast of clumps at each scale from some leaves up: plants that stand out of the water
    /// shade each other, a film of fronds does not.
    var relief: Float
    /// Whether leaves stand up: their texture is then as high as wide in the picture, while one
    /// that lies flat is foreshortened.
    var isUpright: Bool
    /// Contrast across the patch at large.
    var swellContrast: Float
    /// Share of gaps between leaves.
    var gaps: Float
    /// Whether gaps show water; else they are shade between leaves.
    var gapsShowWater: Bool
    /// Light of the sky that wet leaves mirror.
    var shine: Float
    /// Softness of the outline in pixels beyond the one of sampling.
    var softness: Float
    /// Share of colour that sunlight on wet leaves takes away in glare.
    var glare: Float
}
