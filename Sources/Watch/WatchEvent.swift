public import Vocabulary

/// What follows from an observation.
public enum WatchEvent: Codable, Hashable, Sendable {
    /// A new estimate of level and growth rate.
    case growth(GrowthEstimate)
    /// An alert fires or is resolved.
    ///
    /// Alerts are rare and large, so they are kept elsewhere, and estimates need no room for them.
    indirect case alert(AlertEvent)

    /// The change of an alert, when it is one.
    public var alert: AlertEvent? {
        if case .alert(let event) = self { event } else { nil }
    }
}
