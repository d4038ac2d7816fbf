extension ViewGeometry: Codable {
    private enum CodingKeys: String, CodingKey {
        case controlPoints, width, height
        case cameraHeightMetres, tiltDegrees, horizontalFieldOfViewDegrees, rollDegrees
        case waterLevelMetres
    }

    /// Reads the flat object; control points, where there are any, make the survey.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let points = try container.decodeIfPresent([ControlPoint].self, forKey: .controlPoints) {
            survey = .controlPoints(
                ControlPointSurvey(
                    points: points,
                    width: try container.decode(Int.self, forKey: .width),
                    height: try container.decode(Int.self, forKey: .height),
                    cameraHeightMetres: try container.decodeIfPresent(
                        Double.self, forKey: .cameraHeightMetres)))
        } else {
            survey = .pose(
                CameraPose(
                    heightMetres: try container.decode(Double.self, forKey: .cameraHeightMetres),
                    tiltDegrees: try container.decode(Double.self, forKey: .tiltDegrees),
                    horizontalFieldOfViewDegrees: try container.decode(
                        Double.self, forKey: .horizontalFieldOfViewDegrees),
                    rollDegrees: try container.decodeIfPresent(
                        Double.self, forKey: .rollDegrees) ?? 0))
        }
        waterLevelMetres =
            try container.decodeIfPresent(Double.self, forKey: .waterLevelMetres) ?? 0
    }

    /// Writes the flat object; what is zero or unknown is left out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch survey {
        case .controlPoints(let survey):
            try container.encode(survey.points, forKey: .controlPoints)
            try container.encode(survey.width, forKey: .width)
            try container.encode(survey.height, forKey: .height)
            try container.encodeIfPresent(survey.cameraHeightMetres, forKey: .cameraHeightMetres)
        case .pose(let pose):
            try container.encode(pose.heightMetres, forKey: .cameraHeightMetres)
            try container.encode(pose.tiltDegrees, forKey: .tiltDegrees)
            try container.encode(
                pose.horizontalFieldOfViewDegrees, forKey: .horizontalFieldOfViewDegrees)
            if pose.rollDegrees != 0 {
                try container.encode(pose.rollDegrees, forKey: .rollDegrees)
            }
        }
        if waterLevelMetres != 0 {
            try container.encode(waterLevelMetres, forKey: .waterLevelMetres)
        }
    }
}
