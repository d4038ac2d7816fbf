/// How serious an alert is.
public enum Severity: String, Codable, Hashable, Comparable, Sendable, CaseIterable {
    /// Worth knowing.
    case info
    /// Look at it this week.
    case warning
    /// Look at it today.
    case major
    /// Act now.
    case critical

    /// Orders from `info` up to `critical`.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .major: 2
        case .critical: 3
        }
    }
}
