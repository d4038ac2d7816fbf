import Alerting
import Vocabulary

/// The section `rules`: `[{id: coverage-high, kind: coverage, raise: 30%, clear: 24%, …}]`.
enum RulesSection {
    /// The rules as they stand in the file.
    static var shape: Shape<[RuleDraft]> {
        .list(of: Shape(read: rule), called: "a list of rules")
    }

    /// Where `clear` is not given, it is this share of `raise`.
    private static let clearShare = 0.8

    private static func rule(_ source: SourceValue) -> RuleDraft? {
        guard var keys = MappingReader(source, "a rule") else { return nil }
        let id = keys.required("id", Shape<RuleID>.identifier.located, example: "id: coverage-high")
        let kind = keys.required(
            "kind", Shape<AlertKind>.choice(called: "a kind of rule"), example: "kind: coverage")
        let band = band(of: kind, &keys)
        let hold = keys.optional("hold", period) ?? .zero
        let keepFiring = keys.optional("keepFiring", period) ?? .zero
        let severity = keys.optional("severity", .choice(called: "a severity")) ?? Severity.warning
        let match = keys.optional("match", MatchSection.ofRule) ?? MatchDraft()
        keys.finish()
        guard let id else { return nil }
        var draft = RuleDraft(id: id, match: match)
        if let kind, let band {
            draft.rule = AlertRule(
                id: id.value, kind: kind, raise: band.raise, clear: band.clear, hold: hold,
                keepFiring: keepFiring, severity: severity,
                match: match.matcher.tags)
        }
        return draft
    }

    private static var period: Shape<Duration> {
        .duration(.zero...AlertRule.longestHold, written: "from 0 to 60d, such as 6h")
    }

    /// The thresholds, in the unit of the kind; `nil` when they are wrong.
    private static func band(
        of kind: AlertKind?, _ keys: inout MappingReader
    ) -> (raise: Double, clear: Double)? {
        let example = kind == .growth ? "0.10/day" : "30%"
        let threshold = threshold(of: kind)
        let raise = keys.required("raise", threshold.located, example: "raise: \(example)")
        let clear = keys.optional("clear", threshold.located)
        guard let kind, let raise else { return nil }
        let least = AlertRule.thresholdRange(of: kind).lowerBound
        guard raise.value > 0 else {
            raise.mistake("the alert would fire at all times", "write more, such as \(example)")
            return nil
        }
        guard let clear else { return (raise.value, max(least, raise.value * clearShare)) }
        guard clear.value <= raise.value else {
            clear.mistake(
                "'clear' is above 'raise', so an alert would be over as soon as it fires",
                "write at most the value of 'raise', better a fifth less")
            return nil
        }
        return (raise.value, clear.value)
    }

    private static func threshold(of kind: AlertKind?) -> Shape<Double> {
        switch kind {
        case .coverage:
            .fraction.within(
                AlertRule.thresholdRange(of: .coverage), advice: "write 1% to 99%, such as 30%")
        case .growth:
            .ratePerDay.within(
                AlertRule.thresholdRange(of: .growth),
                advice: "write 0/day to 1/day, such as 0.10/day")
        case nil: Shape { _ in nil }  // Without the kind the unit is not known.
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

/// A rule and where its name stands.
struct RuleDraft {
    var id: Located<RuleID>
    var match: MatchDraft
    /// The rule; `nil` when it has a mistake.
    var rule: AlertRule?
}
