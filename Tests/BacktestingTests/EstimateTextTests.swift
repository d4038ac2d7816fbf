import Backtesting
import JSONLines
import Testing
import Vocabulary

@Suite struct EstimateTextTests {
    private struct Read: Decodable {
        let camera: String
        let time: Timestamp
        let coverage: Double
        let rate: Double?
        let rateLow: Double?
        let doublingDays: Double?
        let published: Bool
        let withheld: String?
    }

    private func estimate(_ camera: CameraID, _ time: Timestamp, rate: Double?) -> GrowthEstimate {
        GrowthEstimate(
            camera: camera, time: time, coverage: 0.1234567, levelLow: 0, levelHigh: 1, rate: rate,
            rateLow: rate.map { $0 - 1 }, rateHigh: rate, doublingDays: rate.map { _ in 3.25 },
            published: rate != nil, withheld: rate == nil ? .saturated : nil)
    }

    @Test("the text is JSON with the figures to six decimals and times in RFC 3339")
    func figures() throws {
        let time = try #require(Timestamp("2026-06-01T06:00:05Z"))
        var text = EstimateText()
        text.add(estimate("lock\"3\\\u{1}水", time, rate: 0.25))
        text.add(estimate("b", time + .milliseconds(250), rate: nil))
        let all = try JSONLine.decode(
            [Read].self, from: "[" + String(decoding: text.bytes, as: UTF8.self) + "]")
        #expect(all.map(\.camera) == ["lock\"3\\\u{1}水", "b"])
        #expect(all.map(\.time) == [time, time + .milliseconds(250)])
        #expect(all.map(\.coverage) == [0.123457, 0.123457])
        #expect(all.map(\.rate) == [0.25, nil])
        #expect(all.map(\.rateLow) == [-0.75, nil])
        #expect(all.map(\.doublingDays) == [3.25, nil])
        #expect(all.map(\.withheld) == [nil, "saturated"])
        #expect(all.map(\.published) == [true, false])
    }
}
