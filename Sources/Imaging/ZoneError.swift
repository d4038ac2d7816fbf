/// Why an outline can't be a zone.
///
/// Edges are numbered from 1: edge `n` runs from point `n` to the next one, the last edge back to
/// point 1.
public enum ZoneError: Error, Hashable, Sendable {
    /// A polygon needs three different points.
    case tooFewPoints(Int)
    /// The polygon has more points than are checked.
    case tooManyPoints(Int, limit: Int)
    /// A coordinate is infinite or not a number.
    case pointNotFinite(point: Int)
    /// Two edges meet where they should not.
    case edgesCross(first: Int, second: Int)
    /// All points lie on one line.
    case noArea
    /// The size for which the polygon was drawn is not positive.
    case noDefinitionSize(width: Int, height: Int)
    /// No pixel of the picture lies in the polygon.
    case outsidePicture(width: Int, height: Int)
    /// The mask marks no pixel as water.
    case maskHasNoWater
    /// The mask holds a value that means nothing in a mask, in so many pixels.
    case maskHasOtherValues(value: UInt8, count: Int)
}

extension ZoneError: CustomStringConvertible {
    /// What is wrong and what to do, in one sentence.
    public var description: String {
        switch self {
        case .tooFewPoints(let count):
            "the zone has \(count) different points; a polygon needs at least 3"
        case .tooManyPoints(let count, let limit):
            "the zone has \(count) points, more than \(limit); draw it with fewer points"
        case .pointNotFinite(let point):
            "point \(point) of the zone is not a number; write pixels, such as [120, 80]"
        case .edgesCross(let first, let second):
            "edges \(first) and \(second) of the zone cross or touch; "
                + "list the points in order around the water"
        case .noArea:
            "all points of the zone lie on one line; it encloses no water"
        case .noDefinitionSize(let width, let height):
            "the zone is drawn for a picture of \(width) × \(height); "
                + "give the width and height of the picture that it was drawn on"
        case .outsidePicture(let width, let height):
            "the zone holds no pixel of the picture of \(width) × \(height); "
                + "check the zone's points and the size that it was drawn for"
        case .maskHasNoWater:
            "the mask marks no pixel as water; mark water with 1, 2 or 3, "
                + "or with 255 in a mask of 0 and 255"
        case .maskHasOtherValues(let value, let count):
            "the mask holds the grey value \(value) in \(count) pixel\(count == 1 ? "" : "s"); "
                + "save it without soft edges, with 0 and 255 only, "
                + "or with the classes 0 to 3 and 255"
        }
    }
}
