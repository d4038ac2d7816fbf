public import Imaging
public import Vocabulary

/// A river before a camera: everything that one seed decides and no moment changes.
///
/// Making a scene takes about half a second, drawing a frame of 960 × 540 about 50 ms.
public struct RiverScene: Sendable {
    /// The place.
    public let site: RiverSite
    /// The seed.
    public let seed: UInt64
    /// The water as an operator would outline it.
    public let zone: ZoneOutline

    let waves: WaveField
    let sky: Sky
    let backdrop: Backdrop
    let mats: MatField
    let silt: NoiseField
    let sensor: Sensor
    let threshold: MatThreshold
    /// Whether a pixel shows water, covered or not.
    package let isWater: [Bool]
    /// What the other pixels show: colour times opacity, and opacity; the rest is sky.
    let still: [SIMD4<Float>]

    /// Builds a scene.
    ///
    /// - Throws: ``Imaging/ZoneError`` when the camera sees no water that could be outlined.
    /// - Precondition: Width and height of the picture are even and positive.
    public init(site: RiverSite, seed: UInt64) throws(ZoneError) {
        let camera = site.camera
        precondition(
            camera.width > 0 && camera.height > 0 && camera.width % 2 == 0
                && camera.height % 2 == 0,
            "4:2:0 pictures have an even width and height")
        self.site = site
        self.seed = seed
        zone = site.banks.outline(seenBy: camera)
        let raster = try Self.raster(zone, camera: camera)
        var random = SplitMix64(seed: seed, stream: "waves")
        waves = WaveField(random: &random)
        random = SplitMix64(seed: seed, stream: "sky")
        sky = Sky(random: &random)
        random = SplitMix64(seed: seed, stream: "backdrop")
        let backdrop = Backdrop(site: site, random: &random)
        self.backdrop = backdrop
        random = SplitMix64(seed: seed, stream: "sensor")
        sensor = Sensor(random: &random)
        random = SplitMix64(seed: seed, stream: "silt")
        silt = NoiseField(size: 128, persistence: 0.5, random: &random)
        random = SplitMix64(seed: seed, stream: "land")
        let land = NearBank(banks: site.banks, random: &random)
        mats = MatField(site: site, seed: seed)
        threshold = MatThreshold(field: mats, zone: raster, camera: camera)
        (isWater, still) = Self.survey(site: site, backdrop: backdrop, land: land)
    }

    private static func raster(
        _ zone: ZoneOutline, camera: CameraGeometry
    ) throws(ZoneError) -> Zone {
        guard case .polygon(let width, let height, let points) = zone else {
            throw .tooFewPoints(0)
        }
        return try Zone(
            polygon: points, definedForWidth: width, height: height, width: camera.width,
            height: camera.height)
    }

    /// The mats that cover a share of the zone's pixels.
    package func cover(_ coverage: Double) -> MatCover {
        threshold.cover(coverage, field: mats, isWater: isWater)
    }

    /// Looks along the ray of each pixel, at four points of it, for what does not move.
    private static func survey(
        site: RiverSite, backdrop: Backdrop, land: NearBank
    ) -> (isWater: [Bool], still: [SIMD4<Float>]) {
        let camera = site.camera
        var isWater = [Bool](repeating: false, count: camera.width * camera.height)
        var still = [SIMD4<Float>](repeating: .zero, count: isWater.count)
        for y in 0..<camera.height {
            for x in 0..<camera.width {
                let index = y * camera.width + x
                let centre = PicturePoint(x: Double(x) + 0.5, y: Double(y) + 0.5)
                if let (across, away) = camera.waterPoint(at: centre),
                    site.banks.metresBeforeFar(x: across, z: away) > 0,
                    land.metresBeyondEdge(x: across, z: away) > 0
                {
                    isWater[index] = true
                    continue
                }
                for part in 0..<4 {
                    let point = PicturePoint(
                        x: centre.x + (part % 2 == 0 ? -0.25 : 0.25),
                        y: centre.y + (part < 2 ? -0.25 : 0.25))
                    still[index] +=
                        colour(at: point, site: site, backdrop: backdrop, land: land) / 4
                }
            }
        }
        return (isWater, still)
    }

    private static func colour(
        at point: PicturePoint, site: RiverSite, backdrop: Backdrop, land: NearBank
    ) -> SIMD4<Float> {
        let camera = site.camera
        if let (across, away) = camera.waterPoint(at: point),
            site.banks.metresBeforeFar(x: across, z: away) > 0
        {
            return SIMD4(land.albedo(x: across, z: away), 1)
        }
        let row = camera.row(at: point.y)
        return backdrop.meet(
            x: 0, y: Float(camera.heightMetres), z: 0,
            right: Float((point.x - Double(camera.width) / 2) / camera.focalPixels),
            up: Float(-row.steepness), forward: Float(row.forward))
    }
}
