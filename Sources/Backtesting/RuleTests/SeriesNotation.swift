public import Vocabulary

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A series in short, as rule tests write it: `0.02+0.01x40 _x12 0.5x30`.
///
/// | part | what it stands for |
/// |---|---|
/// | `0.3` or `30%` | one sample |
/// | `0.5x30` | the sample, and 30 more of the same |
/// | `0.02+0.01x40` | the sample, and 40 more, each 0.01 above the one before (`-` for below) |
/// | `3%~0.2x40` | the sample, and 40 more of plants that grow at a rate of 0.2/day |
/// | `_x12` | 12 looks without a sample |
/// | `_glarex12` | the same, for a reason (``Vocabulary/GapReason``) |
///
/// `x` counts as in the series of Prometheus' rule tests: what follows the first value.
public struct SeriesNotation: Sendable {
    private var parts: [Part] = []

    fileprivate enum Part: Sendable {
        case level(start: Double, step: Double, more: Int)
        case growth(start: Double, ratePerDay: Double, more: Int)
        case gap(GapReason, count: Int)
    }

    /// What is wrong with a notation.
    public struct Mistake: Error, Sendable {
        /// What is wrong.
        public let message: String
        /// What would be right.
        public let suggestion: String
    }

    /// The longest series: ten years of a sample every ten minutes.
    private static let mostPoints = 525_600

    /// Reads a notation.
    public init(_ text: String) throws(Mistake) {
        for word in text.split(whereSeparator: \.isWhitespace) { parts.append(try Self.part(word)) }
        guard !parts.isEmpty else {
            throw Mistake(
                message: "the series is empty", suggestion: "write such as '0.02+0.01x40'")
        }
        let count = parts.reduce(0) { $0 + $1.count }
        guard count <= Self.mostPoints else {
            throw Mistake(
                message: "the series has \(count) looks",
                suggestion: "write at most \(Self.mostPoints)")
        }
    }

    /// The looks, the first at `start` and each `interval` after the one before.
    public func points(from start: Timestamp, every interval: Duration) -> [SeriesPoint] {
        var points: [SeriesPoint] = []
        for part in parts {
            for number in 0..<part.count {
                let time = start + interval * points.count
                points.append(part.point(number, at: time, every: interval))
            }
        }
        return points
    }

    private static func part(_ word: Substring) throws(Mistake) -> Part {
        let (head, more) = repetition(of: word)
        if head.first == "_" {
            let name = String(head.dropFirst())
            guard !name.isEmpty else { return .gap(SeriesQuality.missing, count: more ?? 1) }
            guard let reason = GapReason(rawValue: name) else {
                let names = GapReason.allCases.map(\.rawValue).joined(separator: ", ")
                throw Mistake(
                    message: "'\(name)' is no reason of a gap",
                    suggestion: "write _ for any, or one of \(names)")
            }
            return .gap(reason, count: more ?? 1)
        }
        guard let sign = head.dropFirst().firstIndex(where: { "+-~".contains($0) }) else {
            return .level(start: try coverage(head), step: 0, more: more ?? 0)
        }
        guard let more else {
            throw Mistake(
                message: "'\(word)' does not say for how long it goes on",
                suggestion: "write how many samples follow: \(word)x40")
        }
        let start = try coverage(head[..<sign])
        let text = head[head.index(after: sign)...]
        if head[sign] == "~" {
            guard let rate = Double(text), rate.isFinite else {
                throw Mistake(
                    message: "'\(text)' is not a growth rate",
                    suggestion: "write it in 1/day, such as 3%~0.2x40")
            }
            guard start > 0, start < 1 else {
                throw Mistake(
                    message: "from \(head[..<sign]) nothing grows",
                    suggestion: "begin above 0 and below 1, such as 3%~0.2x40")
            }
            return .growth(start: start, ratePerDay: rate, more: more)
        }
        let size = try number(text)
        let step = head[sign] == "-" ? -size : size
        let end = start + step * Double(more)
        guard (-1e-9...1 + 1e-9).contains(end) else {
            throw Mistake(
                message: "'\(word)' ends at a coverage of \((end * 1000).rounded() / 1000)",
                suggestion: "stay between 0 and 1")
        }
        return .level(start: start, step: step, more: more)
    }

    /// Takes `x40` off the end of a word.
    private static func repetition(of word: Substring) -> (head: Substring, count: Int?) {
        guard let x = word.lastIndex(of: "x"), x != word.startIndex,
            let count = Int(word[word.index(after: x)...]), (0...mostPoints).contains(count)
        else { return (word, nil) }
        return (word[..<x], count)
    }

    private static func coverage(_ text: Substring) throws(Mistake) -> Double {
        let value = try number(text)
        guard (0...1).contains(value) else {
            throw Mistake(
                message: "a coverage of \(text) is not between 0 and 1",
                suggestion: value > 1 && value <= 100
                    ? "did you mean \(text)%?" : "write a fraction such as 0.3, or 30%")
        }
        return value
    }

    private static func number(_ text: Substring) throws(Mistake) -> Double {
        let isPercent = text.hasSuffix("%")
        guard let value = Double(isPercent ? text.dropLast() : text), value.isFinite else {
            throw Mistake(
                message: "'\(text)' is not a number",
                suggestion: "write such as 0.3, 0.02+0.01x40, 3%~0.2x40 or _x12")
        }
        return isPercent ? value / 100 : value
    }
}

extension SeriesNotation.Part {
    fileprivate var count: Int {
        switch self {
        case .level(_, _, let more), .growth(_, _, let more): more + 1
        case .gap(_, let count): count
        }
    }

    fileprivate func point(
        _ number: Int, at time: Timestamp, every interval: Duration
    ) -> SeriesPoint {
        switch self {
        case .gap(let reason, _):
            return SeriesPoint(time: time, gap: reason)
        case .level(let start, let step, _):
            let coverage = start + step * Double(number)
            return SeriesPoint(time: time, coverage: min(max(coverage, 0), 1))
        case .growth(let start, let ratePerDay, _):
            // dC/dt = r C (1 − C), so logit C rises by r a day.
            let odds = start / (1 - start) * exp(ratePerDay * interval.inDays * Double(number))
            return SeriesPoint(time: time, coverage: odds.isFinite ? odds / (1 + odds) : 1)
        }
    }
}
