internal import Vocabulary

/// The steps in which a simulated year goes by.
enum RiverClock {
    /// From one tick to the next, in seconds.
    static let tickSeconds: Int64 = 1800
    /// From one tick to the next, in days.
    static let tickDays = Double(tickSeconds) / 86_400
    /// Ticks of a day.
    static let ticksPerDay = 48
    /// Days of a simulated year.
    static let daysPerYear = 365
    /// Ticks of a year, both ends counted.
    static let ticksPerYear = daysPerYear * ticksPerDay + 1

    /// When a simulated year begins: 2026-01-01T00:00:00Z.
    static let start = Timestamp(nanosecondsSinceEpoch: 1_767_225_600_000_000_000)

    /// The moment of a tick.
    static func time(ofTick tick: Int) -> Timestamp {
        start + .seconds(Int64(tick) * tickSeconds)
    }

    /// Ticks from `days` after the start on.
    static func tick(atDay days: Double) -> Int { Int((days / tickDays).rounded()) }
}
