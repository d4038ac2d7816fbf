public import Vocabulary

/// A week from Monday to Sunday in UTC, as ISO 8601 counts them.
public struct CivilWeek: Hashable, Sendable, CustomStringConvertible {
    /// Its Monday, in days since 1970-01-01.
    let monday: Int

    /// The week in which a moment lies.
    public init(of time: Timestamp) {
        // 1970-01-01 was a Thursday, three days after a Monday.
        let sinceMonday = time.wholeDay + 3
        monday = sinceMonday - (sinceMonday % 7 + 7) % 7 - 3
    }

    /// When it begins.
    public var start: Timestamp { .epoch + .days(Double(monday)) }

    /// `2026-W23`.
    public var description: String {
        // The week belongs to the year that its Thursday lies in.
        let thursday = Timestamp.epoch + .days(Double(monday + 3))
        let year = thursday.description.prefix(4)
        let newYear = Timestamp("\(year)-01-01T00:00:00Z") ?? thursday
        let number = (thursday.wholeDay - newYear.wholeDay) / 7 + 1
        return "\(year)-W\(number < 10 ? "0" : "")\(number)"
    }
}
