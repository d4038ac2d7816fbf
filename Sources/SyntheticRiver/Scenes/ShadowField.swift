#if canImport(Glibc)
    import Glibc
#endif

/// How much direct light reaches a place: bridges, trees and banks cast shadows with hard edges.
struct ShadowField {
    let recipe: ShadowRecipe
    let shore: ShoreRecipe
    let crowns: NoiseField

    /// Share of the sun's light, from the recipe's remnant to 1.
    func light(x: Float, z: Float, footprint: Float) -> Float {
        let inside: Float
        switch recipe.shape {
        case .none: return 1
        case .bridge:
            let offset = z - recipe.startMetres - recipe.skew * x
            inside = min(offset, recipe.widthMetres - offset)
        case .trees:
            let scale = 8 / recipe.widthMetres
            let crown = crowns.value(x * scale * 4, z * scale * 4)
            inside = (crown - 0.25) * recipe.widthMetres * 0.25
        case .bank:
            let crest = crowns.value(x * 12 / recipe.widthMetres, 30)
            let edge = recipe.widthMetres * (1 + 0.3 * crest)
            inside = edge - (shore.farMetres + shore.farSkew * x - z)
        }
        let share = max(0, min(1, inside / max(0.02, 1.5 * footprint) + 0.5))
        return 1 - share * (1 - recipe.light)
    }
}
