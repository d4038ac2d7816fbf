/// How the pixels of a camera's picture lie on the water: what turns pixels into square metres.
///
/// Coded as one flat object, `{"controlPoints": [{"pixel": [x, y], "metres": [X, Y]}, …], "width":
/// 1920, "height": 1080}` or `{"cameraHeightMetres": 6, "tiltDegrees": 20,
/// "horizontalFieldOfViewDegrees": 70}`.
public struct ViewGeometry: Hashable, Sendable {
    /// What was measured on site.
    public var survey: Survey
    /// How much higher the water stands now than at the survey; negative when it is lower.
    public var waterLevelMetres: Double

    /// What was measured on site.
    public enum Survey: Hashable, Sendable {
        /// Points of the water's surface, found in the picture and measured on a plan.
        case controlPoints(ControlPointSurvey)
        /// Where the camera hangs and how it looks.
        case pose(CameraPose)
    }

    /// Makes a geometry.
    public init(_ survey: Survey, waterLevelMetres: Double = 0) {
        self.survey = survey
        self.waterLevelMetres = waterLevelMetres
    }

    /// Height of the lens above the water at the survey; `nil` when nobody measured it.
    public var cameraHeightMetres: Double? {
        switch survey {
        case .controlPoints(let survey): survey.cameraHeightMetres
        case .pose(let pose): pose.heightMetres
        }
    }
}

/// Points of the water's surface, found in a picture of one size and measured on a plan.
public struct ControlPointSurvey: Hashable, Sendable {
    /// The points.
    public var points: [ControlPoint]
    /// Width of the picture in which they were found.
    public var width: Int
    /// Height of that picture.
    public var height: Int
    /// Height of the lens above the water at the survey, where it was measured.
    public var cameraHeightMetres: Double?

    /// Makes a survey.
    public init(
        points: [ControlPoint], width: Int, height: Int, cameraHeightMetres: Double? = nil
    ) {
        self.points = points
        self.width = width
        self.height = height
        self.cameraHeightMetres = cameraHeightMetres
    }
}

/// A point of the water's surface that was found in the picture and measured on a plan.
public struct ControlPoint: Codable, Hashable, Sendable {
    /// Where the picture shows it.
    public var pixel: PicturePoint
    /// Where it lies.
    public var metres: WaterPoint

    /// Makes a point.
    public init(pixel: PicturePoint, metres: WaterPoint) {
        self.pixel = pixel
        self.metres = metres
    }
}

/// Where a camera hangs and how it looks: a pinhole with square pixels, its axis in the middle.
public struct CameraPose: Hashable, Sendable {
    /// Height of the lens above the water.
    public var heightMetres: Double
    /// How far the optical axis looks down from the level.
    public var tiltDegrees: Double
    /// Angle between the left and the right edge of the picture.
    public var horizontalFieldOfViewDegrees: Double
    /// How far the camera is turned clockwise about its axis; the horizon then rises to the right.
    public var rollDegrees: Double

    /// Makes a pose.
    public init(
        heightMetres: Double, tiltDegrees: Double, horizontalFieldOfViewDegrees: Double,
        rollDegrees: Double = 0
    ) {
        self.heightMetres = heightMetres
        self.tiltDegrees = tiltDegrees
        self.horizontalFieldOfViewDegrees = horizontalFieldOfViewDegrees
        self.rollDegrees = rollDegrees
    }
}
