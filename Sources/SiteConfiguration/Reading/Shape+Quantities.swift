import Vocabulary

extension Shape where Value == Duration {
    /// A length of time of at least zero: `90s`, `10m`, `6h`, `1d`, `200ms`, `1h30m`, `0`.
    static var duration: Shape {
        .scalar("a length of time", example: "a length of time such as 10m") {
            text throws(Misreading) in
            guard text != "0" else { return .zero }
            if text.hasPrefix("-"), DurationText.parse(String(text.dropFirst())) != nil {
                throw Misreading(
                    message: "'\(text)' is negative",
                    suggestion: "did you mean \(text.dropFirst())?")
            }
            guard Int(text) == nil else {
                throw Misreading(
                    message: "'\(text)' has no unit",
                    suggestion: "write \(text)s for seconds, or ms, m, h or d in place of s")
            }
            guard let duration = DurationText.parse(text) else {
                throw Misreading(
                    message: "'\(text)' is not a length of time",
                    suggestion: "write a number with ms, s, m, h or d, such as 10m")
            }
            return duration
        }
    }

    /// A length of time within bounds.
    ///
    /// - Parameter written: Both bounds and an example, as the end of a sentence.
    static func duration(_ bounds: ClosedRange<Duration>, written: String) -> Shape {
        duration.checked { value throws(Misreading) in
            guard !bounds.contains(value) else { return }
            throw Misreading(
                message: "this is too \(value < bounds.lowerBound ? "short" : "long")",
                suggestion: "write \(written)")
        }
    }
}

/// Reads lengths of time such as `10m` and `1h30m`.
enum DurationText {
    private static let secondsOfUnit: [String: Double] = [
        "ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86_400,
    ]

    static func parse(_ text: String) -> Duration? {
        var rest = text.utf8[...]
        guard !rest.isEmpty else { return nil }
        var seconds = 0.0
        while !rest.isEmpty {
            let digits = rest.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
            rest.removeFirst(digits.count)
            let unit = rest.prefix { (0x61...0x7a).contains($0) }
            rest.removeFirst(unit.count)
            guard digits.first != UInt8(ascii: "."), let number = Double(String(Substring(digits))),
                let scale = secondsOfUnit[String(Substring(unit))]
            else { return nil }
            seconds += number * scale
        }
        // Longer than any bound, which then says what is allowed.
        return .milliseconds(Int64((min(seconds, 1e12) * 1000).rounded()))
    }
}

extension Shape where Value == Double {
    /// A share of a whole: `30%` or `0.3`.
    static var fraction: Shape {
        .scalar("a share", example: "a share such as 30%") { text throws(Misreading) in
            guard let value = Self.number(text, allowsPercent: true) else {
                throw Misreading(
                    message: "'\(text)' is not a share", suggestion: "write 30% or 0.3")
            }
            guard (0...1).contains(value) else {
                throw Misreading(
                    message: "'\(text)' is not between 0% and 100%",
                    suggestion: value > 1 && value <= 100 && !text.hasSuffix("%")
                        ? "did you mean \(text)%?" : "write 30% or 0.3")
            }
            return value
        }
    }

    /// A relative growth rate in 1/day: `0.10/day` or `10%/day`.
    static var ratePerDay: Shape {
        .scalar("a rate", example: "a rate such as 0.10/day") { text throws(Misreading) in
            let number = text.hasSuffix("/day") ? String(text.dropLast(4)) : text
            guard let value = Self.number(number, allowsPercent: true) else {
                throw Misreading(
                    message: "'\(text)' is not a rate per day",
                    suggestion: "write 0.10/day or 10%/day")
            }
            guard (-100...100).contains(value) else {
                throw Misreading(
                    message: "'\(text)' is faster than anything grows",
                    suggestion: "write a rate such as 0.10/day")
            }
            return value
        }
    }

    /// Any finite number within bounds.
    static func number(
        _ bounds: ClosedRange<Double>, called what: String, example: String
    ) -> Shape {
        .scalar(what, example: example) { text throws(Misreading) in
            guard let value = Self.number(text, allowsPercent: false), bounds.contains(value) else {
                throw Misreading(
                    message: "'\(text)' is not \(what)", suggestion: "write \(example)")
            }
            return value
        }
    }

    private static func number(_ text: String, allowsPercent: Bool) -> Double? {
        let isPercent = allowsPercent && text.hasSuffix("%")
        let digits = isPercent ? String(text.dropLast()) : text
        let isPlain = digits.utf8.allSatisfy {
            (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0)
        }
        guard isPlain, let value = Double(digits), value.isFinite else { return nil }
        return isPercent ? value / 100 : value
    }
}

extension Shape where Value == Int {
    /// A whole number within bounds.
    static func count(_ bounds: ClosedRange<Int>, called what: String) -> Shape {
        let advice = "write \(what) from \(bounds.lowerBound) to \(bounds.upperBound)"
        return .scalar(what, example: what) { text throws(Misreading) in
            guard let value = Int(text) else {
                throw Misreading(message: "'\(text)' is not \(what)", suggestion: advice)
            }
            guard bounds.contains(value) else {
                throw Misreading(
                    message: "\(value) is too \(value < bounds.lowerBound ? "small" : "large")",
                    suggestion: advice)
            }
            return value
        }
    }
}

extension Shape where Value == Timestamp {
    /// A moment in RFC 3339.
    static var moment: Shape {
        .scalar("a time", example: "a time such as 2026-06-01T06:00:00Z") {
            text throws(Misreading) in
            guard let moment = Timestamp(text) else {
                throw Misreading(
                    message: "'\(text)' is not a time",
                    suggestion: "write date, time and offset, such as 2026-06-01T06:00:00Z")
            }
            return moment
        }
    }
}
