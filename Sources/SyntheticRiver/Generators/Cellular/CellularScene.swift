import Imaging

#if canImport(Glibc)
    import Glibc
#endif

/// A scene of the generator that is kept for testing: cellular noise, wave packets, a filmic curve.
///
/// It shares the camera's geometry and Fresnel's law with the training scenes, and nothing else: a
/// model that has learnt the other generator's habits fails here.
struct CellularScene: LabelledScene {
    let truth: SceneTruth
    let width: Int
    let height: Int

    private let camera: CameraGeometry
    private let shore: LayeredShore
    private let curve: FilmicCurve
    private let body: LinearColour
    private let bodyClouds: CellularNoise
    private let nearMetres: Float
    private let nearSkew: Float
    private let shade: Float
    private let shadeEdge: Float
    private let cover: ClumpedCover
    private var sea: PacketSea
    private var random: SplitMix64
    private var seconds: Float = 0

    init?(seed: UInt64, number: Int) {
        var random = SplitMix64(seed: seed, stream: "cellular scene", number: UInt64(number))
        let size = random.pick([(640, 360), (480, 360), (768, 432), (960, 540), (400, 300)])
        let camera = CameraGeometry(
            heightMetres: Double(random.uniform(2.5, 10)),
            tiltDegrees: Double(random.pick([random.uniform(8, 28), random.uniform(28, 60)])),
            fieldOfViewDegrees: Double(random.uniform(48, 82)), width: size.0, height: size.1)
        self.camera = camera
        (width, height) = size
        let isMirror = random.chance(0.25)
        let farRow = Double(random.uniform(0, 0.4)) * Double(height)
        let far = min(Float(camera.heightMetres) * 14, Float(camera.row(at: farRow).z))
        shore = LayeredShore(distance: far, isMirror: isMirror, random: &random)
        nearMetres =
            random.chance(0.5) ? Float(camera.row(at: Double(height) * 0.88).z) : -10
        nearSkew = random.normal() * 0.3
        // Mirror images are strongest on dark water.
        let waterKind = isMirror ? "clear" : random.pick(["clear", "murky", "green", "brown"])
        body = Self.body(waterKind, random: &random)
        bodyClouds = CellularNoise(seed: UInt32(truncatingIfNeeded: random.next()))
        let slope =
            isMirror ? random.logUniform(0.001, 0.008) : random.logUniform(0.005, 0.2)
        sea = PacketSea(slopeRMS: slope, wind: random.uniform(0, 6.28), random: &random)
        curve = FilmicCurve(random: &random)
        shade = random.chance(0.3) ? random.uniform(0.3, 0.6) : 1
        shadeEdge = random.uniform(-0.6, 0.6) * far
        let span = Float(camera.row(at: Double(height) * 0.65).pixelWidthMetres) * Float(width)
        var kinds: [ClumpedMats] = []
        if random.chance(0.6) {
            kinds.append(ClumpedMats(viewMetres: span, isVegetation: true, random: &random))
        }
        if random.chance(0.25) {
            kinds.append(ClumpedMats(viewMetres: span, isVegetation: false, random: &random))
        }
        let (edge, near, nearSkew) = (shore, nearMetres, nearSkew)
        cover = ClumpedCover(camera: camera, mats: kinds) { x, z in
            z < edge.distance + edge.skew * x && z > near + nearSkew * x
        }
        guard cover.waterPixelCount * 40 > width * height else { return nil }
        truth = SceneTruth(
            hasVegetation: kinds.contains { $0.isVegetation }, coverageImage: cover.coverageImage,
            coverageGround: cover.coverageGround, floating: kinds.map(\.name), water: waterKind,
            slopeRMS: Double(slope), isSunny: false, saturation: Double(curve.saturation),
            streamQuality: curve.streamQuality, jpegQuality: curve.jpegQuality)
        self.random = random
    }

    private static func body(_ kind: String, random: inout SplitMix64) -> LinearColour {
        let (luma, greenness, red): (ClosedRange<Float>, ClosedRange<Float>, ClosedRange<Float>) =
            switch kind {
            case "clear": (15...60, -4...6, -4...4)
            case "green": (60...140, 10...26, -10...2)
            case "brown": (70...150, -4...8, 4...14)
            default: (70...160, -5...8, -4...4)
            }
        return SignalColour.green(luma: luma, greenness: greenness, red: red, random: &random)
    }

    mutating func drawNext(into frame: inout Frame) {
        sea.settle(at: seconds)
        var picture = [LinearColour](repeating: .zero, count: width * height)
        for y in 0..<height {
            let row = camera.row(at: Double(y) + 0.5)
            for x in 0..<width { picture[y * width + x] = colour(x: x, y: y, row: row) }
        }
        curve.develop(picture, width: width, height: height, random: &random, into: &frame)
        seconds += random.uniform(0.2, 0.6)
    }

    func mask() -> Plane { cover.mask() }

    private func colour(x: Int, y: Int, row: CameraGeometry.Row) -> LinearColour {
        let index = y * width + x
        let focal = Float(camera.focalPixels)
        let right = (Float(x) + 0.5 - Float(width) / 2) / focal
        let forward = SIMD3(right, -Float(row.steepness), Float(row.forward))
        let ray = forward / (forward * forward).sum().squareRoot()
        guard row.steepness > CameraGeometry.lowestRay, cover.isWater[index] else {
            return land(ray: ray, row: row, x: x)
        }
        let place = SIMD2(right * Float(row.pixelWidthMetres) * focal, Float(row.z))
        let light: Float = place.x > shadeEdge ? 1 : shade
        let mats = cover.light[index] * light
        let open = 1 - cover.vegetationShare[index] - cover.otherShare[index]
        guard open > 0.004 else { return mats }
        let footprint = Float((row.pixelWidthMetres * row.pixelDepthMetres).squareRoot())
        let (slope, unseen) = sea.slope(place, footprint: footprint)
        let normal = SIMD3(-slope.x, 1, -slope.y)
        let length = (normal * normal).sum().squareRoot()
        let cosine = max(0.02, -(ray * normal).sum() / length)
        var mirrored = ray + normal * (2 * cosine / length)
        let spread = 2 * sea.slopeRMS * unseen
        var image = LinearColour.zero
        for tap in 0..<3 {
            mirrored.y = max(0.004, mirrored.y + (tap == 0 ? -spread : spread))
            image += shore.light(from: SIMD3(place.x, 0, place.y), ray: mirrored) / 3
        }
        let reflected = Fresnel.reflectance(cosine: cosine)
        let cloud = bodyClouds.cell(place / 2.6).first
        let below = body * (0.92 + 0.16 * cloud) * (0.5 + 0.5 * light)
        return mats + (image * reflected + below * (1 - reflected)) * open
    }

    private func land(ray: SIMD3<Float>, row: CameraGeometry.Row, x: Int) -> LinearColour {
        let reach = Float(row.pixelWidthMetres)
        let across = (Float(x) + 0.5 - Float(width) / 2) * reach
        if row.steepness > CameraGeometry.lowestRay,
            Float(row.z) < shore.distance + shore.skew * across
        {
            let tuft = bodyClouds.cell(SIMD2(across, Float(row.z)) * 7)
            return LinearColour(0.16, 0.15, 0.09) * (0.6 + 0.8 * CellularNoise.share(tuft.bits, 20))
        }
        return shore.light(from: SIMD3(0, Float(camera.heightMetres), 0), ray: ray)
    }
}
