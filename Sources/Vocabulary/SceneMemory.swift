/// What a camera's view looks like when all is well.
///
/// The sampler makes it from good frames and keeps nothing itself: whoever sends a job sends the
/// memory along, and takes back a newer one with the measurement. It holds a few views, because
/// the same place looks different at noon, at dusk and in another season.
public struct SceneMemory: Codable, Hashable, Sendable {
    /// Tells the zone and the size of the picture from others; with another one the memory begins
    /// anew.
    public var zone: UInt64
    /// Known views, the oldest first.
    public var views: [SceneView]
    /// How many good frames have resembled the first view; it is not relied on before a few have.
    public var confirmations: Int

    /// Makes a memory.
    public init(zone: UInt64, views: [SceneView] = [], confirmations: Int = 0) {
        self.zone = zone
        self.views = views
        self.confirmations = confirmations
    }

    private enum CodingKeys: String, CodingKey {
        case zone, views, confirmations
    }

    /// Reads a memory; the zone's hash is hexadecimal.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        zone = try container.decodeHash(forKey: .zone)
        views = try container.decode([SceneView].self, forKey: .views)
        confirmations = try container.decode(Int.self, forKey: .confirmations)
    }

    /// Writes what `init(from:)` reads.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeHash(zone, forKey: .zone)
        try container.encode(views, forKey: .views)
        try container.encode(confirmations, forKey: .confirmations)
    }
}

/// One look of a camera's view.
public struct SceneView: Hashable, Sendable {
    /// Cells of a map.
    public static let cellCount = 128 * 64

    /// −1 where a cell of the picture is darker than its surroundings, 1 where it is brighter, else
    /// 0; 128 cells in a row, 64 rows.
    public var signs: [Int8]
    /// Luma's gradient on the land over its luma.
    public var sharpness: Double
    /// Mean contrast of the land over its luma.
    public var contrast: Double
    /// How far this look lies right of the first one, as a share of the picture's width.
    public var offsetX: Double
    /// How far it lies below, as a share of the picture's height.
    public var offsetY: Double

    /// Makes a view.
    ///
    /// - Precondition: There are ``cellCount`` signs.
    public init(
        signs: [Int8], sharpness: Double, contrast: Double, offsetX: Double = 0,
        offsetY: Double = 0
    ) {
        precondition(signs.count == Self.cellCount, "a view has another number of cells")
        self.signs = signs
        self.sharpness = sharpness
        self.contrast = contrast
        self.offsetX = offsetX
        self.offsetY = offsetY
    }
}

extension SceneView: Codable {
    private enum CodingKeys: String, CodingKey {
        case cells, sharpness, contrast, offsetX, offsetY
    }

    /// Reads a view whose cells are text: see ``cellText``.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard let signs = Self.signs(in: try container.decode(String.self, forKey: .cells)) else {
            throw DecodingError.dataCorruptedError(
                forKey: .cells, in: container,
                debugDescription: "the cells of a view are \(Self.textLength) of `.` and `a`…`z`")
        }
        self.init(
            signs: signs, sharpness: try container.decode(Double.self, forKey: .sharpness),
            contrast: try container.decode(Double.self, forKey: .contrast),
            offsetX: try container.decode(Double.self, forKey: .offsetX),
            offsetY: try container.decode(Double.self, forKey: .offsetY))
    }

    /// Writes what `init(from:)` reads.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(cellText, forKey: .cells)
        try container.encode(sharpness, forKey: .sharpness)
        try container.encode(contrast, forKey: .contrast)
        try container.encode(offsetX, forKey: .offsetX)
        try container.encode(offsetY, forKey: .offsetY)
    }

    private static let textLength = (cellCount + 2) / 3

    /// Three cells a character: with 0, 1, 2 for −, none, +, the number in base 3 is 0 for `.` and
    /// 1…26 for `a`…`z`.
    var cellText: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.textLength)
        for start in stride(from: 0, to: Self.cellCount, by: 3) {
            var number: UInt8 = 0
            for cell in start..<start + 3 {
                number = 3 * number + (cell < Self.cellCount ? UInt8(signs[cell] + 1) : 1)
            }
            bytes.append(number == 0 ? UInt8(ascii: ".") : UInt8(ascii: "a") + number - 1)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func signs(in text: String) -> [Int8]? {
        guard text.utf8.count == textLength else { return nil }
        var signs: [Int8] = []
        signs.reserveCapacity(cellCount + 2)
        for byte in text.utf8 {
            let number: UInt8
            switch byte {
            case UInt8(ascii: "."): number = 0
            case UInt8(ascii: "a")...UInt8(ascii: "z"): number = byte - UInt8(ascii: "a") + 1
            default: return nil
            }
            for digit in [number / 9, number / 3 % 3, number % 3] { signs.append(Int8(digit) - 1) }
        }
        signs.removeLast(signs.count - cellCount)
        return signs
    }
}
