package import Vocabulary

/// Finds the moment a picture was taken in its file name.
///
/// Read are dates such as `2019-10-03` and `20191003`, with or without a time behind (`T06-00-00`,
/// `_060000`, ` 06.00`), fourteen digits in a row, and thirteen: milliseconds since 1970. Times are
/// UTC; a date alone means noon.
package enum FileNameTime {
    /// The moment that `name` tells, or `nil`.
    ///
    /// A name that holds several gives the first.
    package static func moment(in name: String) -> Timestamp? {
        let bytes = Array(name.utf8)
        for start in bytes.indices where isDigit(bytes[start]) {
            guard start == 0 || !isDigit(bytes[start - 1]) else { continue }
            let rest = bytes[start...]
            if let moment = millisecondsSince1970(rest) ?? dateAndTime(rest) { return moment }
        }
        return nil
    }

    /// Milliseconds from 1970 to the begin of the year 2200, the first that is not read.
    private static let millisecondsIn2200 = 7_258_118_400_000

    private static func millisecondsSince1970(_ text: ArraySlice<UInt8>) -> Timestamp? {
        let digits = text.prefix(while: isDigit)
        guard digits.count == 13, let milliseconds = number(digits),
            (0..<millisecondsIn2200).contains(milliseconds)
        else { return nil }
        return Timestamp(nanosecondsSinceEpoch: Int64(milliseconds) * 1_000_000)
    }

    private static func dateAndTime(_ text: ArraySlice<UInt8>) -> Timestamp? {
        var rest = text
        guard let year = take(4, from: &rest) else { return nil }
        let separator = takeSeparator("-_.", from: &rest)
        guard let month = take(2, from: &rest),
            takeSeparator("-_.", from: &rest) == separator,
            let day = take(2, from: &rest), (1970...2199).contains(year)
        else { return nil }
        var timeText = rest
        let time = timeOfDay(&timeText)
        // Digits that are left over mean that this was a plain number and no date.
        guard time != nil || !(rest.first.map(isDigit) ?? false) else { return nil }
        let (hour, minute, second) = time ?? (12, 0, 0)
        return Timestamp(
            "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
                + "T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))Z")
    }

    private static func timeOfDay(_ text: inout ArraySlice<UInt8>) -> (Int, Int, Int)? {
        _ = takeSeparator("Tt_- .", from: &text)
        guard let hour = take(2, from: &text) else { return nil }
        let separator = takeSeparator("-_.:", from: &text)
        guard let minute = take(2, from: &text) else { return nil }
        var second = 0
        var behind = text
        if takeSeparator("-_.:", from: &behind) == separator, let number = take(2, from: &behind) {
            second = number
            text = behind
        }
        guard !(text.first.map(isDigit) ?? false), hour < 24, minute < 60, second < 60
        else { return nil }
        return (hour, minute, second)
    }

    private static func take(_ width: Int, from text: inout ArraySlice<UInt8>) -> Int? {
        let digits = text.prefix(width)
        guard digits.count == width, digits.allSatisfy(isDigit) else { return nil }
        text = text.dropFirst(width)
        return number(digits)
    }

    private static func takeSeparator(
        _ allowed: String, from text: inout ArraySlice<UInt8>
    ) -> UInt8? {
        guard let first = text.first, allowed.utf8.contains(first) else { return nil }
        text = text.dropFirst()
        return first
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        Int(String(decoding: digits, as: UTF8.self))
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
