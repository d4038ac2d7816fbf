import Imaging
import Sampling
import Testing
import Vocabulary

@Suite struct ZoneCacheTests {
    private let outline = ZoneOutline.polygon(
        width: 100, height: 100,
        points: [(0, 0), (50, 0), (50, 100), (0, 100)].map { PicturePoint(x: $0, y: $1) })

    @Test("the same outline on the same size is rasterised once")
    func keeps() {
        var cache = ZoneCache()
        let first = cache.zone(for: outline, width: 200, height: 100)
        #expect(cache.zone(for: outline, width: 200, height: 100) === first)
        #expect(cache.zone(for: outline, width: 400, height: 100) !== first)
        #expect(first.zone.pixelCount == 50 * 50)
    }

    @Test("the same outline with another geometry is another zone")
    func geometries() {
        var cache = ZoneCache()
        let plain = cache.zone(for: outline, width: 200, height: 100)
        #expect(plain.areas == nil)
        func looking(down tilt: Double) -> ViewGeometry {
            ViewGeometry(
                .pose(
                    CameraPose(
                        heightMetres: 6, tiltDegrees: tilt, horizontalFieldOfViewDegrees: 40)))
        }
        let steep = cache.zone(for: outline, geometry: looking(down: 60), width: 200, height: 100)
        #expect(steep !== plain && steep.problem == nil)
        #expect(
            cache.zone(for: outline, geometry: looking(down: 60), width: 200, height: 100)
                === steep)
        let straight = cache.zone(
            for: outline, geometry: looking(down: 90), width: 200, height: 100)
        // Straight down, half of a picture that is 2 · 6 m · tan 20° wide and half as high.
        let wide = 4.367642
        #expect(abs((straight.areas?.squareMetres ?? 0) - wide * wide / 4) < 1e-5)
        #expect((steep.areas?.squareMetres ?? 0) > wide * wide / 4)
    }

    @Test("a geometry that can't measure the zone is a problem of its own")
    func badGeometry() {
        var cache = ZoneCache()
        let flat = ViewGeometry(
            .pose(
                CameraPose(heightMetres: 6, tiltDegrees: 2, horizontalFieldOfViewDegrees: 40)))
        let entry = cache.zone(for: outline, geometry: flat, width: 200, height: 100)
        #expect(entry.problem?.reason == .badGeometry)
        #expect(entry.problem?.detail.contains("horizon") == true)
        #expect(entry.areas == nil)
    }

    @Test("the zone that was not used for longest makes room")
    func evicts() {
        var cache = ZoneCache(countMax: 2)
        let first = cache.zone(for: outline, width: 20, height: 20)
        let second = cache.zone(for: outline, width: 30, height: 20)
        _ = cache.zone(for: outline, width: 20, height: 20)
        _ = cache.zone(for: outline, width: 40, height: 20)
        #expect(cache.zone(for: outline, width: 20, height: 20) === first)
        #expect(cache.zone(for: outline, width: 30, height: 20) !== second)
    }

    @Test("without an outline it is the whole picture")
    func whole() {
        var cache = ZoneCache()
        let entry = cache.zone(for: nil, width: 33, height: 20)
        #expect(entry.zone.pixelCount == 17 * 10 && entry.problem == nil)
    }

    @Test("a mask that is not there is a problem that names it")
    func missingMask() {
        var cache = ZoneCache()
        let entry = cache.zone(for: .mask(path: "/nowhere/water.png"), width: 20, height: 20)
        #expect(entry.problem?.detail.contains("/nowhere/water.png") == true)
    }
}
