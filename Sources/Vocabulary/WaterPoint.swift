/// A point of the water's surface in metres, as on a plan: y lies a quarter turn anticlockwise
/// from x, as north does from east.
public struct WaterPoint: Hashable, Sendable {
    /// Metres along the first axis, such as to the east.
    public var x: Double
    /// Metres along the second axis, such as to the north.
    public var y: Double

    /// Makes a point.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

extension WaterPoint: Codable {
    /// Reads `[x, y]`.
    public init(from decoder: any Decoder) throws {
        let pair = try CoordinatePair(from: decoder)
        self.init(x: pair.x, y: pair.y)
    }

    /// Writes `[x, y]`.
    public func encode(to encoder: any Encoder) throws {
        try CoordinatePair(x: x, y: y).encode(to: encoder)
    }
}
