import Vocabulary

extension ViewGeometry {
    /// Standard deviation of a control point in the picture, each way, in pixels.
    static let pixelSigma = 2.0
    /// Standard deviation of a control point on the plan, each way, in metres.
    static let metreSigma = 0.05
    /// Standard deviation of a tilt, in degrees.
    static let tiltSigmaDegrees = 0.5
    /// Standard deviation of a camera's height, in parts of it.
    static let heightSigmaShare = 0.03

    /// The geometry with one of its numbers a standard deviation too low and too high, for each
    /// number that was measured.
    ///
    /// The numbers err independently. The field of view and the roll count as exact.
    var disturbances: [(low: ViewGeometry, high: ViewGeometry)] {
        switch survey {
        case .controlPoints(let survey):
            survey.points.indices.flatMap { index in
                [
                    disturbed(survey, index, \.pixel.x, by: Self.pixelSigma),
                    disturbed(survey, index, \.pixel.y, by: Self.pixelSigma),
                    disturbed(survey, index, \.metres.x, by: Self.metreSigma),
                    disturbed(survey, index, \.metres.y, by: Self.metreSigma),
                ]
            }
        case .pose(let pose):
            [
                disturbed(pose, \.tiltDegrees, by: Self.tiltSigmaDegrees),
                disturbed(pose, \.heightMetres, by: Self.heightSigmaShare * pose.heightMetres),
            ]
        }
    }

    private func disturbed(
        _ survey: ControlPointSurvey, _ index: Int, _ number: WritableKeyPath<ControlPoint, Double>,
        by sigma: Double
    ) -> (low: ViewGeometry, high: ViewGeometry) {
        func moved(by offset: Double) -> ViewGeometry {
            var moved = survey
            moved.points[index][keyPath: number] += offset
            return ViewGeometry(.controlPoints(moved), waterLevelMetres: waterLevelMetres)
        }
        return (moved(by: -sigma), moved(by: sigma))
    }

    private func disturbed(
        _ pose: CameraPose, _ number: WritableKeyPath<CameraPose, Double>, by sigma: Double
    ) -> (low: ViewGeometry, high: ViewGeometry) {
        func moved(by offset: Double) -> ViewGeometry {
            var moved = pose
            moved[keyPath: number] += offset
            return ViewGeometry(.pose(moved), waterLevelMetres: waterLevelMetres)
        }
        return (moved(by: -sigma), moved(by: sigma))
    }
}
