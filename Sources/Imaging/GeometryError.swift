/// Why a view of the water can't be turned into square metres.
///
/// Control points are numbered from 1.
public enum GeometryError: Error, Hashable, Sendable {
    /// A number is infinite or none.
    case notFinite
    /// The points were found in a picture without a size.
    case noPictureSize(width: Int, height: Int)
    /// A plane needs four points.
    case tooFewPoints(Int)
    /// More points than are checked.
    case tooManyPoints(Int, limit: Int)
    /// Of four points, three lie on one line, in the picture or on the plan.
    case pointsInLine(first: Int, second: Int, third: Int)
    /// So many points lie on one line that they fix no plane.
    case pointsOnLines
    /// No camera sees the points in this arrangement.
    case pointsExchanged
    /// The plan turns the other way round than the picture.
    case mirrored
    /// The points contradict each other: root mean square of how far they are off, in pixels, and
    /// the point without which the others agree best, where there are enough to say so.
    case contradictory(pixels: Double, limit: Double, suspect: Int?)
    /// The points fix the zone's area too badly: relative standard deviation.
    case uncertain(relativeSigma: Double, limit: Double)
    /// A number of the pose is out of its range.
    case outOfRange(PoseNumber, value: Double, limits: ClosedRange<Double>)
    /// The water can't be moved: the camera's height over it is unknown.
    case levelWithoutHeight
    /// The water would stand as high as the camera.
    case levelAtCamera(levelMetres: Double, cameraHeightMetres: Double)
    /// The zone reaches the horizon at a pixel of the picture.
    case horizonInZone(x: Int, y: Int)
    /// The zone is seen too flat at a pixel of the picture, which shows this much water.
    case grazing(x: Int, y: Int, squareMetres: Double)

    /// A number that a pose, or the survey of control points, is made of.
    public enum PoseNumber: Hashable, Sendable {
        /// Height of the lens above the water, in metres.
        case cameraHeight
        /// Tilt of the optical axis, in degrees.
        case tilt
        /// Horizontal field of view, in degrees.
        case fieldOfView
        /// Roll, in degrees.
        case roll
    }
}

extension GeometryError: CustomStringConvertible {
    /// What is wrong and what to do, in one sentence: "what; what to do".
    public var description: String {
        switch self {
        case .notFinite:
            "a number of the geometry is not finite; write pixels, metres and degrees"
        case .noPictureSize(let width, let height):
            "the control points are of a picture of \(width) × \(height); "
                + "give the width and height of the picture in which they were found"
        case .tooFewPoints(let count):
            "there \(count == 1 ? "is 1 control point" : "are \(count) control points"); "
                + "measure at least 4, better 6, all around the zone"
        case .tooManyPoints(let count, let limit):
            "there are \(count) control points; keep the best \(limit)"
        case .pointsInLine(let first, let second, let third):
            "control points \(first), \(second) and \(third) lie on one line; "
                + "move one of them, or add a fifth"
        case .pointsOnLines:
            "the control points lie on one line; measure points all around the zone"
        case .pointsExchanged:
            "no camera sees the control points so; "
                + "check that each pixel belongs to its metres, and that none is the sky"
        case .mirrored:
            "the control points are mirrored; write metres as on a map, [east, north], "
                + "and do not exchange the two"
        case .contradictory(let pixels, let limit, let suspect):
            "the control points contradict each other by \(Decimals.one(pixels)) pixels, more than "
                + "\(Decimals.one(limit)); measure "
                + (suspect.map { "point \($0) again" } ?? "them again, and a sixth")
        case .uncertain(let sigma, let limit):
            "the control points fix the zone's area to ± \(Decimals.percent(sigma)) only, worse "
                + "than \(Decimals.percent(limit)); measure points all around the zone"
        case .outOfRange(let number, let value, let limits):
            "\(number) of \(Decimals.plain(value)) is not possible; "
                + "write \(Decimals.plain(limits.lowerBound)) to \(Decimals.plain(limits.upperBound))"
        case .levelWithoutHeight:
            "a water level says nothing without the camera's height; add cameraHeightMetres"
        case .levelAtCamera(let level, let height):
            "water \(Decimals.plain(level)) m above the survey's leaves no room under a camera at "
                + "\(Decimals.plain(height)) m; check both"
        case .horizonInZone(let x, let y):
            "the zone reaches the horizon at pixel [\(x), \(y)]; draw its far edge nearer"
        case .grazing(let x, let y, let squareMetres):
            "the zone is seen too flat at pixel [\(x), \(y)], which shows "
                + "\(Decimals.plain(squareMetres)) m² of water; draw its far edge nearer"
        }
    }
}

extension GeometryError.PoseNumber: CustomStringConvertible {
    /// The number's name with its unit, as the start of a sentence.
    public var description: String {
        switch self {
        case .cameraHeight: "a camera height in metres"
        case .tilt: "a tilt in degrees"
        case .fieldOfView: "a field of view in degrees"
        case .roll: "a roll in degrees"
        }
    }
}

/// Numbers within sentences, without Foundation.
private enum Decimals {
    static func one(_ value: Double) -> String { plain(value, places: 1) }

    static func percent(_ share: Double) -> String {
        share.isFinite && share < 10 ? "\(plain(share * 100, places: 0)) %" : "more than 1000 %"
    }

    /// At most `places` decimals, none that are not needed.
    static func plain(_ value: Double, places: Int = 2) -> String {
        let scale = [1.0, 10, 100][places]
        let rounded = (value * scale).rounded() / scale
        guard rounded == rounded.rounded(), abs(rounded) < 1e15 else { return "\(rounded)" }
        return "\(Int(rounded))"
    }
}
