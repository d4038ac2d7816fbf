extension Timestamp: LosslessStringConvertible {
    /// The moment as RFC 3339 in UTC, with as many decimals of a second as it needs.
    ///
    /// Example: `2026-06-01T06:00:00Z`, `2026-06-01T06:00:00.25Z`.
    public var description: String {
        let (days, nanosecondsOfDay) = nanosecondsSinceEpoch.flooredDivision(by: 86_400_000_000_000)
        let (year, month, day) = Self.civilDate(daysSinceEpoch: days)
        let (secondsOfDay, nanoseconds) = nanosecondsOfDay.flooredDivision(by: 1_000_000_000)
        let date = "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
        let hour = (secondsOfDay / 3600).padded(to: 2)
        let minute = (secondsOfDay / 60 % 60).padded(to: 2)
        let second = (secondsOfDay % 60).padded(to: 2)
        return "\(date)T\(hour):\(minute):\(second)\(Self.decimals(nanoseconds))Z"
    }

    /// Reads RFC 3339: a date, `T`, a time, optional decimals, then `Z` or an offset such as `+08:00`.
    ///
    /// - Returns: `nil` when the text is not such a moment or lies outside the range of the type.
    public init?(_ text: String) {
        var reader = DigitReader(text.utf8[...])
        guard let year = reader.number(4), reader.take("-"),
            let month = reader.number(2), reader.take("-"),
            let day = reader.number(2), reader.take("T") || reader.take("t") || reader.take(" "),
            let hour = reader.number(2), reader.take(":"),
            let minute = reader.number(2), reader.take(":"),
            let second = reader.number(2),
            let fraction = reader.decimals(),
            let offset = reader.offset(), reader.isAtEnd,
            (1...12).contains(month), hour < 24, minute < 60, second < 61,
            (1...Self.daysInMonth(month, year: year)).contains(day)
        else { return nil }
        let days = Self.daysSinceEpoch(year: year, month: month, day: day)
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
        // Before the first whole second of the range, only the sum fits into 64 bits.
        let exact = Int128(seconds) * 1_000_000_000 + Int128(fraction)
        guard let nanoseconds = Int64(exactly: exact) else { return nil }
        self.init(nanosecondsSinceEpoch: nanoseconds)
    }

    /// Days from 1970-01-01 to a date of the proleptic Gregorian calendar.
    ///
    /// Counts from 1 March, so that the leap day ends the year (H. Hinnant, "chrono-compatible
    /// low-level date algorithms", 2013).
    static func daysSinceEpoch(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = shiftedYear.flooredDivision(by: 400)
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The date of the proleptic Gregorian calendar that is `days` after 1970-01-01.
    static func civilDate(daysSinceEpoch days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func daysInMonth(_ month: Int64, year: Int64) -> Int64 {
        let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return switch month {
        case 2: isLeapYear ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func decimals(_ nanoseconds: Int64) -> String {
        guard nanoseconds != 0 else { return "" }
        var digits = nanoseconds.padded(to: 9)
        while digits.hasSuffix("0") { digits.removeLast() }
        return ".\(digits)"
    }
}

extension Timestamp: Codable {
    /// Reads an RFC 3339 string.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let moment = Timestamp(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription:
                    "'\(text)' is not a time; write RFC 3339, such as 2026-06-01T06:00:00Z")
        }
        self = moment
    }

    /// Writes an RFC 3339 string in UTC.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Takes numbers of fixed width from the front of a text.
private struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: Substring.UTF8View) { rest = text }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    mutating func number(_ width: Int) -> Int64? {
        guard rest.count >= width else { return nil }
        var value: Int64 = 0
        for byte in rest.prefix(width) {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int64(byte - 0x30)
        }
        rest.removeFirst(width)
        return value
    }

    /// Nanoseconds from `.25` and the like; zero when there is no point; decimals past nine are cut.
    mutating func decimals() -> Int64? {
        guard take(".") else { return 0 }
        var value: Int64 = 0
        var count = 0
        while let byte = rest.first, (0x30...0x39).contains(byte) {
            if count < 9 { value = value * 10 + Int64(byte - 0x30) }
            count += 1
            rest.removeFirst()
        }
        guard count > 0 else { return nil }
        for _ in 0..<max(0, 9 - count) { value *= 10 }
        return value
    }

    /// Seconds east of UTC from `Z`, `+08:00` or `-05:30`.
    mutating func offset() -> Int64? {
        if take("Z") || take("z") { return 0 }
        let sign: Int64
        if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
        guard let hours = number(2), hours < 24, take(":"), let minutes = number(2), minutes < 60
        else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }
}

extension Int64 {
    fileprivate func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    fileprivate func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
