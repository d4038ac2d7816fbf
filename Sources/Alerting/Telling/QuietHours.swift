public import Vocabulary

/// The hours of each day in which reminders wait; new alerts and ends are told at any hour.
public struct QuietHours: Codable, Hashable, Sendable {
    /// When they begin, in seconds since midnight.
    public var fromSecondOfDay: Int
    /// When they end, in seconds since midnight; before the beginning when they last past midnight.
    public var toSecondOfDay: Int
    /// The clocks by which they are meant.
    public var timeZone: CivilTimeZone

    /// Makes quiet hours; equal ends mean that there are none.
    public init(fromSecondOfDay: Int, toSecondOfDay: Int, timeZone: CivilTimeZone = .utc) {
        self.fromSecondOfDay = fromSecondOfDay
        self.toSecondOfDay = toSecondOfDay
        self.timeZone = timeZone
    }

    /// Whether reminders wait at a moment.
    public func contains(_ time: Timestamp) -> Bool {
        let second = timeZone.secondOfDay(at: time)
        return fromSecondOfDay <= toSecondOfDay
            ? second >= fromSecondOfDay && second < toSecondOfDay
            : second >= fromSecondOfDay || second < toSecondOfDay
    }
}
