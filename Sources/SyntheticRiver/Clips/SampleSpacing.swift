/// The time between two samples, written as a whole number and a unit: `30s`, `10m`, `6h`, `1d`.
public struct SampleSpacing: Hashable, Sendable, LosslessStringConvertible {
    private static let units: [(name: Character, seconds: Int64)] = [
        ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1),
    ]

    /// Whole seconds, positive.
    public let seconds: Int64

    private init(checkedSeconds: Int64) { seconds = checkedSeconds }

    /// Ten minutes.
    public static let minutes10 = SampleSpacing(checkedSeconds: 600)

    /// Six hours.
    public static let hours6 = SampleSpacing(checkedSeconds: 6 * 3600)

    /// Makes a spacing; `nil` unless it is positive and less than a year.
    public init?(seconds: Int64) {
        guard (1..<31_536_000).contains(seconds) else { return nil }
        self.seconds = seconds
    }

    /// Reads `6h`; `nil` when the text is no number and unit.
    public init?(_ description: String) {
        guard let unit = Self.units.first(where: { description.last == $0.name }),
            let number = Int64(description.dropLast()), number > 0
        else { return nil }
        let (seconds, overflow) = number.multipliedReportingOverflow(by: unit.seconds)
        guard !overflow else { return nil }
        self.init(seconds: seconds)
    }

    /// The spacing in the largest unit that divides it.
    public var description: String {
        let unit = Self.units.first { seconds % $0.seconds == 0 } ?? ("s", 1)
        return "\(seconds / unit.seconds)\(unit.name)"
    }

    /// The spacing as an interval.
    public var duration: Duration { .seconds(seconds) }
}

extension SampleSpacing: Codable {
    /// Reads the text form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let spacing = SampleSpacing(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "'\(text)' is no interval; write a number and s, m, h or d")
        }
        self = spacing
    }

    /// Writes the text form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
