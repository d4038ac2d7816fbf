import Alerting
import Vocabulary

/// A rule's `overrides`: `[{match: {kind-of-place: lock}, raise: 20%}, {match: {camera: weir}, off: true}]`.
struct OverridesSection {
    /// `nil` when the rule's kind is not known, so that its numbers can't be read.
    let kind: AlertKind?

    var shape: Shape<[OverrideDraft]> {
        Shape<[OverrideDraft]>.list(of: Shape(read: override), called: "a list of overrides")
            .filled("override")
    }

    private func override(_ source: SourceValue) -> OverrideDraft? {
        guard var keys = MappingReader(source, "an override") else { return nil }
        let match = keys.required(
            "match", MatchSection.ofOverride, example: "match: {camera: lock-3}")
        let isOff = keys.optional("off", Shape<Bool>.toggle) ?? false
        var change = RuleChangeSection(kind: kind)
        change.read(&keys, needsRaise: false)
        keys.finish()
        guard let match else { return nil }
        return OverrideDraft(match: match, change: change.isSound ? change : nil, isOff: isOff)
    }
}

/// An override and where the names in its match stand.
struct OverrideDraft {
    var match: MatchDraft
    /// What is different; `nil` when it has a mistake.
    var change: RuleChangeSection?
    var isOff: Bool

    /// The override as rules follow it.
    var override: RuleOverride {
        RuleOverride(
            tags: match.matcher.tags, cameras: match.matcher.cameras,
            change: change?.change ?? RuleChange(), isOff: isOff)
    }
}
