import Imaging
import Vocabulary

/// How a picture lies on the water: control points, or how the camera hangs.
///
/// `{controlPoints: [{pixel: [x, y], metres: [X, Y]}, …]}` or `{cameraHeightMetres: 6,
/// tiltDegrees: 20, horizontalFieldOfViewDegrees: 70}`.
enum GeometrySection {
    /// The geometry of a zone, checked as far as the outline allows: a mask is read by the sampler
    /// alone.
    ///
    /// - Parameter outline: The zone; `nil` when it has a mistake itself.
    static func shape(for outline: ZoneOutline?) -> Shape<ViewGeometry> {
        Shape { source in
            guard var keys = MappingReader(source, "a geometry") else { return nil }
            let survey =
                keys.has("controlPoints")
                ? controlPoints(&keys, outline) : pose(&keys).map(ViewGeometry.Survey.pose)
            let level = keys.optional("waterLevelMetres", Self.level.located)
            keys.finish()
            guard let survey else { return nil }
            let geometry = ViewGeometry(survey, waterLevelMetres: level?.value ?? 0)
            do throws(GeometryError) {
                try geometry.check()
                try geometry.check(with: outline)
                return geometry
            } catch {
                (error.isAboutLevel ? level?.source ?? source : source).mistake(error)
                return nil
            }
        }
    }

    private static func controlPoints(
        _ keys: inout MappingReader, _ outline: ZoneOutline?
    ) -> ViewGeometry.Survey? {
        let points = keys.required(
            "controlPoints", Self.points,
            example: "controlPoints: [{pixel: [x, y], metres: [X, Y]}, ...]")
        let side = Shape<Int>.count(1...ZoneSection.largestSide, called: "a number of pixels")
        let width = keys.optional("width", side)
        let height = keys.optional("height", side)
        let cameraHeight = keys.optional("cameraHeightMetres", Self.cameraHeight)
        for key in ["tiltDegrees", "horizontalFieldOfViewDegrees", "rollDegrees"]
        where keys.has(key) {
            keys.mistake(
                at: key, "'\(key)' and 'controlPoints' exclude each other",
                "keep the control points or the camera's pose")
            _ = keys.value(key)
        }
        guard let points else { return nil }
        var picture: (width: Int, height: Int)?
        if case .polygon(let width, let height, _) = outline { picture = (width, height) }
        guard let width = width ?? picture?.width, let height = height ?? picture?.height else {
            keys.mistake(
                at: "controlPoints", "the control points do not say of which picture they are",
                "add the width and height of the picture in which they were found")
            return nil
        }
        return .controlPoints(
            ControlPointSurvey(
                points: points, width: width, height: height, cameraHeightMetres: cameraHeight))
    }

    private static func pose(_ keys: inout MappingReader) -> CameraPose? {
        let height = keys.required(
            "cameraHeightMetres", cameraHeight,
            example: "cameraHeightMetres: 6, or controlPoints: [...]")
        let tilt = keys.required(
            "tiltDegrees", degrees(ViewGeometry.tilts, "a tilt"), example: "tiltDegrees: 20")
        let view = keys.required(
            "horizontalFieldOfViewDegrees",
            degrees(ViewGeometry.fieldsOfView, "a horizontal field of view"),
            example: "horizontalFieldOfViewDegrees: 70")
        let roll = keys.optional("rollDegrees", degrees(ViewGeometry.rolls, "a roll"))
        guard let height, let tilt, let view else { return nil }
        return CameraPose(
            heightMetres: height, tiltDegrees: tilt, horizontalFieldOfViewDegrees: view,
            rollDegrees: roll ?? 0)
    }

    private static var points: Shape<[ControlPoint]> {
        Shape { source in
            guard let nodes = source.elements(of: "a list of control points"),
                case let points = nodes.compactMap(Shape(read: point).read),
                points.count == nodes.count
            else { return nil }
            return points
        }
    }

    private static func point(_ source: SourceValue) -> ControlPoint? {
        guard var keys = MappingReader(source, "a control point") else { return nil }
        let pixel = keys.required("pixel", .point, example: "pixel: [640, 410]")
        let metres = keys.required("metres", .waterPoint, example: "metres: [12.5, 31]")
        keys.finish()
        guard let pixel, let metres else { return nil }
        return ControlPoint(pixel: pixel, metres: metres)
    }

    private static var level: Shape<Double> {
        .number(-500...500, called: "a water level", example: "metres above the survey's level")
    }

    private static var cameraHeight: Shape<Double> {
        number(
            ViewGeometry.cameraHeights, of: "metres above the water", called: "a camera's height")
    }

    private static func degrees(_ limits: ClosedRange<Double>, _ what: String) -> Shape<Double> {
        number(limits, of: "degrees", called: what)
    }

    private static func number(
        _ limits: ClosedRange<Double>, of unit: String, called what: String
    ) -> Shape<Double> {
        let bounds = [limits.lowerBound, limits.upperBound].map { bound in
            bound == bound.rounded() ? "\(Int(bound))" : "\(bound)"
        }
        return .number(limits, called: what, example: "\(unit), from \(bounds[0]) to \(bounds[1])")
    }
}

extension ViewGeometry {
    /// Checks the geometry with a polygon, in the picture on which that was drawn.
    fileprivate func check(with outline: ZoneOutline?) throws(GeometryError) {
        guard case .polygon(let width, let height, let points) = outline else { return }
        _ = try WaterView(self, width: width, height: height).measure(points)
    }
}

extension GeometryError {
    fileprivate var isAboutLevel: Bool {
        switch self {
        case .levelWithoutHeight, .levelAtCamera: true
        default: false
        }
    }
}
