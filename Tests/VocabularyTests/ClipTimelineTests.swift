import FoundationEssentials
import Testing
import Vocabulary

private let june = Timestamp("2026-06-01T00:00:00Z") ?? .epoch

extension Duration {
    fileprivate static func hours(_ hours: Double) -> Duration { .seconds(hours * 3600) }
}

/// When the frames of a recording were captured.
@Suite struct ClipTimelineTests {
    static let recorded = june + .hours(5)

    @Test(
        "each timeline takes its own source of time",
        arguments: [
            (ClipTimeline.recorded, june + .hours(5)),
            (.every(start: june, interval: .hours(6)), june + .hours(18)),
            (.media(start: june), june + .seconds(12.5)),
            (.scaled(start: june, factor: 3600), june + .hours(12.5)),
        ])
    func captureTime(timeline: ClipTimeline, expected: Timestamp) {
        let time = timeline.captureTime(
            index: 3, mediaSeconds: 12.5, recordedTime: Self.recorded)
        #expect(time == expected)
    }

    @Test(
        "without what it needs, a timeline gives no time",
        arguments: [
            ClipTimeline.recorded, .media(start: june), .scaled(start: june, factor: 60),
        ])
    func missing(timeline: ClipTimeline) {
        #expect(timeline.captureTime(index: 0, mediaSeconds: nil, recordedTime: nil) == nil)
    }

    @Test("times that can't be held are refused, not wrapped")
    func outOfRange() {
        let every = ClipTimeline.every(start: june, interval: .days(10_000))
        #expect(every.captureTime(index: 1000, mediaSeconds: nil, recordedTime: nil) == nil)
        #expect(every.captureTime(index: .max, mediaSeconds: nil, recordedTime: nil) == nil)
        let scaled = ClipTimeline.scaled(start: june, factor: .infinity)
        #expect(scaled.captureTime(index: 0, mediaSeconds: 1, recordedTime: nil) == nil)
        let media = ClipTimeline.media(start: june)
        #expect(media.captureTime(index: 0, mediaSeconds: 8e9, recordedTime: nil) == nil)
    }

    @Test(
        "an interval that can't be held is refused",
        arguments: ["1e300", "-1e300", "9.3e9"])
    func hugeInterval(seconds: String) {
        let json = #"{"start": "2026-06-01T00:00:00Z", "everySeconds": \#(seconds)}"#
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(ClipTimeline.self, from: Data(json.utf8))
        }
    }

    @Test(
        "a timeline comes back as it went",
        arguments: [
            ClipTimeline.recorded, .media(start: june), .scaled(start: june, factor: 60),
            .every(start: june, interval: .hours(6)),
        ])
    func coding(timeline: ClipTimeline) throws {
        let coded = try JSONEncoder().encode(timeline)
        #expect(try JSONDecoder().decode(ClipTimeline.self, from: coded) == timeline)
    }
}
