#if canImport(Glibc)
    import Glibc
#endif

/// The water plane as the pixels of a picture see it.
struct GroundRaster: Sendable {
    let camera: CameraGeometry
    let rows: [CameraGeometry.Row]
    /// Whether a pixel shows water, covered or not.
    let isWater: [Bool]
    let waterPixelCount: Int

    var width: Int { camera.width }
    var height: Int { camera.height }

    init(camera: CameraGeometry, shore: ShoreRecipe, bays: NoiseField) {
        self.camera = camera
        rows = (0..<camera.height).map { camera.row(at: Double($0) + 0.5) }
        var isWater = [Bool](repeating: false, count: camera.width * camera.height)
        for y in 0..<camera.height where rows[y].steepness > CameraGeometry.lowestRay {
            let row = rows[y]
            let z = Float(row.z)
            let step = Float(row.pixelWidthMetres)
            for x in 0..<camera.width {
                let across = (Float(x) + 0.5 - Float(camera.width) / 2) * step
                isWater[y * camera.width + x] =
                    Self.metresOffShore(x: across, z: z, shore: shore, bays: bays) > 0
            }
        }
        self.isWater = isWater
        waterPixelCount = isWater.count { $0 }
    }

    /// Metres to the nearer shore along Z; negative on land.
    static func metresOffShore(x: Float, z: Float, shore: ShoreRecipe, bays: NoiseField) -> Float {
        let scale = Float(bays.size) / (6 * shore.bayLengthMetres)
        let bay = shore.bayMetres > 0 ? shore.bayMetres * bays.value(x * scale, z * scale) : 0
        let far = shore.farMetres + shore.farSkew * x - max(0, 0.5 * bay) - z
        let near = z - shore.nearMetres - shore.nearSkew * x - bay
        return min(far, near)
    }

    /// X of the middle of a column in a row.
    @inline(__always)
    func across(_ x: Int, row: CameraGeometry.Row) -> Float {
        (Float(x) + 0.5 - Float(camera.width) / 2) * Float(row.pixelWidthMetres)
    }

    /// The direction in which a pixel looks: right, up, forward, of length 1.
    @inline(__always)
    func ray(_ x: Int, row: CameraGeometry.Row) -> SIMD3<Float> {
        let across = (Float(x) + 0.5 - Float(camera.width) / 2) / Float(camera.focalPixels)
        let ray = SIMD3(across, -Float(row.steepness), Float(row.forward))
        return ray / (ray * ray).sum().squareRoot()
    }

    /// Edge length of the square of water that a pixel of a row sees.
    @inline(__always)
    func footprint(_ row: CameraGeometry.Row) -> Float {
        Float((row.pixelWidthMetres * row.pixelDepthMetres).squareRoot())
    }

    /// A depth that grows from row to row by as much as a pixel is wide.
    ///
    /// Z grows by 1/sin of the depression angle more; the integral of that sine is h·asinh(z/h) at
    /// the camera's height h.
    func uprightDepth(_ row: CameraGeometry.Row) -> Float {
        let height = Float(camera.heightMetres)
        return height * asinhf(Float(row.z) / height)
    }
}
