public import Alerting
public import Vocabulary

/// What has become of alerts in one transaction, and who is told.
public struct CommittedAlerts: Hashable, Sendable {
    /// Changes of alerts that were not in the store before, those of the reach first.
    public var events: [AlertEvent]
    /// The notices whose messages are in the outbox now.
    public var notices: [Notice]

    /// Makes a record.
    public init(events: [AlertEvent] = [], notices: [Notice] = []) {
        self.events = events
        self.notices = notices
    }

    /// Nothing has changed.
    public static let none = CommittedAlerts()
}
