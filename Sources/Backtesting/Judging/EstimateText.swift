public import Vocabulary

/// Writes estimates as JSON, byte by byte: a season of a thousand cameras has millions of them.
///
/// Fractions and rates have six decimals at most, days three. What has no value is `null`.
public struct EstimateText: Sendable {
    /// The text so far, in UTF-8: objects with a comma between two.
    public private(set) var bytes: [UInt8] = []
    private var camera: CameraID?
    private var cameraText: [UInt8] = []
    private var day: [UInt8] = []
    private var dayNumber: Int?

    /// Starts with no text.
    public init() {}

    /// Adds an estimate.
    public mutating func add(_ estimate: GrowthEstimate) {
        if camera != estimate.camera {
            camera = estimate.camera
            cameraText = Self.quoted(estimate.camera.rawValue)
        }
        bytes += bytes.isEmpty ? Key.first : Key.next
        bytes += cameraText
        bytes += Key.time
        add(estimate.time)
        add(Key.coverage, estimate.coverage)
        add(Key.rate, estimate.rate)
        add(Key.rateLow, estimate.rateLow)
        add(Key.rateHigh, estimate.rateHigh)
        add(Key.levelLow, estimate.levelLow)
        add(Key.levelHigh, estimate.levelHigh)
        add(Key.doublingDays, estimate.doublingDays, thousandths: true)
        bytes += estimate.published ? Key.published : Key.notPublished
        add(Key.withheld, estimate.withheld?.rawValue)
        add(Key.movement, estimate.movement?.rawValue)
        bytes.append(UInt8(ascii: "}"))
    }

    private enum Key {
        static let first = Array(#"{"camera":"#.utf8)
        static let next = Array(",\n{\"camera\":".utf8)
        static let time = Array(#","time":""#.utf8)
        static let coverage = Array(#"","coverage":"#.utf8)
        static let rate = Array(#","rate":"#.utf8)
        static let rateLow = Array(#","rateLow":"#.utf8)
        static let rateHigh = Array(#","rateHigh":"#.utf8)
        static let levelLow = Array(#","levelLow":"#.utf8)
        static let levelHigh = Array(#","levelHigh":"#.utf8)
        static let doublingDays = Array(#","doublingDays":"#.utf8)
        static let published = Array(#","published":true"#.utf8)
        static let notPublished = Array(#","published":false"#.utf8)
        static let withheld = Array(#","withheld":"#.utf8)
        static let movement = Array(#","movement":"#.utf8)
        static let null = Array("null".utf8)
    }

    /// A text as a JSON string.
    private static func quoted(_ text: String) -> [UInt8] {
        var quoted: [UInt8] = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                quoted += "\\u00\(digits.count < 2 ? "0" : "")\(digits)".utf8
            default: quoted.append(byte)
            }
        }
        return quoted + [UInt8(ascii: "\"")]
    }

    private mutating func add(_ key: [UInt8], _ word: String?) {
        bytes += key
        guard let word else { return bytes += Key.null }
        bytes.append(UInt8(ascii: "\""))
        bytes += word.utf8
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func add(_ key: [UInt8], _ value: Double?, thousandths: Bool = false) {
        bytes += key
        let scale = thousandths ? 1e3 : 1e6
        guard let value, abs(value) < 1e12 else { return bytes += Key.null }
        var rest = Int64((abs(value) * scale).rounded())
        if value < 0, rest > 0 { bytes.append(UInt8(ascii: "-")) }
        var decimals = thousandths ? 3 : 6
        while decimals > 1, rest % 10 == 0 {
            rest /= 10
            decimals -= 1
        }
        addNumber(rest, decimals: decimals)
    }

    /// Adds a whole number with a point before its last decimals.
    private mutating func addNumber(_ number: Int64, decimals: Int) {
        let start = bytes.count
        var rest = number
        var count = 0
        repeat {
            if count == decimals { bytes.append(UInt8(ascii: ".")) }
            bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
            count += 1
        } while rest > 0 || count <= decimals
        bytes[start...].reverse()
    }

    /// Adds RFC 3339; a time that is a whole second, as nearly all are, without making a text of it.
    private mutating func add(_ time: Timestamp) {
        let (seconds, nanoseconds) = time.nanosecondsSinceEpoch
            .quotientAndRemainder(dividingBy: 1_000_000_000)
        guard nanoseconds == 0, seconds >= 0 else {
            bytes += time.description.utf8
            return
        }
        let number = Int(seconds / 86_400)
        if dayNumber != number {
            dayNumber = number
            day = Array(time.description.utf8.prefix(11))
        }
        bytes += day
        let second = Int(seconds % 86_400)
        addPair(second / 3600)
        bytes.append(UInt8(ascii: ":"))
        addPair(second / 60 % 60)
        bytes.append(UInt8(ascii: ":"))
        addPair(second % 60)
        bytes.append(UInt8(ascii: "Z"))
    }

    private mutating func addPair(_ number: Int) {
        bytes.append(0x30 + UInt8(number / 10))
        bytes.append(0x30 + UInt8(number % 10))
    }
}
