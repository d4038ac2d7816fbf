import Imaging
import SyntheticRiver
import Testing
import Vocabulary

@Suite("Square metres of a rendered river") struct GroundCoverageTests {
    @Test(
        "a true mask, weighed by the camera's geometry, gives the share of the ground",
        arguments: [0.02, 0.1, 0.3, 0.7])
    func ground(coverage: Double) throws {
        let camera = RiverSite.canal(width: 640, height: 360).camera
        let scene = try RiverScene(site: .canal(width: 640, height: 360), seed: 3)
        guard case .polygon(let width, let height, let points) = scene.zone else {
            Issue.record("the zone is no polygon")
            return
        }
        let zone = try Zone(
            polygon: points, definedForWidth: width, height: height, width: width, height: height)
        let areas = try ZoneAreas(
            of: zone,
            seenBy: ViewGeometry(
                .pose(
                    CameraPose(
                        heightMetres: camera.heightMetres, tiltDegrees: camera.tiltDegrees,
                        horizontalFieldOfViewDegrees: camera.fieldOfViewDegrees))))
        let cover = scene.cover(coverage)
        var mask = Mask(width: width, height: height)
        for run in zone.runs {
            for x in run.columns {
                let pixels = [(0, 0), (1, 0), (0, 1), (1, 1)].map { dx, dy in
                    cover.plantShare[(2 * run.row + dy) * width + 2 * x + dx]
                }
                mask[x, run.row] = pixels.reduce(0, +) > 2 ? .vegetation : .openWater
            }
        }
        let found = mask.areas(in: areas)
        let share = found.vegetationSquareMetres / found.judgedSquareMetres
        // The mask has whole pixels where the picture has soft edges.
        #expect(abs(share - cover.coverageGround) < 0.01)
        #expect(
            abs(cover.coverageImage - cover.coverageGround) > 2 * abs(share - cover.coverageGround),
            "the picture alone says something else")
    }
}
