import Foundation
import Imaging
import Testing
import Vocabulary

@Suite("From the picture to the water and back") struct HomographyTests {
    /// Points of a 1080p picture that the mast sees on the water.
    static let pixels = [(960.0, 540.0), (10, 1070), (1900, 300), (400, 250), (1500, 800)]
        .map { PicturePoint(x: $0.0, y: $0.1) }
    static let poses = [
        SurveyedView.mast,
        CameraPose(
            heightMetres: 10, tiltDegrees: 30, horizontalFieldOfViewDegrees: 60, rollDegrees: 4),
        CameraPose(
            heightMetres: 4, tiltDegrees: 25, horizontalFieldOfViewDegrees: 90, rollDegrees: -7),
        CameraPose(heightMetres: 12, tiltDegrees: 90, horizontalFieldOfViewDegrees: 50),
    ]

    @Test("the optical axis meets the water at height / tan(tilt)")
    func axis() throws {
        let point = try #require(
            try SurveyedView.homography().waterPoint(at: PicturePoint(x: 960, y: 540)))
        #expect(abs(point.x) < 1e-9)
        #expect(abs(point.y - 6 / tan(20 * Double.pi / 180)) < 1e-9)
    }

    @Test("a pixel has h²/(f² q³) of water", arguments: pixels)
    func closedForm(pixel: PicturePoint) throws {
        let homography = try SurveyedView.homography()
        let focal = 960 / tan(35 * Double.pi / 180)
        let down = (pixel.y - 540) / focal
        let steepness = sin(20 * Double.pi / 180) + down * cos(20 * Double.pi / 180)
        #expect(abs(homography.nearness(at: pixel) - steepness) < 1e-12)
        let area = try #require(homography.pixelSquareMetres(at: pixel))
        #expect(abs(area / (36 / (focal * focal * pow(steepness, 3))) - 1) < 1e-12)
    }

    @Test("the area of a pixel is the Jacobian's determinant", arguments: poses)
    func jacobian(pose: CameraPose) throws {
        let homography = try SurveyedView.homography(pose)
        for pixel in Self.pixels {
            func water(_ dx: Double, _ dy: Double) throws -> WaterPoint {
                try #require(
                    homography.waterPoint(at: PicturePoint(x: pixel.x + dx, y: pixel.y + dy)))
            }
            let step = 1e-3
            let (left, right) = (try water(-step, 0), try water(step, 0))
            let (above, below) = (try water(0, -step), try water(0, step))
            let determinant =
                ((right.x - left.x) * (below.y - above.y)
                    - (right.y - left.y) * (below.x - above.x)) / (4 * step * step)
            let area = try #require(homography.pixelSquareMetres(at: pixel))
            #expect(abs(abs(determinant) / area - 1) < 1e-5)
            #expect(determinant < 0, "a plan's y runs against the rows")
        }
    }

    @Test("a point of the water is seen where it came from", arguments: poses)
    func roundTrip(pose: CameraPose) throws {
        let homography = try SurveyedView.homography(pose)
        for pixel in Self.pixels {
            let water = try #require(homography.waterPoint(at: pixel))
            let seen = try #require(homography.picturePoint(of: water))
            #expect(abs(seen.x - pixel.x) < 1e-6 && abs(seen.y - pixel.y) < 1e-6)
        }
    }

    @Test("a camera that is turned clockwise sees the horizon rise to the right")
    func roll() throws {
        var pose = SurveyedView.mast
        pose.rollDegrees = 5
        let homography = try SurveyedView.homography(pose)
        // The nearer to the horizon, the smaller.
        #expect(
            homography.nearness(at: PicturePoint(x: 100, y: 540))
                < homography.nearness(at: PicturePoint(x: 1800, y: 540)))
    }

    @Test("sky and what lies behind the camera are nowhere")
    func nowhere() throws {
        let homography = try SurveyedView.homography()
        #expect(homography.waterPoint(at: PicturePoint(x: 960, y: 0)) == nil)
        #expect(homography.pixelSquareMetres(at: PicturePoint(x: 960, y: 0)) == nil)
        #expect(homography.picturePoint(of: WaterPoint(x: 0, y: -30)) == nil)
        #expect(
            homography.squareMetres(
                of: [(0, 0), (960, 900), (1900, 900)].map { PicturePoint(x: $0.0, y: $0.1) })
                == nil)
    }

    @Test("four control points give back the very homography", arguments: poses)
    func exact(pose: CameraPose) throws {
        let truth = try SurveyedView.homography(pose)
        let plan = [(60.0, 1000.0), (1800, 900), (1700, 350), (300, 380)]
            .compactMap { truth.waterPoint(at: PicturePoint(x: $0.0, y: $0.1)) }
        let found = try SurveyedView.view(SurveyedView.survey(plan, from: pose)).homography
        for pixel in Self.pixels {
            let (a, b) = (truth.waterPoint(at: pixel), found.waterPoint(at: pixel))
            let (true_, seen) = (try #require(a), try #require(b))
            #expect(abs(true_.x - seen.x) < 1e-7 && abs(true_.y - seen.y) < 1e-7)
            let areas = (
                try #require(truth.pixelSquareMetres(at: pixel)),
                try #require(found.pixelSquareMetres(at: pixel))
            )
            #expect(abs(areas.0 / areas.1 - 1) < 1e-8)
        }
    }

    @Test("a national grid loses no digits")
    func farOrigin() throws {
        var survey = try SurveyedView.survey(SurveyedView.reach)
        for index in survey.points.indices {
            survey.points[index].metres.x += 512_345.25
            survey.points[index].metres.y += 4_876_543.5
        }
        let polygon = try SurveyedView.polygon()
        let area = try SurveyedView.view(survey).measure(polygon).squareMetres
        #expect(abs(area - 406) < 1e-4)
    }

    @Test("many points are fitted by least squares: errors average out")
    func leastSquares() throws {
        let plan = SurveyedView.plan(
            (-4, 9), (4, 9), (10, 38), (-10, 38), (-7, 20), (7, 20), (0, 9), (0, 38), (5, 14))
        var survey = try SurveyedView.survey(plan)
        for index in survey.points.indices {
            survey.points[index].pixel.x += index.isMultiple(of: 2) ? 1 : -1
            survey.points[index].pixel.y += index.isMultiple(of: 3) ? -1 : 0.5
        }
        let area = try SurveyedView.view(survey).measure(try SurveyedView.polygon()).squareMetres
        #expect(abs(area / 406 - 1) < 0.01)
        #expect(abs(area / 406 - 1) > 1e-6)
    }

    @Test("control points hold for pictures of other sizes")
    func otherSize() throws {
        let survey = try SurveyedView.survey(SurveyedView.reach)
        let small = try WaterView(ViewGeometry(.controlPoints(survey)), width: 640, height: 360)
        let polygon = try SurveyedView.polygon().map { PicturePoint(x: $0.x / 3, y: $0.y / 3) }
        #expect(abs(try small.measure(polygon).squareMetres - 406) < 1e-6)
    }
}
