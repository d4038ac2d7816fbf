import Imaging
import Vocabulary

/// A camera over a river, and control points that it sees.
enum SurveyedView {
    /// 6 m above the water, 20° down, 70° wide.
    static let mast = CameraPose(
        heightMetres: 6, tiltDegrees: 20, horizontalFieldOfViewDegrees: 70)
    /// Corners of a reach on the plan, 8 to 20 m wide and 9 to 38 m away, anticlockwise.
    static let reach = plan((-4, 9), (4, 9), (10, 38), (-10, 38))

    static func plan(_ points: (Double, Double)...) -> [WaterPoint] {
        points.map { WaterPoint(x: $0.0, y: $0.1) }
    }

    static func homography(
        _ pose: CameraPose = mast, width: Int = 1920, height: Int = 1080
    ) throws -> Homography {
        try WaterView(ViewGeometry(.pose(pose)), width: width, height: height).homography
    }

    /// Control points at these points of the plan, without any error.
    static func survey(
        _ plan: [WaterPoint], from pose: CameraPose = mast, width: Int = 1920, height: Int = 1080
    ) throws -> ControlPointSurvey {
        let homography = try homography(pose, width: width, height: height)
        let points = plan.compactMap { metres in
            homography.picturePoint(of: metres).map { ControlPoint(pixel: $0, metres: metres) }
        }
        return ControlPointSurvey(points: points, width: width, height: height)
    }

    /// The reach as the camera sees it.
    static func polygon(of plan: [WaterPoint] = reach) throws -> [PicturePoint] {
        try survey(plan).points.map(\.pixel)
    }

    static func view(_ survey: ControlPointSurvey) throws(GeometryError) -> WaterView {
        try WaterView(
            ViewGeometry(.controlPoints(survey)), width: survey.width, height: survey.height)
    }
}
