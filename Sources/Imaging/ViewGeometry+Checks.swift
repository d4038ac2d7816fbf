public import Vocabulary

extension ViewGeometry {
    /// Control points that are looked at, at most.
    public static let pointsMax = 200
    /// Pixels by which more than four control points may contradict each other (root mean square).
    public static let reprojectionMax = 3.0
    /// Heights of a lens above the water that are possible, in metres.
    public static let cameraHeights = 0.5...500.0
    /// Tilts that are possible, in degrees.
    public static let tilts = 0.0...90.0
    /// Horizontal fields of view that a pinhole can stand for, in degrees.
    public static let fieldsOfView = 2.0...140.0
    /// Rolls that are possible, in degrees.
    public static let rolls = -45.0...45.0

    /// Checks all that can be checked without a zone.
    public func check() throws(GeometryError) {
        switch survey {
        case .controlPoints(let survey): try survey.check()
        case .pose(let pose): try pose.check()
        }
        try checkWaterLevel()
    }

    private func checkWaterLevel() throws(GeometryError) {
        guard waterLevelMetres.isFinite else { throw .notFinite }
        guard waterLevelMetres != 0 else { return }
        guard let height = cameraHeightMetres else { throw .levelWithoutHeight }
        guard Self.cameraHeights.contains(height - waterLevelMetres) else {
            throw .levelAtCamera(levelMetres: waterLevelMetres, cameraHeightMetres: height)
        }
    }

    /// By how much the water's level changes the metres of the survey: (h − dz)/h.
    ///
    /// Similar triangles from the lens: what lay at X when the water was h below it lies at
    /// X (h − dz)/h now.
    var levelScale: Double {
        guard let height = cameraHeightMetres, waterLevelMetres != 0 else { return 1 }
        return (height - waterLevelMetres) / height
    }
}

extension CameraPose {
    fileprivate func check() throws(GeometryError) {
        try heightMetres.check(.cameraHeight, within: ViewGeometry.cameraHeights)
        try tiltDegrees.check(.tilt, within: ViewGeometry.tilts)
        try horizontalFieldOfViewDegrees.check(.fieldOfView, within: ViewGeometry.fieldsOfView)
        try rollDegrees.check(.roll, within: ViewGeometry.rolls)
    }
}

extension ControlPointSurvey {
    /// The least height of a triangle of control points, in parts of its longest side.
    private static let triangleHeightMin = 0.01

    fileprivate func check() throws(GeometryError) {
        guard width > 0, height > 0 else { throw .noPictureSize(width: width, height: height) }
        guard points.count >= 4 else { throw .tooFewPoints(points.count) }
        guard points.count <= ViewGeometry.pointsMax else {
            throw .tooManyPoints(points.count, limit: ViewGeometry.pointsMax)
        }
        for point in points {
            let numbers = [point.pixel.x, point.pixel.y, point.metres.x, point.metres.y]
            guard numbers.allSatisfy(\.isFinite) else { throw .notFinite }
        }
        if let cameraHeightMetres {
            try cameraHeightMetres.check(.cameraHeight, within: ViewGeometry.cameraHeights)
        }
        if points.count == 4 { try checkLines() }
        let homography = try Homography(fitting: points)
        // Rows of a picture count downwards and a plan's y upwards, so the turn is negative.
        guard homography.determinant < 0 else { throw .mirrored }
        guard points.count > 4 else { return }
        let pixels = homography.reprojectionRMS(of: points)
        guard pixels <= ViewGeometry.reprojectionMax else {
            throw .contradictory(
                pixels: pixels, limit: ViewGeometry.reprojectionMax,
                suspect: suspect.map { $0 + 1 })
        }
    }

    /// The point without which the others agree best; four always agree, so there must be six.
    private var suspect: Int? {
        guard points.count > 5 else { return nil }
        let left = points.indices.map { index in
            var others = points
            others.remove(at: index)
            return (try? Homography(fitting: others))?.reprojectionRMS(of: others) ?? .infinity
        }
        return left.indices.min { left[$0] < left[$1] }
    }

    /// Three of just four points on one line leave the fourth to fix two directions alone.
    private func checkLines() throws(GeometryError) {
        for left in [[0, 1, 2], [0, 1, 3], [0, 2, 3], [1, 2, 3]] {
            let seen = left.map { SIMD2(points[$0].pixel.x, points[$0].pixel.y) }
            let measured = left.map { SIMD2(points[$0].metres.x, points[$0].metres.y) }
            guard
                Self.relativeHeight(seen) < Self.triangleHeightMin
                    || Self.relativeHeight(measured) < Self.triangleHeightMin
            else { continue }
            throw .pointsInLine(first: left[0] + 1, second: left[1] + 1, third: left[2] + 1)
        }
    }

    /// The smallest height of a triangle in parts of its longest side; 0 for a single point.
    private static func relativeHeight(_ corners: [SIMD2<Double>]) -> Double {
        let sides = [corners[1] - corners[0], corners[2] - corners[0], corners[2] - corners[1]]
        let longestSquared = sides.map { ($0 * $0).sum() }.max() ?? 0
        guard longestSquared > 0 else { return 0 }
        return abs(sides[0].x * sides[1].y - sides[0].y * sides[1].x) / longestSquared
    }
}

extension Double {
    fileprivate func check(
        _ number: GeometryError.PoseNumber, within limits: ClosedRange<Double>
    ) throws(GeometryError) {
        guard isFinite else { throw .notFinite }
        guard limits.contains(self) else {
            throw .outOfRange(number, value: self, limits: limits)
        }
    }
}
