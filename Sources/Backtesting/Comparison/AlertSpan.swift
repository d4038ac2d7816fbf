public import Vocabulary

/// An alert from its beginning to its end.
public struct AlertSpan: Hashable, Sendable {
    /// Which alert.
    public let identity: AlertIdentity
    /// What its rule watches.
    public let kind: AlertKind
    /// How serious it became.
    public internal(set) var severity: Severity
    /// When it fired.
    public let start: Timestamp
    /// When it was resolved; `nil` when it was open at the end.
    public internal(set) var end: Timestamp?

    /// The alerts that some events tell of, in the order in which they fired.
    public static func spans(of events: some Sequence<AlertEvent>) -> [AlertSpan] {
        var spans: [AlertSpan] = []
        var places: [AlertIdentity: Int] = [:]
        for event in events {
            guard let place = places[event.identity] else {
                guard event.state == .firing else { continue }
                places[event.identity] = spans.count
                spans.append(
                    AlertSpan(
                        identity: event.identity, kind: event.kind, severity: event.severity,
                        start: event.time))
                continue
            }
            spans[place].severity = max(spans[place].severity, event.severity)
            if event.state == .resolved { spans[place].end = event.time }
        }
        return spans
    }

    init(identity: AlertIdentity, kind: AlertKind, severity: Severity, start: Timestamp) {
        self.identity = identity
        self.kind = kind
        self.severity = severity
        self.start = start
    }

    /// Whether another alert of the same rule and subject tells of the same matter: both were open
    /// at some moment, or they fired within a week.
    func tellsTheSame(as other: AlertSpan) -> Bool {
        let endOfTime = Timestamp(nanosecondsSinceEpoch: .max)
        let overlap = start <= other.end ?? endOfTime && other.start <= end ?? endOfTime
        return overlap || abs((start - other.start).inDays) <= 7
    }

    /// Whether another alert differs from this one in its number alone.
    func isEqual(to other: AlertSpan) -> Bool {
        start == other.start && end == other.end && severity == other.severity
    }
}
