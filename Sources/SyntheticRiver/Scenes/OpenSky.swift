#if canImport(Glibc)
    import Glibc
#endif

/// The sky of a scene: from horizon to zenith, clouds on a flat layer, and the sun.
struct OpenSky: Sendable {
    let recipe: DaylightRecipe
    private let clouds: NoiseField

    init(recipe: DaylightRecipe, random: inout SplitMix64) {
        self.recipe = recipe
        clouds = NoiseField(size: 256, persistence: 0.6, random: &random)
    }

    /// Light from a direction of unit length, without the sun's disc.
    @inline(__always)
    func radiance(_ ray: SIMD3<Float>) -> LinearColour {
        let elevation = max(0.01, ray.y)
        let clear = recipe.horizon.mixed(with: recipe.zenith, share: min(1, elevation.squareRoot()))
        let texels = 26 / (elevation + 0.15)
        let pattern = clouds.value(ray.x * texels, ray.z * texels)
        let opacity = max(0, min(1, pattern * 0.55 + (recipe.cloudiness - 0.5) * 3))
        let bright = max(0, min(1, 0.55 + 0.35 * pattern))
        let cloud = LinearColour(0.5, 0.52, 0.55).mixed(
            with: LinearColour(0.98, 0.98, 0.99), share: bright)
        return clear.mixed(with: cloud * (0.6 + 0.4 * recipe.horizon.y), share: opacity)
    }

    /// The sun in a surface of which only so much slope is not resolved: a lobe about its mirror
    /// image, wider and weaker the rougher the surface is.
    @inline(__always)
    func sunGlint(_ ray: SIMD3<Float>, unresolvedSlope: Float) -> Float {
        let away = 1 - (ray * recipe.sunDirection).sum()
        let width = 0.0005 + 2 * unresolvedSlope * unresolvedSlope
        guard away < 9 * width else { return 0 }
        return 0.2 / width * expf(-away / width)
    }
}
