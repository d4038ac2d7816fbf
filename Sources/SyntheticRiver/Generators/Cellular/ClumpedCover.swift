import Imaging

/// The mats of a cellular scene, laid on the water that its camera sees.
struct ClumpedCover: Sendable {
    let isWater: [Bool]
    let waterPixelCount: Int
    let coverageImage: Double
    let coverageGround: Double
    /// Light of what floats by full light, times its share of the pixel.
    private(set) var light: [LinearColour]
    private(set) var vegetationShare: [Float]
    private(set) var otherShare: [Float]
    private let width: Int
    private let height: Int

    init(
        camera: CameraGeometry, mats: [ClumpedMats], isWater isWet: (_ x: Float, _ z: Float) -> Bool
    ) {
        width = camera.width
        height = camera.height
        let count = width * height
        light = Array(repeating: .zero, count: count)
        vegetationShare = Array(repeating: 0, count: count)
        otherShare = vegetationShare
        var isWater = [Bool](repeating: false, count: count)
        var places = [SIMD3<Float>](repeating: .zero, count: count)
        for y in 0..<height {
            let row = camera.row(at: Double(y) + 0.5)
            guard row.steepness > CameraGeometry.lowestRay else { continue }
            let footprint = Float((row.pixelWidthMetres * row.pixelDepthMetres).squareRoot())
            for x in 0..<width {
                let across = (Float(x) + 0.5 - Float(width) / 2) * Float(row.pixelWidthMetres)
                isWater[y * width + x] = isWet(across, Float(row.z))
                places[y * width + x] = SIMD3(across, Float(row.z), footprint)
            }
        }
        self.isWater = isWater
        let pixels = isWater.indices.filter { isWater[$0] }
        waterPixelCount = pixels.count
        var open = [Float](repeating: 1, count: count)
        for mat in mats {
            let density = pixels.map {
                mat.density(SIMD2(places[$0].x, places[$0].y), footprint: places[$0].z)
            }
            let level = Self.level(of: density, coverage: mat.coverage)
            for (index, pixel) in pixels.enumerated() {
                let share = max(0, min(1, (density[index] - level) / 0.02 + 0.5)) * open[pixel]
                guard share > 0 else { continue }
                open[pixel] -= share
                let place = SIMD2(places[pixel].x, places[pixel].y)
                light[pixel] += mat.albedo(place, footprint: places[pixel].z) * share
                if mat.isVegetation {
                    vegetationShare[pixel] += share
                } else {
                    otherShare[pixel] += share
                }
            }
        }
        var (sum, area, covered) = (0.0, 0.0, 0.0)
        for pixel in pixels {
            let pixelArea = camera.pixelAreaSquareMetres(atRow: Double(pixel / width) + 0.5)
            sum += Double(vegetationShare[pixel])
            area += pixelArea
            covered += Double(vegetationShare[pixel]) * pixelArea
        }
        coverageImage = sum / Double(max(1, pixels.count))
        coverageGround = area > 0 ? covered / area : 0
    }

    /// The density that the wanted share of the water exceeds.
    private static func level(of density: [Float], coverage: Float) -> Float {
        let sorted = density.sorted(by: >)
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, Int(coverage * Float(sorted.count)))]
    }

    /// Classes by the shares of each pixel.
    func mask() -> Plane {
        var plane = Plane(width: width, height: height)
        for y in 0..<height {
            for x in 0..<width {
                let index = y * width + x
                plane[x, y] =
                    SceneClass(
                        isWater: isWater[index], vegetationShare: vegetationShare[index],
                        otherShare: otherShare[index]
                    ).rawValue
            }
        }
        return plane
    }
}
