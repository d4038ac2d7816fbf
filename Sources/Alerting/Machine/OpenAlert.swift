internal import Vocabulary

/// What an open alert is, and what was told of it.
struct OpenAlert: Codable, Hashable, Sendable {
    /// What its rule watched when it fired.
    let kind: AlertKind
    /// How serious it is by now; it never falls.
    private(set) var severity: Severity
    /// The threshold at which it fired.
    let raise: Double
    /// When a department was last told of it; `nil` when that time says nothing any more.
    private(set) var told: Timestamp?
    /// Reminders that were given.
    private(set) var reminders = 0
    /// Whether somebody has said that they know of it.
    private(set) var isAcknowledged = false

    init(kind: AlertKind, severity: Severity, raise: Double, told: Timestamp?) {
        self.kind = kind
        self.severity = severity
        self.raise = raise
        self.told = told
    }

    /// Takes a higher severity; returns whether it is higher.
    mutating func rise(to severity: Severity, at time: Timestamp) -> Bool {
        guard severity > self.severity else { return false }
        self.severity = severity
        told = time
        return true
    }

    /// Whether the time for a reminder has come, or is not known.
    func mayRemind(at time: Timestamp, _ intervals: ReminderIntervals) -> Bool {
        guard !isAcknowledged, let interval = intervals[severity] else { return false }
        return told.map { time - $0 >= interval } ?? true
    }

    /// Counts a reminder when one is due.
    mutating func remind(at time: Timestamp, _ intervals: ReminderIntervals) -> Bool {
        guard mayRemind(at: time, intervals) else { return false }
        let isDue = told != nil
        told = time
        if isDue { reminders += 1 }
        return isDue
    }

    /// Notes that somebody knows of it.
    mutating func acknowledge() { isAcknowledged = true }

    /// Forgets when it was told, because times begin anew.
    mutating func forgetTimes() { told = nil }
}
