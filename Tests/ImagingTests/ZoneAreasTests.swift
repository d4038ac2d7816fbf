import Imaging
import Testing
import Vocabulary

@Suite("Square metres of a zone") struct ZoneAreasTests {
    /// Water between two distances, over the whole width of a 1080p picture.
    private func zone(_ pose: CameraPose, _ near: Double, _ far: Double) throws -> Zone {
        let homography = try SurveyedView.homography(pose)
        let rows = try [near, far].map { distance in
            try #require(homography.picturePoint(of: WaterPoint(x: 0, y: distance))).y
        }
        return try Zone(
            polygon: [
                (0, rows[1]), (1920, rows[1]), (1920, min(rows[0], 1080)), (0, min(rows[0], 1080)),
            ].map { PicturePoint(x: $0.0, y: $0.1) }, definedForWidth: 1920, height: 1080,
            width: 1920, height: 1080)
    }

    @Test(
        "mats in the far half of the view are a small part of the picture, and most of the water",
        arguments: [
            // Height, tilt, view, reach; cm² of the nearest and farthest pixel; shares in percent.
            (4.0, 15.0, 70.0, 5.0, 40.0, 0.33, 82.0, 13.9, 68.7),
            (6, 20, 70, 7, 40, 0.58, 54, 17.9, 66.1),
            (8, 30, 60, 7, 30, 0.49, 12, 25.8, 62.7),
            (10, 12, 60, 17, 80, 2.5, 186, 19.4, 65.8),
        ])
    func farHalf(
        height: Double, tilt: Double, view: Double, near: Double, far: Double, nearest: Double,
        farthest: Double, ofPicture: Double, ofWater: Double
    ) throws {
        let pose = CameraPose(
            heightMetres: height, tiltDegrees: tilt, horizontalFieldOfViewDegrees: view)
        let homography = try SurveyedView.homography(pose)
        let zone = try zone(pose, near, far)
        let areas = try ZoneAreas(of: zone, seenBy: ViewGeometry(.pose(pose)))
        var mask = Mask(width: 1920, height: 1080)
        var pixels = 0
        for run in zone.runs {
            let centre = PicturePoint(x: 960, y: Double(2 * run.row + 1))
            let isFar = try #require(homography.waterPoint(at: centre)).y > (near + far) / 2
            for x in run.columns { mask[x, run.row] = isFar ? .vegetation : .openWater }
            if isFar { pixels += run.columns.count }
        }
        let found = mask.areas(in: areas)
        #expect(abs(100 * Double(pixels) / Double(zone.pixelCount) - ofPicture) < 0.4)
        #expect(
            abs(100 * found.vegetationSquareMetres / found.zoneSquareMetres - ofWater) < 0.8)
        let rows = zone.bounds.rows
        let ends = try [rows.upperBound - 1, rows.lowerBound].map { row in
            try #require(
                homography.pixelSquareMetres(at: PicturePoint(x: 960, y: Double(2 * row + 1))))
        }
        #expect(abs(ends[0] * 1e4 / nearest - 1) < 0.05)
        #expect(abs(ends[1] * 1e4 / farthest - 1) < 0.05)
    }

    @Test(
        "strips add up to what the pixels add up to", arguments: [0.0, 3, -12],
        [640, 637, 533, 450])
    func strips(roll: Double, width: Int) throws {
        var pose = SurveyedView.mast
        pose.rollDegrees = roll
        let homography = try SurveyedView.homography(pose, width: width, height: 360)
        let zone = try Zone(
            polygon: [(0.05, 0.55), (0.5, 0.45), (0.98, 0.57), (0.7, 0.98), (0.2, 0.9)]
                .map { PicturePoint(x: $0.0, y: $0.1) }, definedForWidth: 1, height: 1,
            width: width, height: 360)
        let areas = try ZoneAreas(of: zone, seenBy: ViewGeometry(.pose(pose)))
        var mask = Mask(width: width, height: 360)
        var (total, plants, judged) = (0.0, 0.0, 0.0)
        for run in zone.runs {
            for x in run.columns {
                let centre = PicturePoint(x: Double(2 * x + 1), y: Double(2 * run.row + 1))
                let area = 4 * (try #require(homography.pixelSquareMetres(at: centre)))
                // Patches of a few pixels, and a hidden left side.
                let isPlant = (x / 7 + run.row / 5).isMultiple(of: 3)
                let isHidden = x < width / 8
                mask[x, run.row] = isHidden ? .unjudged : isPlant ? .vegetation : .openWater
                total += area
                if !isHidden { judged += area }
                if !isHidden, isPlant { plants += area }
            }
        }
        let found = mask.areas(in: areas)
        #expect(abs(found.zoneSquareMetres / total - 1) < 1e-9)
        #expect(abs(found.judgedSquareMetres / judged - 1) < 4e-3)
        #expect(abs(found.vegetationSquareMetres / plants - 1) < 4e-3)
    }

    @Test("a raster has its polygon's area and deviation")
    func polygon() throws {
        let survey = try SurveyedView.survey(GeometryNoiseTests.ring)
        let geometry = ViewGeometry(.controlPoints(survey))
        let polygon = try SurveyedView.polygon()
        // A row of chroma pixels at the far bank is 0.35 m deep, so the raster's edge is coarse.
        let zone = try Zone(
            polygon: polygon, definedForWidth: 1920, height: 1080, width: 1920, height: 1080)
        let areas = try ZoneAreas(of: zone, seenBy: geometry)
        #expect(abs(areas.squareMetres / 406 - 1) < 0.01)
        let exact = try SurveyedView.view(survey).measure(polygon)
        #expect(abs(areas.relativeSigma / exact.relativeSigma - 1) < 0.05)
    }

    @Test("higher water brings the picture nearer: ((h − dz)/h)²", arguments: [0.3, 0.5, 1, -0.5])
    func waterLevel(level: Double) throws {
        let zone = try zone(SurveyedView.mast, 7, 38)
        let pose = ViewGeometry.Survey.pose(SurveyedView.mast)
        var surveyed = try SurveyedView.survey(SurveyedView.reach)
        surveyed.cameraHeightMetres = 6
        for survey in [pose, .controlPoints(surveyed)] {
            let before = try ZoneAreas(of: zone, seenBy: ViewGeometry(survey))
            let after = try ZoneAreas(
                of: zone, seenBy: ViewGeometry(survey, waterLevelMetres: level))
            let scale = (6 - level) / 6
            #expect(abs(after.squareMetres / before.squareMetres - scale * scale) < 1e-9)
        }
        // A camera that hangs lower by as much sees the same.
        var lower = SurveyedView.mast
        lower.heightMetres -= level
        let moved = try ZoneAreas(of: zone, seenBy: ViewGeometry(pose, waterLevelMetres: level))
        let hung = try ZoneAreas(of: zone, seenBy: ViewGeometry(.pose(lower)))
        #expect(abs(moved.squareMetres / hung.squareMetres - 1) < 1e-12)
    }

    @Test("a zone that is moved with the camera keeps its area")
    func shifted() throws {
        let geometry = ViewGeometry(.pose(SurveyedView.mast))
        let zone = try Zone(
            polygon: SurveyedView.polygon(), definedForWidth: 1920, height: 1080, width: 1920,
            height: 1080)
        let moved = try ZoneAreas(
            of: zone.translated(x: -9, y: 12), seenBy: geometry, shift: (-9, 12))
        let still = try ZoneAreas(of: zone, seenBy: geometry)
        #expect(abs(moved.squareMetres / still.squareMetres - 1) < 1e-9)
        #expect(abs(moved.relativeSigma / still.relativeSigma - 1) < 1e-3)
        let notMoved = try ZoneAreas(of: zone.translated(x: -9, y: 12), seenBy: geometry)
        #expect(notMoved.squareMetres < 0.9 * still.squareMetres)
    }

    @Test("mats far away are less certain than mats nearby")
    func deviationByPlace() throws {
        let zone = try zone(SurveyedView.mast, 7, 38)
        let areas = try ZoneAreas(of: zone, seenBy: ViewGeometry(.pose(SurveyedView.mast)))
        let middle = (zone.bounds.rows.lowerBound + zone.bounds.rows.upperBound) / 2
        func relativeSigma(_ isPlant: (Int) -> Bool) -> Double {
            var mask = Mask(width: 1920, height: 1080)
            for run in zone.runs {
                for x in run.columns {
                    mask[x, run.row] = isPlant(run.row) ? .vegetation : .openWater
                }
            }
            return mask.areas(in: areas).relativeSigma
        }
        let near = relativeSigma { $0 > middle }
        let far = relativeSigma { $0 < middle }
        #expect(abs(relativeSigma { _ in true } / areas.relativeSigma - 1) < 1e-9)
        #expect(near < areas.relativeSigma && areas.relativeSigma < far)
        #expect(relativeSigma { _ in false } == 0)
    }
}
