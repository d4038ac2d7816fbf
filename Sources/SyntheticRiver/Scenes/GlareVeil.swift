import Vocabulary

#if canImport(Glibc)
    import Glibc
#endif

/// The light that the sun's mirror image spreads in the lens: it pales what lies about it.
struct GlareVeil {
    private let centre: SIMD2<Float>
    private let reach: Float
    private let light: LinearColour
    private let width: Int

    /// - Returns: `nil` where there is no sun to be mirrored before the camera.
    init?(_ recipe: SceneRecipe) {
        let camera = recipe.camera
        let sun = recipe.daylight.sunDirection
        let far: Double = 1000
        guard recipe.daylight.veil > 0, recipe.daylight.sun.y > 0,
            let point = camera.picturePoint(
                x: Double(sun.x) * far, y: camera.heightMetres - Double(sun.y) * far,
                z: Double(sun.z) * far)
        else { return nil }
        centre = SIMD2(Float(point.x), Float(point.y))
        width = camera.width
        reach = 0.3 * Float(width)
        light = recipe.daylight.sun * recipe.daylight.veil
    }

    /// Lays the veil over a picture.
    func add(to picture: inout [LinearColour]) {
        for index in picture.indices {
            let offset = SIMD2(Float(index % width), Float(index / width)) - centre
            picture[index] += light * expf(-(offset * offset).sum() / (reach * reach))
        }
    }
}
