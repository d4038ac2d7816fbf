internal import Vocabulary

/// How the alerts of the same water differ between two rulings.
public struct AlertComparison: Sendable {
    /// Alerts that only the new rules raise.
    public private(set) var added: [AlertSpan] = []
    /// Alerts that only the current rules raise.
    public private(set) var removed: [AlertSpan] = []
    /// Alerts of the same matter that begin or end at another time, or are as serious otherwise.
    public private(set) var moved: [MovedAlert] = []
    /// How many alerts are the same.
    public private(set) var unchangedCount = 0

    /// An alert by the current and by the new rules.
    public struct MovedAlert: Hashable, Sendable {
        /// By the current rules.
        public let current: AlertSpan
        /// By the new ones.
        public let new: AlertSpan
    }

    private struct Key: Hashable {
        let rule: RuleID
        let subject: AlertSubject
    }

    /// Compares alerts of the same time.
    ///
    /// Two alerts are paired when rule and subject are the same and they tell of the same matter: both
    /// were open at some moment, or they fired within a week. So a rule with another id is another
    /// rule. Each list is in the order of time; the order of the alerts given does not matter.
    public init(current: [AlertSpan], new: [AlertSpan]) {
        func key(_ span: AlertSpan) -> Key {
            Key(rule: span.identity.rule, subject: span.identity.subject)
        }
        let before = Dictionary(grouping: current, by: key)
        let after = Dictionary(grouping: new, by: key)
        for key in Set(before.keys).union(after.keys) {
            pair(
                before[key, default: []].sorted { $0.start < $1.start },
                after[key, default: []].sorted { $0.start < $1.start })
        }
        added.sort(by: Self.isBefore)
        removed.sort(by: Self.isBefore)
        moved.sort { Self.isBefore($0.new, $1.new) }
    }

    private mutating func pair(_ current: [AlertSpan], _ new: [AlertSpan]) {
        var old = current[...]
        var fresh = new[...]
        while let one = old.first, let other = fresh.first {
            if one.tellsTheSame(as: other) {
                if one.isEqual(to: other) {
                    unchangedCount += 1
                } else {
                    moved.append(MovedAlert(current: one, new: other))
                }
                old.removeFirst()
                fresh.removeFirst()
            } else if one.start < other.start {
                removed.append(old.removeFirst())
            } else {
                added.append(fresh.removeFirst())
            }
        }
        removed += old
        added += fresh
    }

    private static func isBefore(_ left: AlertSpan, _ right: AlertSpan) -> Bool {
        if left.start != right.start { return left.start < right.start }
        return "\(left.identity)" < "\(right.identity)"
    }
}
