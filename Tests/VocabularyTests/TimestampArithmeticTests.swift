import Testing
import Vocabulary

/// Moments and lengths of time.
@Suite struct TimestampArithmeticTests {
    static let june = Timestamp(nanosecondsSinceEpoch: 1_780_272_000_000_000_000)

    @Test("a length added and taken away leads back")
    func addition() {
        let later = Self.june + .days(1.5)
        #expect(later.description == "2026-06-02T12:00:00Z")
        #expect(later - .days(1.5) == Self.june)
        #expect(later - Self.june == .days(1.5))
        #expect(Self.june - later == .days(-1.5))
        #expect(Self.june < later)
    }

    @Test("sums stop at the ends of the range instead of wrapping or trapping")
    func saturation() {
        let last = Timestamp(nanosecondsSinceEpoch: .max)
        let first = Timestamp(nanosecondsSinceEpoch: .min)
        #expect(Self.june + .days(1_000_000) == last)
        #expect(last + .nanoseconds(1) == last)
        #expect(first - .nanoseconds(1) == first)
        #expect(Self.june - .days(1_000_000) == first)
        #expect(last - first == .nanoseconds(Int64.max) - .nanoseconds(Int64.min))
    }

    @Test("seconds and days since the epoch")
    func units() {
        #expect(Self.june.secondsSinceEpoch == 1_780_272_000)
        #expect(Self.june.daysSinceEpoch == 20_605)
        #expect(Timestamp(secondsSinceEpoch: 1_780_272_000) == Self.june)
        #expect(Timestamp(secondsSinceEpoch: 0.1)?.nanosecondsSinceEpoch == 100_000_000)
        #expect(Timestamp.epoch.description == "1970-01-01T00:00:00Z")
    }

    @Test(
        "seconds that no moment has are refused",
        arguments: [Double.nan, .infinity, -.infinity, 9.3e9, -9.3e9])
    func outOfRange(seconds: Double) {
        #expect(Timestamp(secondsSinceEpoch: seconds) == nil)
    }

    @Test("lengths in seconds, days and nanoseconds")
    func durations() {
        #expect(Duration.days(2).inSeconds == 172_800)
        #expect(Duration.seconds(129_600).inDays == 1.5)
        #expect(Duration.milliseconds(1250).inSeconds == 1.25)
        #expect(Duration.milliseconds(-1250).clampedNanoseconds == -1_250_000_000)
        #expect(Duration.seconds(10_000_000_000).clampedNanoseconds == .max)
        #expect(Duration.seconds(-10_000_000_000).clampedNanoseconds == .min)
    }
}
