public import ArgumentParser
public import Vocabulary

extension Timestamp: ExpressibleByArgument {
    /// Reads RFC 3339.
    public init?(argument: String) { self.init(argument) }
}

/// A length of time on the command line: `90s`, `10m`, `6h`, `1d`, `200ms`.
struct Interval: ExpressibleByArgument {
    let duration: Duration

    init(_ duration: Duration) { self.duration = duration }

    init?(argument: String) {
        let units: [(suffix: String, seconds: Double)] = [
            ("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86_400),
        ]
        guard let unit = units.first(where: { argument.hasSuffix($0.suffix) }),
            let number = Double(argument.dropLast(unit.suffix.count)), number > 0, number < 1e9
        else { return nil }
        duration = .seconds(number * unit.seconds)
    }
}
