#if canImport(Glibc)
    import Glibc
#endif

/// What a kind of floating matter looks like from above.
struct MatPaint {
    let recipe: MatRecipe
    let leaves: LeafTexture
    let patches: NoiseField
    let grain: NoiseField
    let place: SIMD2<Float>

    /// Albedo at a point, and the share of it that leaves cover.
    @inline(__always)
    func colour(x: Float, z: Float, footprint: Float) -> (LinearColour, cover: Float) {
        let texels = LeafTexture.leafTexels / recipe.leafMetres
        let leaf = leaves.value(
            x * texels + place.x, z * texels + place.y, footprint: footprint * texels)
        let ageScale = 60 / recipe.patchMetres
        let age = patches.value(x * ageScale + place.y, z * ageScale + place.x)
        let old = max(
            0, min(1, recipe.oldShare * (1 + 1.4 * age)))
        var relief: Float = 0
        var length = 2.5 * recipe.leafMetres
        var strength = recipe.relief
        for octave in 0..<6 {
            let kept = Self.kept(length, footprint)
            if kept > 0.12 {
                let turn = Float(octave) * 17
                relief +=
                    strength * kept
                    * grain.value(x * 4 / length + place.x + turn, z * 4 / length + place.y)
            }
            length *= 2.4
            strength *= 0.82
        }
        let swellLength = recipe.patchMetres * 0.2
        relief += recipe.swellContrast * grain.value(x * 4 / swellLength, z * 4 / swellLength)
        // Shade between plants goes deeper than light on them goes high.
        let tone = expf(min(1.2, relief < 0 ? 1.5 * relief : relief))
        let texture = LinearColour(leaf.x, leaf.y, leaf.z) * (tone / max(0.02, leaf.w))
        // Where gaps are finer than pixels, the mat counts as closed.
        let cover = 1 - (1 - leaf.w) * Self.kept(recipe.leafMetres, footprint)
        return (recipe.colour.mixed(with: recipe.oldColour, share: old) * texture, cover)
    }

    @inline(__always)
    private static func kept(_ length: Float, _ footprint: Float) -> Float {
        let ratio = 1.5 * footprint / length
        return 1 / (1 + ratio * ratio)
    }
}
