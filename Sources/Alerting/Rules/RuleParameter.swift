public import Vocabulary

/// One number of a rule: what it is called in a site file, what it means, and what it is.
///
/// Documentation, `duckweed rules` and the version of a rule are all made from ``all``.
public struct RuleParameter: Sendable {
    /// The key in a site file.
    public let name: String
    /// What it means, in a sentence without its stop.
    public let meaning: String
    /// How the value is written.
    public let unit: String
    /// Where the default comes from.
    public let source: String
    /// The kinds of rule that it means something to.
    public let kinds: [AlertKind]
    private let read: @Sendable (AlertRule) -> RuleValue

    fileprivate init(
        _ name: String, _ meaning: String, unit: String, source: String,
        kinds: [AlertKind] = AlertKind.allCases, read: @escaping @Sendable (AlertRule) -> RuleValue
    ) {
        self.name = name
        self.meaning = meaning
        self.unit = unit
        self.source = source
        self.kinds = kinds
        self.read = read
    }

    /// The value that a rule has; `nil` when its kind has no use for it.
    public func value(of rule: AlertRule) -> RuleValue? {
        kinds.contains(rule.kind) ? read(rule) : nil
    }

    private static let ofWater = AlertKind.allCases.filter(\.isOfWater)

    /// All parameters, in the order of the documentation.
    public static let all: [RuleParameter] = [
        RuleParameter(
            "raise", "the value at which the condition begins",
            unit: "share of the water, or rate per day",
            source: "30 %: boats begin to be hindered; 0.10/day: thin cover doubles in a week",
            kinds: ofWater
        ) { $0.kind == .growth ? .rate($0.raise) : .share($0.raise) },
        RuleParameter(
            "clear", "the value below which it ends; at most `raise`", unit: "as `raise`",
            source: "coverage: a fifth below `raise`, more than wind moves a level; else `raise`",
            kinds: ofWater
        ) { $0.kind == .growth ? .rate($0.clear) : .share($0.clear) },
        RuleParameter(
            "raiseProbability", "the condition is met when `raise` is reached with at least this",
            unit: "probability", source: "chosen in simulated seasons for false alerts",
            kinds: ofWater
        ) { .share($0.raiseProbability) },
        RuleParameter(
            "clearProbability", "it is away when `clear` is reached with at most this",
            unit: "probability", source: "chosen in simulated seasons for false alerts",
            kinds: ofWater
        ) { .share($0.clearProbability) },
        RuleParameter(
            "evaluations", "how many evaluations in a row must agree, to fire and to resolve",
            unit: "number",
            source: "3 bins: one bin of glare can't do it; 2: never on one look"
        ) { .number($0.evaluations) },
        RuleParameter(
            "hold", "how long the condition must be met before the alert fires",
            unit: "length of time",
            source: "6 h halves the false coverage alerts; 3 h: three bins that "
                + "agree; 36 h: a night and a foggy day; 1 h: somebody looks around with the camera"
        ) { .length($0.hold) },
        RuleParameter(
            "keepFiring", "how long it must be away before the alert is resolved",
            unit: "length of time", source: "a day: wind turns within one"
        ) { .length($0.keepFiring) },
        RuleParameter(
            "minCoverage", "less coverage than this is not told as growth", unit: "share",
            source: "below 5 % a few plants in view make the rate", kinds: [.growth]
        ) { .share($0.minimumCoverage) },
        RuleParameter(
            "within", "how far ahead a forecast looks, 1d to 7d", unit: "days",
            source: "beyond a week the probabilities are too sure of themselves", kinds: [.forecast]
        ) { .length(.days(Double($0.horizonDays))) },
        RuleParameter(
            "severity", "how serious the alert is when it fires", unit: "severity",
            source: "info is worth knowing, warning is for this week, major for today, critical "
                + "for now"
        ) { .text($0.severity.rawValue) },
        RuleParameter(
            "escalate",
            "from which coverage on, reached with `raiseProbability`, it is more serious",
            unit: "list of share and severity",
            source: "50 %: half the surface is shut; 80 %: the water below goes without oxygen",
            kinds: ofWater
        ) { .text(text(of: $0.escalation)) },
        RuleParameter(
            "remind", "after which time an alert that nobody acknowledged is told again",
            unit: "length of time for each severity",
            source: "no more than a department reads: three days, a day, a quarter of one"
        ) { .text(text(of: $0.reminders)) },
    ]

    private static func text(of steps: [EscalationStep]) -> String {
        let texts = steps.map { "\(RuleValue.share($0.coverage)) \($0.severity.rawValue)" }
        return texts.isEmpty ? "never" : texts.joined(separator: ", ")
    }

    private static func text(of reminders: ReminderIntervals) -> String {
        let texts = Severity.allCases.compactMap { severity in
            reminders[severity].map { "\(severity.rawValue) \(RuleValue.length($0))" }
        }
        return texts.isEmpty ? "never" : texts.joined(separator: ", ")
    }
}

/// The value of a parameter, as a person writes it: `30%`, `0.1/day`, `6h`.
public enum RuleValue: Hashable, Sendable, CustomStringConvertible {
    /// A share of a whole, 0…1.
    case share(Double)
    /// A rate in 1/day.
    case rate(Double)
    /// A length of time.
    case length(Duration)
    /// A count.
    case number(Int)
    /// Words.
    case text(String)

    /// The value as it stands in a site file.
    public var description: String {
        switch self {
        case .share(let share): "\(Self.short(share * 100))%"
        case .rate(let rate): "\(Self.short(rate))/day"
        case .length(let length): Self.text(of: length)
        case .number(let number): "\(number)"
        case .text(let text): text
        }
    }

    /// To a millionth, without needless digits.
    private static func short(_ value: Double) -> String {
        let rounded = (value * 1e6).rounded() / 1e6
        let whole = Int64(exactly: rounded)
        return whole.map { "\($0)" } ?? "\(rounded)"
    }

    private static func text(of length: Duration) -> String {
        let seconds = length.inSeconds
        guard seconds != 0 else { return "0" }
        for (unit, scale) in [("d", 86_400.0), ("h", 3600), ("m", 60)]
        where (seconds / scale).truncatingRemainder(dividingBy: 1) == 0 {
            return "\(short(seconds / scale))\(unit)"
        }
        return "\(short(seconds))s"
    }
}
