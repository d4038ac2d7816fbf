import Imaging
import Testing
import Vocabulary

@Suite("Bad geometry is refused with the reason") struct GeometryRefusalTests {
    private func refusal(
        _ plan: [WaterPoint] = SurveyedView.reach, _ change: (inout ControlPointSurvey) -> Void
    ) throws -> GeometryError? {
        var survey = try SurveyedView.survey(plan)
        change(&survey)
        return refusal(ViewGeometry(.controlPoints(survey)))
    }

    private func refusal(_ geometry: ViewGeometry) -> GeometryError? {
        do throws(GeometryError) {
            _ = try WaterView(geometry, width: 1920, height: 1080)
            return nil
        } catch {
            return error
        }
    }

    @Test("good points are not")
    func good() throws {
        #expect(try refusal { _ in } == nil)
        #expect(try refusal(GeometryNoiseTests.ring) { _ in } == nil)
    }

    @Test("too few or too many points")
    func count() throws {
        #expect(try refusal { $0.points.removeLast() } == .tooFewPoints(3))
        #expect(try refusal { $0.points = [] } == .tooFewPoints(0))
        #expect(
            try refusal {
                $0.points = (0..<51).flatMap { [points = $0.points] _ in points }
            } == .tooManyPoints(204, limit: 200))
    }

    @Test("three of four points on one line, or twice the same point")
    func line() throws {
        let line = SurveyedView.plan((-4, 9), (0, 9), (10, 38), (4, 9))
        #expect(try refusal(line) { _ in } == .pointsInLine(first: 1, second: 2, third: 4))
        #expect(
            try refusal { $0.points[3] = $0.points[0] }
                == .pointsInLine(first: 1, second: 2, third: 4))
    }

    @Test("five points of which four lie on one line")
    func fiveInLine() throws {
        let line = SurveyedView.plan((-4, 9), (0, 9), (2, 9), (4, 9), (10, 38))
        #expect(try refusal(line) { _ in } == .pointsOnLines)
        #expect(
            try refusal { survey in
                survey.points = [ControlPoint](repeating: survey.points[0], count: 6)
            } == .pointsOnLines)
    }

    @Test("exchanged points are of no camera")
    func exchanged() throws {
        #expect(
            try refusal { survey in
                let first = survey.points[0].metres
                survey.points[0].metres = survey.points[1].metres
                survey.points[1].metres = first
            } == .pointsExchanged)
    }

    @Test("north before east mirrors the plan")
    func mirrored() throws {
        #expect(
            try refusal { survey in
                for index in survey.points.indices {
                    let metres = survey.points[index].metres
                    survey.points[index].metres = WaterPoint(x: metres.y, y: metres.x)
                }
            } == .mirrored)
    }

    @Test("a plan may be turned and moved as it likes")
    func turned() throws {
        #expect(
            try refusal { survey in
                for index in survey.points.indices {
                    let metres = survey.points[index].metres
                    survey.points[index].metres = WaterPoint(x: 70 - metres.y, y: metres.x - 900)
                }
            } == nil)
    }

    @Test("a sixth point that is 20 pixels off contradicts the others")
    func contradictory() throws {
        let error = try refusal(GeometryNoiseTests.ring) { $0.points[5].pixel.y += 20 }
        guard case .contradictory(let pixels, let limit, let suspect) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(pixels > 3 && pixels < 20 && limit == 3 && suspect == 6)
    }

    @Test("numbers that are none", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(number: Double) throws {
        #expect(try refusal { $0.points[1].pixel.x = number } == .notFinite)
        #expect(try refusal { $0.points[2].metres.y = number } == .notFinite)
        var pose = SurveyedView.mast
        pose.tiltDegrees = number
        #expect(refusal(ViewGeometry(.pose(pose))) == .notFinite)
        #expect(
            refusal(ViewGeometry(.pose(SurveyedView.mast), waterLevelMetres: number)) == .notFinite)
    }

    @Test("a picture without a size")
    func size() throws {
        #expect(try refusal { $0.width = 0 } == .noPictureSize(width: 0, height: 1080))
    }

    @Test("poses out of range")
    func ranges() {
        func refusal(
            _ height: Double, _ tilt: Double, _ view: Double, _ roll: Double
        ) -> GeometryError? {
            self.refusal(
                ViewGeometry(
                    .pose(
                        CameraPose(
                            heightMetres: height, tiltDegrees: tilt,
                            horizontalFieldOfViewDegrees: view, rollDegrees: roll))))
        }
        #expect(refusal(6, 20, 70, 0) == nil)
        #expect(refusal(0, 20, 70, 0) == .outOfRange(.cameraHeight, value: 0, limits: 0.5...500))
        #expect(refusal(6, -1, 70, 0) == .outOfRange(.tilt, value: -1, limits: 0...90))
        #expect(refusal(6, 20, 180, 0) == .outOfRange(.fieldOfView, value: 180, limits: 2...140))
        #expect(refusal(6, 20, 70, 60) == .outOfRange(.roll, value: 60, limits: -45...45))
    }

    @Test("a water level needs the camera's height, and room below it")
    func level() throws {
        let survey = try SurveyedView.survey(SurveyedView.reach)
        #expect(
            refusal(ViewGeometry(.controlPoints(survey), waterLevelMetres: 0.3))
                == .levelWithoutHeight)
        #expect(
            refusal(ViewGeometry(.pose(SurveyedView.mast), waterLevelMetres: 5.8))
                == .levelAtCamera(levelMetres: 5.8, cameraHeightMetres: 6))
    }

    @Test("a zone that reaches the horizon or is seen too flat")
    func horizon() throws {
        let view = try WaterView(ViewGeometry(.pose(SurveyedView.mast)), width: 1920, height: 1080)
        func refusal(topRow: Double) -> GeometryError? {
            do throws(GeometryError) {
                _ = try view.measure(
                    [(100, topRow), (1800, topRow), (1800, 900), (100, 900)]
                        .map { PicturePoint(x: $0.0, y: $0.1) })
                return nil
            } catch {
                return error
            }
        }
        // The horizon is in row 41; 0.05 m² a pixel are reached in row 146.
        #expect(refusal(topRow: 30) == .horizonInZone(x: 100, y: 30))
        #expect(refusal(topRow: 160) == nil)
        guard case .grazing(100, 130, let squareMetres) = refusal(topRow: 130) else {
            Issue.record("row 130 is taken")
            return
        }
        #expect(squareMetres > 0.05)
    }

    @Test("a raster is refused like its polygon")
    func raster() {
        #expect(throws: GeometryError.horizonInZone(x: 1, y: 1)) {
            _ = try ZoneAreas(
                of: .whole(width: 1920, height: 1080),
                seenBy: ViewGeometry(.pose(SurveyedView.mast)))
        }
    }

    @Test("each refusal says what is wrong, and what to do")
    func sentences() {
        let errors: [GeometryError] = [
            .notFinite, .noPictureSize(width: 0, height: 9), .tooFewPoints(1), .tooFewPoints(3),
            .tooManyPoints(300, limit: 200), .pointsInLine(first: 1, second: 2, third: 4),
            .pointsOnLines, .pointsExchanged, .mirrored,
            .contradictory(pixels: 4.26, limit: 3, suspect: 2),
            .uncertain(relativeSigma: 0.234, limit: 0.1),
            .uncertain(relativeSigma: .infinity, limit: 0.1),
            .outOfRange(.roll, value: 60, limits: -45...45), .levelWithoutHeight,
            .levelAtCamera(levelMetres: 5.75, cameraHeightMetres: 6),
            .horizonInZone(x: 4, y: 9), .grazing(x: 4, y: 9, squareMetres: 0.061),
        ]
        for error in errors {
            let parts = error.description.split(separator: "; ")
            #expect(parts.count == 2, "\(error.description)")
            #expect(!error.description.hasSuffix("."))
        }
        #expect(
            GeometryError.contradictory(pixels: 4.26, limit: 3, suspect: 2).description.contains(
                "by 4.3 pixels, more than 3;"))
        #expect(
            GeometryError.uncertain(relativeSigma: 0.234, limit: 0.1).description.contains(
                "± 23 % only, worse than 10 %;"))
    }
}
