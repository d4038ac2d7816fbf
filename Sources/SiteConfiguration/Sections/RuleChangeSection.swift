import Alerting
import Vocabulary

/// The numbers of a rule or of an override, with the places where they stand.
struct RuleChangeSection {
    /// `nil` when it is not known, so that thresholds have no unit.
    let kind: AlertKind?
    private(set) var change = RuleChange()
    /// Whether all that stands there could be read.
    private(set) var isSound = true
    private var places: [String: SourceValue] = [:]

    /// Which key stands for which property of a rule, where the names differ.
    private static let keyOfProperty = [
        "escalation": "escalate", "horizonDays": "within", "minimumCoverage": "minCoverage",
    ]

    init(kind: AlertKind?) { self.kind = kind }

    /// Takes the keys of the numbers out of a mapping.
    ///
    /// - Parameter needsRaise: Whether a threshold must be there: a rule's own, that nobody chose,
    ///   would be nobody's.
    mutating func read(_ keys: inout MappingReader, needsRaise: Bool) {
        let isOfWater = kind?.isOfWater ?? true
        if isOfWater {
            if needsRaise, !keys.has("raise") {
                _ = keys.required(
                    "raise", threshold,
                    example: "raise: \(kind == .growth ? "0.10/day" : "30%")")
                isSound = false
            }
            change.raise = take("raise", threshold, &keys)
            change.clear = take("clear", threshold, &keys)
            change.raiseProbability = take("raiseProbability", .fraction, &keys)
            change.clearProbability = take("clearProbability", .fraction, &keys)
            change.escalation = take("escalate", EscalationSection.shape, &keys)
        }
        change.hold = take("hold", period, &keys)
        change.keepFiring = take("keepFiring", period, &keys)
        change.evaluations = take(
            "evaluations", .count(AlertRule.evaluationRange, called: "a number of evaluations"),
            &keys)
        change.severity = take("severity", .choice(called: "a severity"), &keys)
        change.reminders = take("remind", RemindersSection.shape, &keys)
        if kind == .growth {
            change.minimumCoverage = take("minCoverage", .fraction, &keys)
        }
        if kind == .forecast { change.horizonDays = take("within", horizon, &keys) }
    }

    /// Tells what is wrong with `rule`, which this change was applied to, where this change says it.
    func tellMistakes(of rule: AlertRule) {
        for mistake in rule.mistakes {
            let key = Self.keyOfProperty[mistake.property] ?? mistake.property
            // What another place says wrongly is told there.
            let place = places[key] ?? (key == "clear" ? places["raise"] : nil)
            place?.mistake(mistake.message, mistake.advice)
        }
    }

    private mutating func take<Value>(
        _ key: String, _ shape: Shape<Value>, _ keys: inout MappingReader
    ) -> Value? {
        guard let source = keys.value(key) else { return nil }
        places[key] = source
        let value = shape.read(source)
        if value == nil { isSound = false }
        return value
    }

    private var threshold: Shape<Double> {
        switch kind {
        case .growth:
            Shape<Double>.ratePerDay.within(
                AlertRule.thresholdRange(of: .growth),
                advice: "write 0/day to 1/day, such as 0.10/day")
        case .some(let kind):
            Shape<Double>.fraction.within(
                AlertRule.thresholdRange(of: kind), advice: "write 1% to 99%, such as 30%")
        case nil: Shape { _ in nil }  // Without the kind the unit is not known.
        }
    }

    private var period: Shape<Duration> {
        .duration(.zero...AlertRule.longestHold, written: "from 0 to 60d, such as 6h")
    }

    private var horizon: Shape<Int> {
        let days = AlertRule.horizonRange
        return Shape { source in
            Shape<Duration>.duration(
                .days(Double(days.lowerBound))...(.days(Double(days.upperBound))),
                written: "whole days from \(days.lowerBound)d to \(days.upperBound)d"
            ).read(source).map { Int($0.inDays.rounded()) }
        }
    }
}

/// A rule's `escalate`: `[{at: 50%, severity: major}]`.
enum EscalationSection {
    static var shape: Shape<[EscalationStep]> {
        .list(of: Shape(read: step), called: "a list of steps")
    }

    private static func step(_ source: SourceValue) -> EscalationStep? {
        guard var keys = MappingReader(source, "a step") else { return nil }
        let coverage = keys.required("at", .fraction, example: "at: 50%")
        let severity = keys.required(
            "severity", Shape<Severity>.choice(called: "a severity"), example: "severity: major")
        keys.finish()
        guard let coverage, let severity else { return nil }
        return EscalationStep(coverage: coverage, severity: severity)
    }
}

/// A rule's `remind`: `{warning: 72h, major: 24h, critical: 6h}`, or `never`.
enum RemindersSection {
    static var shape: Shape<ReminderIntervals> {
        Shape { source in
            if case .text("never", _) = source.node.content { return ReminderIntervals.none }
            guard var keys = MappingReader(source, "the reminders") else { return nil }
            var reminders = ReminderIntervals.standard
            for severity in Severity.allCases {
                guard let interval = keys.optional(severity.rawValue, interval) else { continue }
                reminders[severity] = interval == .zero ? nil : interval
            }
            keys.finish()
            return reminders
        }
    }

    private static var interval: Shape<Duration> {
        Shape<Duration>.duration.checked { value throws(Misreading) in
            guard value != .zero, value < .seconds(3600) else { return }
            throw Misreading(
                message: "nobody can act on reminders that often",
                suggestion: "write 1h or more, or 0 for none")
        }
    }
}

extension Shape where Value == Double {
    fileprivate func within(_ range: ClosedRange<Double>, advice: String) -> Shape {
        checked { value throws(Misreading) in
            guard !range.contains(value) else { return }
            throw Misreading(message: "this threshold is out of range", suggestion: advice)
        }
    }
}
