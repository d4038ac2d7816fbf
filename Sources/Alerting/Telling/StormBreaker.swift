public import Vocabulary

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// When so many alerts are a storm, and how it is told.
public struct StormSettings: Codable, Hashable, Sendable {
    /// More than this many times the usual number of new alerts in an hour is a storm.
    public var factor: Double
    /// So many new alerts in an hour are never a storm, however few are usual.
    public var floor: Int
    /// How long alerts are gathered for one summary.
    ///
    /// EEMUA 191 has one alarm in ten minutes as the most that an operator can answer.
    public var summaryEvery: Duration
    /// The tag by whose value summaries are made.
    public var groupTag: String

    /// Makes settings.
    public init(
        factor: Double = 3, floor: Int = 20, summaryEvery: Duration = .seconds(600),
        groupTag: String = "district"
    ) {
        self.factor = factor
        self.floor = floor
        self.summaryEvery = summaryEvery
        self.groupTag = groupTag
    }

    /// Three times the usual rate, never below 20 an hour; a summary per district each 10 minutes.
    public static let standard = StormSettings()
}

/// A city's circuit breaker: notices when alerts come so thick that nobody could answer them.
///
/// ```
///            more than max(floor, factor × usual) in the last hour
///   closed ────────────────────────────────────────────────────────▶ open
///      ▲                                                              │
///      └──────────────────────────────────────────────────────────────┘
///                          half of that or less
/// ```
///
/// The usual rate is an average whose memory fades over 30 days. An hour counts towards it with no
/// more alerts than the limit, so one storm does not become usual, and a season that lasts does.
public struct StormBreaker: Codable, Hashable, Sendable {
    /// Whether new alerts are to be summed up rather than told one by one.
    public private(set) var isOpen = false
    /// New alerts in an hour, on average.
    private var usualPerHour = 0.0
    /// New alerts of the last hour, minute by minute, oldest first; minutes without one are left out.
    private var recent: [Minute] = []
    /// The latest time of which the breaker knows.
    private var newest: Timestamp?

    private struct Minute: Codable, Hashable, Sendable {
        var number: Int64
        var alerts: Int
    }

    /// How slowly the usual rate forgets.
    private static let memory = Duration.days(30)

    /// Starts closed, knowing of no alert.
    public init() {}

    /// Counts a new alert.
    ///
    /// - Parameter time: When it is decided; a time before the latest one counts as that.
    /// - Returns: Whether it is to be told by itself; if not, it is to be summed up.
    public mutating func admits(at time: Timestamp, settings: StormSettings = .standard) -> Bool {
        let time = advance(to: time, settings: settings)
        let minute = Self.minute(of: time)
        if recent.last?.number == minute {
            recent[recent.count - 1].alerts += 1
        } else {
            recent.append(Minute(number: minute, alerts: 1))
        }
        let limit = limit(settings)
        let count = Double(alertsOfLastHour)
        if count > limit { isOpen = true }
        usualPerHour += min(1, limit / count) * (.seconds(3600) / Self.memory)
        return !isOpen
    }

    /// Lets time pass, so that a storm that is over ends without another alert.
    ///
    /// - Returns: `time`, or the latest time where that is later.
    @discardableResult
    public mutating func advance(
        to time: Timestamp, settings: StormSettings = .standard
    ) -> Timestamp {
        let time = max(time, newest ?? time)
        if let newest, time > newest {
            usualPerHour *= exp(-((time - newest) / Self.memory))
        }
        newest = time
        let oldest = Self.minute(of: time) - 59
        recent.removeAll { $0.number < oldest }
        if isOpen, Double(alertsOfLastHour) <= limit(settings) / 2 { isOpen = false }
        return time
    }

    /// New alerts in the last hour, to the minute.
    public var alertsOfLastHour: Int { recent.reduce(0) { $0 + $1.alerts } }

    private func limit(_ settings: StormSettings) -> Double {
        max(Double(settings.floor), settings.factor * usualPerHour)
    }

    private static func minute(of time: Timestamp) -> Int64 {
        Int64((time.secondsSinceEpoch / 60).rounded(.down))
    }
}
