public import Vocabulary

/// The incidents of one camera or reach that are not closed yet.
///
/// A value without clock or I/O: equal events give equal notices, so the live judge and a test of
/// rules decide by the same code who is told.
public struct IncidentBook: Hashable, Sendable {
    /// The incidents, by the identity of their alerts.
    public private(set) var incidents: [AlertIdentity: Incident]

    /// Makes a book of incidents of one camera or reach.
    public init(_ incidents: [Incident] = []) {
        self.incidents = Dictionary(
            incidents.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What the alerts watch that are open.
    public var openKinds: Set<AlertKind> {
        Set(incidents.values.filter(\.isOpen).map(\.opening.kind))
    }

    /// Takes in what has become of the alerts, and decides who is told of what.
    ///
    /// It is to be called at each observation, with or without events: what was kept back may be
    /// told now. Closed incidents stay in the book until ``removeClosed()``.
    ///
    /// - Parameters:
    ///   - events: Changes of the alerts of this camera or reach, in their order.
    ///   - tags: The tags of the camera or reach; `nil` when the site no longer has it.
    ///   - time: Capture time of the newest observation.
    ///   - circumstances: What stands around the alerts; the breaker counts on.
    /// - Returns: Notices in the order in which they are to be sent.
    public mutating func step(
        _ events: [AlertEvent], tags: [String: String]?, at time: Timestamp,
        in circumstances: inout Incident.Circumstances, policy: NotificationPolicy
    ) -> [Notice] {
        if let tags {
            for identity in incidents.keys { incidents[identity]?.tags = tags }
        }
        var notices: [Notice] = []
        for event in events {
            let identity = event.identity
            if incidents[identity] == nil, event.state != .resolved {
                incidents[identity] = Incident(opening: event, tags: tags ?? [:])
            }
            incidents[identity]?.take(event)
            notices +=
                incidents[identity]?.notices(
                    at: event.time, in: &circumstances, policy: policy) ?? []
        }
        let changed = Set(events.map(\.identity))
        let waiting = incidents.keys.filter { !changed.contains($0) }
        for identity in waiting.sorted(by: { "\($0)" < "\($1)" }) {
            guard incidents[identity]?.isOpen == true else { continue }
            notices +=
                incidents[identity]?.notices(
                    at: time, in: &circumstances, policy: policy) ?? []
        }
        return notices
    }

    /// Forgets the incidents after which nothing can follow.
    public mutating func removeClosed() {
        incidents = incidents.filter { !$0.value.isClosed }
    }
}
