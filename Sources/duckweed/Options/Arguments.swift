public import ArgumentParser
public import Backtesting
public import Vocabulary

extension Timestamp: ExpressibleByArgument {
    /// Reads RFC 3339.
    public init?(argument: String) { self.init(argument) }
}

extension EstimateDensity: ExpressibleByArgument {}

/// A length of time on the command line: `90s`, `10m`, `6h`, `1d`, `200ms`.
struct Interval: ExpressibleByArgument {
    let duration: Duration
    /// The length as it was written.
    let defaultValueDescription: String

    init?(argument: String) {
        let units: [(suffix: String, seconds: Double)] = [
            ("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86_400),
        ]
        guard let unit = units.first(where: { argument.hasSuffix($0.suffix) }),
            let number = Double(argument.dropLast(unit.suffix.count)), number > 0,
            number * unit.seconds <= Self.longestSeconds
        else { return nil }
        duration = .seconds(number * unit.seconds)
        defaultValueDescription = argument
    }

    private static let longestSeconds = 3660.0 * 86_400

    /// One minute.
    static let minute = Interval(seconds: 60, text: "60s")

    private init(seconds: Double, text: String) {
        duration = .seconds(seconds)
        defaultValueDescription = text
    }
}
