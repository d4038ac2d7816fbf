public import Vocabulary

/// Something in a rule that can't be meant.
public struct AlertRuleMistake: Hashable, Sendable {
    /// The property of the rule that is wrong, by its name in ``AlertRule``.
    public var property: String
    /// What is wrong and what would be right, in one or two sentences.
    public var message: String

    /// Makes a mistake.
    public init(property: String, message: String) {
        self.property = property
        self.message = message
    }
}

extension AlertRule {
    /// The values that a threshold of a rule of `kind` may have.
    ///
    /// Coverage is measured between 0.004 and 0.996, so a threshold outside 0.01…0.99 could never
    /// be crossed, or never be left. No floating plant grows faster than about 0.6 per day.
    public static func thresholdRange(of kind: AlertKind) -> ClosedRange<Double> {
        switch kind {
        case .coverage: 0.01...0.99
        case .growth: 0...1
        }
    }

    /// The longest hold that makes sense.
    public static let longestHold = Duration.days(60)

    /// All that is wrong with the rule; empty when it can be used.
    public var mistakes: [AlertRuleMistake] {
        var found: [AlertRuleMistake] = []
        if id.rawValue.isEmpty {
            found.append(.init(property: "id", message: "The rule has no id. Give it a name."))
        }
        found += thresholdMistakes
        for (property, length) in [("hold", hold), ("keepFiring", keepFiring)] {
            if length < .zero {
                found.append(
                    .init(property: property, message: "\(property) is negative. Use 0 or more."))
            } else if length > Self.longestHold {
                found.append(
                    .init(
                        property: property,
                        message: "\(property) is longer than 60 days. Duckweed doubles in days; "
                            + "use hours or a few days."))
            }
        }
        return found
    }

    private var thresholdMistakes: [AlertRuleMistake] {
        let range = Self.thresholdRange(of: kind)
        var found: [AlertRuleMistake] = []
        for (property, value) in [("raise", raise), ("clear", clear)] where !range.contains(value) {
            found.append(
                .init(property: property, message: outOfRangeMessage(property, value, range)))
        }
        if found.isEmpty, raise <= 0 {
            found.append(
                .init(property: "raise", message: "raise is 0. Use more than 0, such as 0.1."))
        }
        if found.isEmpty, clear > raise {
            found.append(
                .init(
                    property: "clear",
                    message: "clear (\(clear)) is above raise (\(raise)). An alert that fires "
                        + "would be over at once; use at most \(raise)."))
        }
        return found
    }

    private func outOfRangeMessage(
        _ property: String, _ value: Double, _ range: ClosedRange<Double>
    ) -> String {
        let allowed = "\(range.lowerBound) to \(range.upperBound)"
        switch kind {
        case .coverage:
            let hint = value > 1 && value <= 99 ? " For \(value) % write \(value / 100)." : ""
            return "\(property) is \(value), but coverage is a fraction from \(allowed).\(hint)"
        case .growth:
            return "\(property) is \(value), but a growth rate is a number per day from \(allowed)."
        }
    }
}
