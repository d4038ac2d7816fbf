import Vocabulary

/// A condition that holds but has not lasted long enough, and which one it is.
struct PendingAlert: Codable, Hashable, Sendable {
    private let kind: AlertKind
    private let raise: Double
    /// The readings that were at `raise` or above.
    var spell: Spell

    /// Begins to wait for the hold of `rule`.
    init(of rule: AlertRule, at time: Timestamp) {
        kind = rule.kind
        raise = rule.raise
        spell = Spell(at: time)
    }

    /// Whether the readings so far were held against what `rule` asks now.
    func isOf(_ rule: AlertRule) -> Bool { kind == rule.kind && raise == rule.raise }
}
