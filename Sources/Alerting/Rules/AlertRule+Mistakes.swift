public import Vocabulary

/// Something in a rule that can't be meant.
public struct AlertRuleMistake: Hashable, Sendable {
    /// The property of the rule that is wrong, by its name in ``AlertRule``.
    public var property: String
    /// What is wrong.
    public var message: String
    /// What would be right.
    public var advice: String

    /// Makes a mistake.
    public init(property: String, message: String, advice: String) {
        self.property = property
        self.message = message
        self.advice = advice
    }
}

extension AlertRule {
    /// The values that a threshold of a rule of `kind` may have.
    ///
    /// Coverage is measured between 0.004 and 0.996, so a threshold outside 0.01…0.99 could never
    /// be crossed, or never be left. No floating plant grows faster than about 0.6 per day.
    public static func thresholdRange(of kind: AlertKind) -> ClosedRange<Double> {
        kind == .growth ? 0...1 : 0.01...0.99
    }

    /// The longest hold that makes sense.
    public static let longestHold = Duration.days(60)
    /// How many evaluations may be asked for.
    public static let evaluationRange = 1...1000
    /// How far ahead a forecast may look: beyond a week its probabilities are too sure of themselves.
    public static let horizonRange = 1...7

    /// All that is wrong with the rule; empty when it can be used.
    public var mistakes: [AlertRuleMistake] {
        var found: [AlertRuleMistake] = []
        if id.rawValue.isEmpty {
            found.append(.init(property: "id", message: "it has no id", advice: "give it a name"))
        }
        if kind.isOfWater { found += thresholdMistakes + probabilityMistakes }
        for (property, length) in [("hold", hold), ("keepFiring", keepFiring)]
        where !(.zero...Self.longestHold).contains(length) {
            found.append(
                .init(
                    property: property, message: "it is negative or longer than 60 days",
                    advice: "write hours or a few days; duckweed doubles in days"))
        }
        if !Self.evaluationRange.contains(evaluations) {
            found.append(
                .init(
                    property: "evaluations", message: "it is not from 1 to 1000",
                    advice: "write a small number, such as 3"))
        }
        if kind == .forecast, !Self.horizonRange.contains(horizonDays) {
            found.append(
                .init(
                    property: "horizonDays", message: "a forecast looks 1 to 7 days ahead",
                    advice: "write 3d or 7d"))
        }
        return found + escalationMistakes
    }

    private var thresholdMistakes: [AlertRuleMistake] {
        let range = Self.thresholdRange(of: kind)
        let unit = kind == .growth ? "a rate per day" : "a fraction"
        var found: [AlertRuleMistake] = []
        for (property, value) in [("raise", raise), ("clear", clear)] where !range.contains(value) {
            found.append(
                .init(
                    property: property,
                    message: "\(value) is not \(unit) from \(range.lowerBound) to "
                        + "\(range.upperBound)",
                    advice: "write \(kind == .growth ? "0.10/day" : "30%") or the like"))
        }
        if found.isEmpty, raise <= 0 {
            found.append(
                .init(
                    property: "raise", message: "the alert would fire at all times",
                    advice: "write more, such as 0.10/day"))
        }
        if found.isEmpty, clear > raise {
            found.append(
                .init(
                    property: "clear",
                    message: "'clear' is above 'raise', so an alert would be over as soon as it "
                        + "fires",
                    advice: "write at most the value of 'raise', better a fifth less"))
        }
        return found
    }

    private var probabilityMistakes: [AlertRuleMistake] {
        var found: [AlertRuleMistake] = []
        if !(0.5..<1).contains(raiseProbability) {
            found.append(
                .init(
                    property: "raiseProbability",
                    message: "a condition is met when it is likelier than not, and never certain",
                    advice: "write 50% to 99%, such as 90%"))
        }
        if !(clearProbability > 0 && clearProbability < raiseProbability) {
            found.append(
                .init(
                    property: "clearProbability",
                    message: "it must lie above 0% and below 'raiseProbability'",
                    advice: "write such as 30%"))
        }
        return found
    }

    private var escalationMistakes: [AlertRuleMistake] {
        guard !escalation.isEmpty else { return [] }
        func mistake(_ message: String, _ advice: String) -> AlertRuleMistake {
            AlertRuleMistake(property: "escalation", message: message, advice: advice)
        }
        guard kind.isOfWater else {
            return [mistake("a '\(kind.rawValue)' rule knows no coverage", "remove 'escalate'")]
        }
        var found: [AlertRuleMistake] = []
        for step in escalation where !Self.thresholdRange(of: .coverage).contains(step.coverage) {
            found.append(mistake("\(step.coverage) can't be reached", "write 1% to 99%"))
        }
        if escalation.contains(where: { $0.severity <= severity }) {
            found.append(
                mistake(
                    "an alert that is '\(severity.rawValue)' from the start can't rise to that",
                    "name a severity above it"))
        }
        return found
    }
}
