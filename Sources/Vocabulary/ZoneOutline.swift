/// Which part of a picture is the water to be watched, as a zone file says it.
///
/// Coded as `{"width": 1920, "height": 1080, "polygon": [[x, y], …]}` or `{"mask": "NAME.png"}`.
public enum ZoneOutline: Hashable, Sendable {
    /// A polygon in pixels of a picture of `width` × `height`; other sizes are scaled to it.
    case polygon(width: Int, height: Int, points: [PicturePoint])
    /// The path of a picture in which the water pixels are marked.
    ///
    /// Grey values 1, 2 and 3 are water (open, vegetation, other matter), 0 and 255 are not. In a
    /// picture that holds only 0 and 255, 255 is the water.
    case mask(path: String)
}

/// A point of a picture in pixels from its upper left corner.
public struct PicturePoint: Hashable, Sendable {
    /// Pixels to the right.
    public var x: Double
    /// Pixels down.
    public var y: Double

    /// Makes a point.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

extension PicturePoint: Codable {
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

extension ZoneOutline: Codable {
    private enum CodingKeys: String, CodingKey {
        case width, height, polygon, mask
    }

    /// Reads a zone file's object; keys that a zone does not need are passed over.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let path = try container.decodeIfPresent(String.self, forKey: .mask) {
            self = .mask(path: path)
            return
        }
        self = .polygon(
            width: try container.decode(Int.self, forKey: .width),
            height: try container.decode(Int.self, forKey: .height),
            points: try container.decode([PicturePoint].self, forKey: .polygon))
    }

    /// Writes a zone file's object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .polygon(let width, let height, let points):
            try container.encode(width, forKey: .width)
            try container.encode(height, forKey: .height)
            try container.encode(points, forKey: .polygon)
        case .mask(let path):
            try container.encode(path, forKey: .mask)
        }
    }
}
