public import Vocabulary

/// A geometry made ready for pictures of one size: their homography, and how far it may be wrong.
public struct WaterView: Sendable {
    /// Square metres in a pixel, at a width of 1920, above which water is seen too flat to count.
    public static let pixelSquareMetresMax = 0.05
    /// Slope of a ray (q of a pose) below which water is seen too flat to count.
    public static let steepnessMin = 0.05
    /// Relative standard deviation of a zone's area above which control points are refused.
    public static let relativeSigmaMax = 0.10

    /// From the picture to the water.
    public let homography: Homography
    /// Width of the pictures in pixels.
    public let width: Int
    /// Height of the pictures in pixels.
    public let height: Int
    /// The homographies of the disturbed geometries; `nil` where a disturbance leaves none.
    let disturbed: [(low: Homography?, high: Homography?)]
    /// Whether control points were measured; a pose is never good to 10 %, and says so.
    private let isSurveyed: Bool

    /// Makes a geometry ready.
    ///
    /// - Parameters:
    ///   - geometry: How the camera sees the water.
    ///   - width: Width of the pictures in pixels.
    ///   - height: Height of the pictures in pixels.
    ///   - shift: Pixels by which the pictures lie right of, and below, those of the survey, because
    ///     the camera has turned a little.
    /// - Throws: What is wrong with the geometry, whatever the zone.
    public init(
        _ geometry: ViewGeometry, width: Int, height: Int, shift: (x: Int, y: Int) = (0, 0)
    ) throws(GeometryError) {
        guard width > 0, height > 0 else { throw .noPictureSize(width: width, height: height) }
        try geometry.check()
        self.width = width
        self.height = height
        func homography(_ geometry: ViewGeometry) throws(GeometryError) -> Homography {
            try Homography(geometry, width: width, height: height)
                .shifted(x: Double(shift.x), y: Double(shift.y))
        }
        self.homography = try homography(geometry)
        disturbed = geometry.disturbances.map {
            (try? homography($0.low), try? homography($0.high))
        }
        isSurveyed = if case .controlPoints = geometry.survey { true } else { false }
    }

    /// Checks that a polygon can be measured, and measures it.
    ///
    /// - Parameter polygon: Corners in pixels of a picture of this size.
    /// - Returns: Its square metres, and their relative standard deviation by the geometry alone.
    /// - Throws: ``GeometryError`` when the polygon can't be measured.
    public func measure(
        _ polygon: [PicturePoint]
    ) throws(GeometryError) -> (squareMetres: Double, relativeSigma: Double) {
        for corner in polygon {
            guard corner.x.isFinite, corner.y.isFinite else { throw .notFinite }
            try check(corner)
        }
        guard let area = homography.squareMetres(of: polygon), area > 0 else {
            throw .uncertain(relativeSigma: .infinity, limit: Self.relativeSigmaMax)
        }
        let variance = disturbed.reduce(0.0) { sum, pair in
            guard let low = pair.low?.squareMetres(of: polygon),
                let high = pair.high?.squareMetres(of: polygon)
            else { return .infinity }
            let deviation = (high - low) / (2 * area)
            return sum + deviation * deviation
        }
        let relativeSigma = variance.squareRoot()
        try check(relativeSigma: relativeSigma)
        return (area, relativeSigma)
    }

    /// Checks that the water at a point can be measured.
    func check(_ point: PicturePoint) throws(GeometryError) {
        // Held within a range of integers: a corner may lie absurdly far outside.
        let (x, y) = (
            Int(max(-1e6, min(point.x, 1e6))), Int(max(-1e6, min(point.y, 1e6)))
        )
        guard let area = homography.pixelSquareMetres(at: point) else {
            throw .horizonInZone(x: x, y: y)
        }
        let scale = Double(width) / 1920
        guard area * scale * scale <= Self.pixelSquareMetresMax,
            isSurveyed || homography.nearness(at: point) >= Self.steepnessMin
        else { throw .grazing(x: x, y: y, squareMetres: area) }
    }

    /// Checks that a zone's area is known well enough.
    func check(relativeSigma: Double) throws(GeometryError) {
        let limit = isSurveyed ? Self.relativeSigmaMax : .greatestFiniteMagnitude
        guard relativeSigma <= limit else {
            throw .uncertain(relativeSigma: relativeSigma, limit: Self.relativeSigmaMax)
        }
    }
}

extension Homography {
    /// The homography of a geometry, for pictures of this size; control points are scaled to it.
    fileprivate init(_ geometry: ViewGeometry, width: Int, height: Int) throws(GeometryError) {
        let raw: Homography
        switch geometry.survey {
        case .controlPoints(let survey):
            let scale = (
                x: Double(width) / Double(survey.width), y: Double(height) / Double(survey.height)
            )
            raw = try Homography(
                fitting: survey.points.map { point in
                    ControlPoint(
                        pixel: PicturePoint(x: point.pixel.x * scale.x, y: point.pixel.y * scale.y),
                        metres: point.metres)
                })
        case .pose(let pose):
            raw = Homography(pose: pose, width: width, height: height)
        }
        let scale = geometry.levelScale
        guard scale != 1 else {
            self = raw
            return
        }
        var matrix = raw.matrix
        matrix.first *= scale
        matrix.second *= scale
        self.init(matrix, origin: raw.origin)
    }
}
