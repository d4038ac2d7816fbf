import Testing
import Vocabulary

/// RFC 3339 in and out.
@Suite struct TimestampFormatTests {
    /// Seconds since the epoch from `date -u -d … +%s`.
    @Test(
        "reads what it writes",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-06-01T06:00:00Z", 1_780_293_600),
            ("2000-02-29T23:59:59Z", 951_868_799), ("2024-02-29T12:00:00Z", 1_709_208_000),
            ("1969-12-31T23:59:59Z", -1), ("1900-03-01T00:00:00Z", -2_203_891_200),
            ("2100-03-01T00:00:00Z", 4_107_542_400), ("2261-12-31T23:59:59Z", 9_214_646_399),
            ("1678-01-01T00:00:00Z", -9_214_560_000),
        ] as [(String, Int64)])
    func bothWays(text: String, seconds: Int64) {
        #expect(Timestamp(text)?.nanosecondsSinceEpoch == seconds * 1_000_000_000)
        #expect(Timestamp(nanosecondsSinceEpoch: seconds * 1_000_000_000).description == text)
    }

    @Test(
        "other spellings of a moment are read and written in the one form",
        arguments: [
            ("2026-06-01T14:00:00+08:00", "2026-06-01T06:00:00Z"),
            ("2026-05-31T20:30:00-09:30", "2026-06-01T06:00:00Z"),
            ("2026-06-01t06:00:00z", "2026-06-01T06:00:00Z"),
            ("2026-06-01 06:00:00Z", "2026-06-01T06:00:00Z"),
            ("2026-06-01T06:00:00.000Z", "2026-06-01T06:00:00Z"),
            ("2026-06-01T06:00:00.250Z", "2026-06-01T06:00:00.25Z"),
            ("2026-06-01T06:00:00.000000001Z", "2026-06-01T06:00:00.000000001Z"),
            ("2026-06-01T06:00:00.1234567899Z", "2026-06-01T06:00:00.123456789Z"),
            ("2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00Z"),
            ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
            ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"),
        ])
    func spellings(text: String, expected: String) {
        #expect(Timestamp(text)?.description == expected)
    }

    @Test(
        "what is not such a moment is refused",
        arguments: [
            "", "2026", "2026-06-01", "2026-06-01T06:00Z", "2026-06-01T06:00:00",
            "2026-06-01T06:00:00+0800", "2026-06-01T06:00:00+08", "2026-06-01T06:00:00+24:00",
            "2026-06-01T06:00:00+08:60", "2026-06-01T24:00:00Z", "2026-06-01T06:60:00Z",
            "2026-06-01T06:00:61Z", "2026-00-01T06:00:00Z", "2026-13-01T06:00:00Z",
            "2026-06-00T06:00:00Z", "2026-06-31T06:00:00Z", "2026-02-29T06:00:00Z",
            "2100-02-29T06:00:00Z", "2026-06-01T06:00:00.Z", "2026-06-01T06:00:00Z ",
            " 2026-06-01T06:00:00Z", "2026-6-1T06:00:00Z", "1677-09-21T00:12:43.145224191Z",
            "2262-04-11T23:47:16.854775808Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
            "+026-06-01T06:00:00Z", "2026-06-01T06:00:00,5Z",
            "２０２６-06-01T06:00:00Z", "not a time",
        ])
    func refused(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test("every day of four centuries comes back, and each comes after the one before")
    func everyDay() throws {
        var moment = try #require(Timestamp("1800-01-01T00:00:00Z"))
        var previous = ""
        var wrong: [String] = []
        for _ in 0..<146_097 {
            let text = moment.description
            if Timestamp(text) != moment || text <= previous { wrong.append(text) }
            previous = text
            moment = moment + .days(1)
        }
        #expect(wrong == [])
        #expect(previous == "2199-12-31T00:00:00Z")
    }

    @Test("any moment of the range comes back as it was written")
    func wholeRange() {
        // Knuth's generator (MMIX): the same moments at every run, over all 64 bits.
        var state: UInt64 = 7
        var moments = (0..<10_000).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(bitPattern: state)
        }
        moments += stride(from: 0, to: 2_000_000_000, by: 99_999_989).flatMap {
            [Int64.min + $0, Int64.max - $0]
        }
        let wrong = moments.filter {
            let moment = Timestamp(nanosecondsSinceEpoch: $0)
            return Timestamp(moment.description) != moment
        }
        #expect(wrong == [])
    }

    @Test("the ends of the range can be written")
    func ends() {
        #expect(
            Timestamp(nanosecondsSinceEpoch: .max).description == "2262-04-11T23:47:16.854775807Z")
        #expect(
            Timestamp(nanosecondsSinceEpoch: .min).description == "1677-09-21T00:12:43.145224192Z")
    }
}
