/// A moment in UTC, to the nanosecond.
///
/// Capture time is data: it is set once, where a frame enters the system, and travels with the
/// sample from there. Nothing below `Fleet` asks a clock for the time.
///
/// The range is 1677 to 2262 (64-bit nanoseconds around 1970-01-01T00:00:00Z; leap seconds are not
/// counted, as in POSIX time). Coded as an RFC 3339 string in UTC.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Nanoseconds since 1970-01-01T00:00:00Z.
    public var nanosecondsSinceEpoch: Int64

    /// Makes a moment from nanoseconds since 1970-01-01T00:00:00Z.
    public init(nanosecondsSinceEpoch: Int64) {
        self.nanosecondsSinceEpoch = nanosecondsSinceEpoch
    }

    /// Makes a moment from seconds since 1970-01-01T00:00:00Z, rounded to the nanosecond.
    ///
    /// - Returns: `nil` when `seconds` is not finite or lies outside the range of the type.
    public init?(secondsSinceEpoch seconds: Double) {
        guard seconds.isFinite, abs(seconds) < 9.2e9 else { return nil }
        nanosecondsSinceEpoch = Int64((seconds * 1e9).rounded())
    }

    /// 1970-01-01T00:00:00Z.
    public static let epoch = Timestamp(nanosecondsSinceEpoch: 0)

    /// Seconds since 1970-01-01T00:00:00Z.
    public var secondsSinceEpoch: Double { Double(nanosecondsSinceEpoch) / 1e9 }

    /// Days since 1970-01-01T00:00:00Z, the unit of every growth rate.
    public var daysSinceEpoch: Double { Double(nanosecondsSinceEpoch) / 86_400e9 }

    /// Whether `left` is earlier than `right`.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.nanosecondsSinceEpoch < right.nanosecondsSinceEpoch
    }

    /// The moment `interval` later; stops at the end of the range.
    public static func + (moment: Timestamp, interval: Duration) -> Timestamp {
        let sinceEpoch = Duration.nanoseconds(moment.nanosecondsSinceEpoch) + interval
        return Timestamp(nanosecondsSinceEpoch: sinceEpoch.clampedNanoseconds)
    }

    /// The moment `interval` earlier; stops at the start of the range.
    public static func - (moment: Timestamp, interval: Duration) -> Timestamp {
        moment + (.zero - interval)
    }

    /// How long after `earlier` this moment is; negative when it is before.
    public static func - (later: Timestamp, earlier: Timestamp) -> Duration {
        let (length, overflow) = later.nanosecondsSinceEpoch
            .subtractingReportingOverflow(earlier.nanosecondsSinceEpoch)
        // A `Duration` has 128 bits, whose arithmetic is slow.
        return overflow
            ? .nanoseconds(later.nanosecondsSinceEpoch)
                - .nanoseconds(earlier.nanosecondsSinceEpoch)
            : .nanoseconds(length)
    }
}

extension Duration {
    /// The length in seconds.
    public var inSeconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }

    /// The length in days of 86,400 seconds.
    public var inDays: Double { inSeconds / 86_400 }

    /// A length of `days` times 86,400 seconds.
    public static func days(_ days: Double) -> Duration { .seconds(days * 86_400) }

    /// The length in whole nanoseconds, held within the range of `Int64`.
    public var clampedNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, overflowInSum) = scaled.addingReportingOverflow(attoseconds / 1_000_000_000)
        guard overflow || overflowInSum else { return sum }
        return seconds < 0 ? .min : .max
    }
}
