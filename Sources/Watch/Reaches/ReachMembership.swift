public import Alerting

/// That a camera's samples count for a reach, and how the reach is judged.
public struct ReachMembership: Hashable, Sendable {
    /// The reach as the site has it now.
    public var reach: Reach
    /// The rules as they hold for the reach.
    public var rules: [AlertRule]

    /// Makes a membership.
    public init(reach: Reach, rules: [AlertRule]) {
        self.reach = reach
        self.rules = rules
    }
}
