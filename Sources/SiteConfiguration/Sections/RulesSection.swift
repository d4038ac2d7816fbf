import Alerting
import Vocabulary

/// The section `rules`: `[{id: coverage-high, kind: coverage, raise: 30%, …}]`.
///
/// What a rule does not say is as in the standard rule of its kind.
enum RulesSection {
    /// The rules as they stand in the file.
    static var shape: Shape<[RuleDraft]> {
        .list(of: Shape(read: rule), called: "a list of rules")
    }

    private static func rule(_ source: SourceValue) -> RuleDraft? {
        guard var keys = MappingReader(source, "a rule") else { return nil }
        let id = keys.required("id", Shape<RuleID>.identifier.located, example: "id: coverage-high")
        let kind = keys.required(
            "kind", Shape<AlertKind>.choice(called: "a kind of rule"), example: "kind: coverage")
        var change = RuleChangeSection(kind: kind)
        change.read(&keys, needsRaise: true)
        let match = keys.optional("match", MatchSection.ofRule) ?? MatchDraft()
        let overrides =
            keys.optional("overrides", OverridesSection(kind: kind).shape) ?? []
        keys.finish()
        guard let id else { return nil }
        var draft = RuleDraft(id: id, match: match, overrides: overrides)
        guard let kind, change.isSound else { return draft }
        var rule = AlertRule(id: id.value, kind: kind, match: match.matcher.tags)
        rule.apply(change.change)
        change.tellMistakes(of: rule)
        for override in overrides {
            guard let section = override.change else { continue }
            var changed = rule
            changed.apply(section.change)
            section.tellMistakes(of: changed)
        }
        rule.overrides = overrides.map(\.override)
        draft.rule = rule
        return draft
    }
}

/// A rule and where the names in it stand.
struct RuleDraft {
    var id: Located<RuleID>
    var match: MatchDraft
    var overrides: [OverrideDraft]
    /// The rule; `nil` when it has a mistake.
    var rule: AlertRule?

    /// What the rule and its overrides choose cameras by.
    var matches: [MatchDraft] { [match] + overrides.map(\.match) }
}
