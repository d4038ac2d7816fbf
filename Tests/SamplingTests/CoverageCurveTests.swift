import Sampling
import Testing
import Vocabulary

@Suite struct CoverageCurveTests {
    @Test("a refused frame cuts the curve in two")
    func gaps() {
        var curve = CoverageCurve()
        for (index, coverage) in [0.1, 0.2, nil, nil, 0.3].enumerated() {
            curve.add(.example(index: index, mediaSeconds: Double(index), coverage: coverage))
        }
        #expect(curve.pieces.map { $0.map(\.coverage) } == [[0.1, 0.2], [0.3]])
        #expect(curve.gaps.map(\.position) == [2, 3])
        #expect(curve.range == 0...4)
        #expect(curve.scale == .mediaTime)
    }

    @Test("without times frames stand one after the other")
    func keyframes() {
        var curve = CoverageCurve()
        curve.add(.example(index: 3, coverage: 0.1))
        #expect(curve.scale == .keyframes)
        #expect(curve.range == 3...4)
    }

    @Test("recorded time comes before media time, and never runs backwards")
    func recordedTime() throws {
        var curve = CoverageCurve()
        for seconds in [100.0, 160, 130] {
            curve.add(
                .example(
                    mediaSeconds: 0, recordedTime: Timestamp(secondsSinceEpoch: seconds),
                    coverage: 0.1))
        }
        #expect(curve.scale == .recordedTime)
        #expect(curve.points.map(\.position) == [100, 160, 160])
    }

    @Test("texts say what a person reads at a glance")
    func texts() {
        #expect(OverlayText.percent(0.2345) == "23.5 %")
        #expect(OverlayText.percent(1.2) == "100.0 %")
        #expect(OverlayText.mediaTime(seconds: 725.04) == "12:05.0")
        #expect(OverlayText.mediaTime(seconds: 59.96) == "1:00.0")
        #expect(OverlayText.recordedTime(secondsSinceEpoch: 0) == "1970-01-01 00:00")
        #expect(OverlayText.words(.zoneOutsidePicture) == "zone outside picture")
    }
}

extension SamplingReport.Measurement {
    /// A measurement with the figures that the overlay shows; refused without a coverage.
    static func example(
        index: Int = 0, mediaSeconds: Double? = nil, recordedTime: Timestamp? = nil,
        coverage: Double?
    ) -> SamplingReport.Measurement {
        SamplingReport.Measurement(
            job: "example", index: index, mediaSeconds: mediaSeconds, recordedTime: recordedTime,
            verdict: coverage.map {
                .accepted(
                    CoverageReading(
                        coverage: $0, visibleShare: 1, sigmaLogit: 0.2, frames: 1,
                        model: "test-1"))
            } ?? .rejected(reason: .black, detail: "Too dark."),
            pictureHash: 0, width: 640, height: 360, decodeSeconds: 0, analysisSeconds: 0)
    }
}
