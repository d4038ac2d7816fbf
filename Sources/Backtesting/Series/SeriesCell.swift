internal import Vocabulary

/// A part of a line, as a range of its bytes.
struct SeriesCell {
    var start: Int
    var end: Int

    var isEmpty: Bool { start == end }

    /// The cell's text.
    func text(in bytes: [UInt8]) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

    /// Whether the cell holds exactly these bytes.
    func holds(_ text: [UInt8], in bytes: [UInt8]) -> Bool {
        end - start == text.count && begins(with: text, in: bytes)
    }

    /// Whether the cell begins with these bytes.
    func begins(with text: [UInt8], in bytes: [UInt8]) -> Bool {
        guard end - start >= text.count else { return false }
        for offset in text.indices where bytes[start + offset] != text[offset] { return false }
        return true
    }

    /// The number that the cell holds; `nil` when it holds none.
    ///
    /// Up to 15 digits with a decimal point, which is how samples are written, are read here: such a
    /// number is a whole one over a power of ten, both of which a `Double` holds exactly, so the
    /// quotient is the nearest (W. D. Clinger, "How to read floating point numbers accurately", 1990).
    /// All else goes to the library.
    func number(in bytes: [UInt8]) -> Double? {
        var index = start
        let isNegative = index < end && bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        var digits: Int64 = 0
        var count = 0
        var decimals = 0
        var seenPoint = false
        while index < end {
            let byte = bytes[index]
            index += 1
            if byte &- 0x30 < 10 {
                digits = digits &* 10 &+ Int64(byte &- 0x30)
                count += 1
                if seenPoint { decimals += 1 }
                if count > 15 { return Double(text(in: bytes)) }
            } else if byte == UInt8(ascii: "."), !seenPoint {
                seenPoint = true
            } else {
                return Double(text(in: bytes))
            }
        }
        guard count > 0 else { return nil }
        let value = Double(digits) / Self.powersOfTen[decimals]
        return isNegative ? -value : value
    }

    private static let powersOfTen: [Double] = (0...15).map { exponent in
        (0..<exponent).reduce(1.0) { power, _ in power * 10 }
    }
}

/// Reads the times of a file, in which the same date comes again and again.
struct SeriesClock {
    private var date: [UInt8] = []
    private var midnight = Timestamp.epoch

    /// The time that a cell holds; `nil` when it holds none.
    ///
    /// `2026-06-01T06:00:00Z` is read here once its date is known, all else by ``Timestamp``.
    mutating func time(_ cell: SeriesCell, in bytes: [UInt8]) -> Timestamp? {
        if cell.end - cell.start == 20,
            SeriesCell(start: cell.start, end: cell.start + 10).holds(date, in: bytes),
            let seconds = Self.secondsOfDay(at: cell.start + 10, in: bytes)
        {
            return Timestamp(
                nanosecondsSinceEpoch: midnight.nanosecondsSinceEpoch + seconds * 1_000_000_000)
        }
        let text = cell.text(in: bytes)
        guard let time = Timestamp(text) else { return nil }
        if text.utf8.count >= 10, let midnight = Timestamp("\(text.prefix(10))T00:00:00Z") {
            self.midnight = midnight
            date = Array(text.utf8.prefix(10))
        }
        return time
    }

    /// Seconds of `T06:00:00Z`; `nil` when the bytes are anything else.
    private static func secondsOfDay(at start: Int, in bytes: [UInt8]) -> Int64? {
        guard bytes[start] == UInt8(ascii: "T"), bytes[start + 3] == UInt8(ascii: ":"),
            bytes[start + 6] == UInt8(ascii: ":"), bytes[start + 9] == UInt8(ascii: "Z"),
            let hour = pair(at: start + 1, in: bytes), let minute = pair(at: start + 4, in: bytes),
            let second = pair(at: start + 7, in: bytes), hour < 24, minute < 60, second < 60
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    private static func pair(at start: Int, in bytes: [UInt8]) -> Int64? {
        let tens = bytes[start] &- 0x30
        let ones = bytes[start + 1] &- 0x30
        return tens < 10 && ones < 10 ? Int64(tens) * 10 + Int64(ones) : nil
    }
}
