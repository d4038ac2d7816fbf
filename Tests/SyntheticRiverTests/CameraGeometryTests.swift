import SyntheticRiver
import Testing
import Vocabulary

@Suite struct CameraGeometryTests {
    private let camera = RiverSite.canal(width: 960, height: 540).camera

    @Test(
        "the area of a pixel is that of its four corners on the water",
        arguments: [
            (480.0, 530.0), (100, 400), (900, 300), (480, 200),
        ])
    func pixelArea(column: Double, row: Double) throws {
        // The shoelace formula over the corners, projected one by one.
        let corners = try [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)].map { dx, dy in
            try #require(camera.waterPoint(at: PicturePoint(x: column + dx, y: row + dy)))
        }
        var twice = 0.0
        for (index, corner) in corners.enumerated() {
            let next = corners[(index + 1) % 4]
            twice += corner.x * next.z - next.x * corner.z
        }
        let area = camera.pixelAreaSquareMetres(atRow: row)
        #expect(abs(abs(twice) / 2 / area - 1) < 0.001)
    }

    @Test("a point of the water is seen where its ray leaves the picture")
    func roundTrip() throws {
        for point in [
            PicturePoint(x: 10, y: 535), PicturePoint(x: 480, y: 270), PicturePoint(x: 950, y: 190),
        ] {
            let (x, z) = try #require(camera.waterPoint(at: point))
            let seen = try #require(camera.picturePoint(x: x, y: 0, z: z))
            #expect(abs(seen.x - point.x) < 1e-6)
            #expect(abs(seen.y - point.y) < 1e-6)
        }
    }

    @Test("above the horizon there is no water")
    func horizon() {
        #expect(camera.waterPoint(at: PicturePoint(x: 480, y: 0)) == nil)
        #expect(camera.pixelAreaSquareMetres(atRow: 0) == 0)
        #expect(camera.picturePoint(x: 0, y: 7, z: -5) == nil)
    }

    @Test("the optical axis meets the water at height / tan(tilt)")
    func axis() throws {
        var steep = camera
        steep.tiltDegrees = 45
        let (x, z) = try #require(steep.waterPoint(at: PicturePoint(x: 480, y: 270)))
        #expect(abs(x) < 1e-9)
        #expect(abs(z - steep.heightMetres) < 1e-9)
    }

    @Test("the outline lies in the water", arguments: [(960, 540), (640, 360), (160, 90)])
    func outline(width: Int, height: Int) throws {
        let scene = try RiverScene(site: .canal(width: width, height: height), seed: 1)
        guard case .polygon(width, height, let points) = scene.zone else {
            Issue.record("the zone is no polygon of the picture's size")
            return
        }
        #expect(points.count >= 8)
        for point in points {
            let index = Int(point.y - 0.5) * width + Int(point.x - 0.5)
            #expect(scene.isWater[index], "\(point.x), \(point.y) is on land")
        }
    }
}
