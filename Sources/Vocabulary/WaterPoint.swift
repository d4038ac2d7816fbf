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
        var container = try decoder.unkeyedContainer()
        x = try container.decode(Double.self)
        y = try container.decode(Double.self)
        guard container.isAtEnd else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a point is two numbers, [x, y]")
        }
    }

    /// Writes `[x, y]`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(x)
        try container.encode(y)
    }
}
