/// Where one rule stands for one subject.
public enum AlertPhase: String, Codable, Hashable, Sendable, CaseIterable {
    /// Nothing to tell.
    case ok
    /// The condition is met but has not lasted long enough.
    case pending
    /// An alert is open.
    case firing
    /// An alert is open and its condition is away, but not for long enough.
    case resolving
    /// No usable sample has come for long, so nothing is known of the water; an open alert stays open.
    case unknown
}
