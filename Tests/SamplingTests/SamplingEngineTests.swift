import Imaging
import ModelFixtures
import Sampling
import Segmentation
import Testing
import Video
import Vocabulary

/// Jobs over clips that are made for the purpose: eight keyframes, one a second, the nth green by
/// n tenths.
///
/// A model that goes by colour alone judges them.
@Suite struct SamplingEngineTests {
    private let folder: TemporaryFolder
    private let clip: String
    private let model: VegetationModel
    private let shares = (0..<8).map { Double($0) / 10 }

    init() throws {
        folder = try TemporaryFolder()
        clip = folder.file("growing.mp4")
        model = try ColourModel.loaded()
        try PaintedRiver.writeClip(to: clip, greenShares: shares)
    }

    @Test("every keyframe of a clip is a measurement of its own, in order")
    func everyKeyframe() throws {
        let outcome = try SamplingOutcome.of(job(.everyKeyframe), model: model)
        #expect(outcome.measurements.map(\.index) == Array(0..<8))
        #expect(outcome.end == SamplingReport.End(job: "test", measurements: 8, damaged: 0))
        for (second, measurement) in outcome.measurements.enumerated() {
            let seconds = try #require(measurement.mediaSeconds)
            #expect(abs(seconds - Double(second)) < 0.01)
            let reading = try #require(measurement.reading)
            #expect(abs(reading.coverage - shares[second]) < 0.05)
            #expect(reading.frames == 1)
            #expect(measurement.width == 320 && measurement.height == 180)
            #expect(measurement.decodeSeconds > 0 && measurement.analysisSeconds > 0)
        }
        #expect(Set(outcome.measurements.map(\.pictureHash)).count == 8)
    }

    @Test("a burst is one measurement, of its last frame", arguments: [3, 5])
    func burst(count: Int) throws {
        let outcome = try SamplingOutcome.of(job(.burst(count: count)), model: model)
        #expect(outcome.measurements.count == 1 && outcome.end.measurements == 1)
        #expect(outcome.end.failure == nil)
        let reading = try #require(outcome.measurements.first?.reading)
        #expect(reading.frames == count)
        #expect(abs(reading.coverage - shares[count - 1]) < 0.05)
        #expect(outcome.measurements.first?.index == 0)
    }

    @Test("a burst longer than the clip takes what there is")
    func longBurst() throws {
        let outcome = try SamplingOutcome.of(job(.burst(count: 100)), model: model)
        #expect(outcome.measurements.first?.reading?.frames == 8)
        #expect(outcome.end.failure == nil)
    }

    @Test("a keyframe is found by its number", arguments: [0, 5, 7])
    func keyframe(index: Int) throws {
        let outcome = try SamplingOutcome.of(job(.keyframe(index: index)), model: model)
        #expect(outcome.measurements.map(\.index) == [index])
        let reading = try #require(outcome.measurements.first?.reading)
        #expect(abs(reading.coverage - shares[index]) < 0.05)
    }

    @Test("the keyframe at or before a media time is found", arguments: [0.0, 2.0, 3.7])
    func mediaTime(seconds: Double) throws {
        let outcome = try SamplingOutcome.of(job(.mediaTime(seconds: seconds)), model: model)
        let measurement = try #require(outcome.measurements.first)
        let found = try #require(measurement.mediaSeconds)
        #expect(abs(found - seconds.rounded(.down)) < 0.01)
        let reading = try #require(measurement.reading)
        #expect(abs(reading.coverage - shares[Int(seconds)]) < 0.05)
    }

    @Test(
        "past the end there is no frame and no failure",
        arguments: [FrameSelection.keyframe(index: 8), .mediaTime(seconds: 100)])
    func pastTheEnd(selection: FrameSelection) throws {
        let outcome = try SamplingOutcome.of(job(selection), model: model)
        #expect(outcome.measurements.isEmpty)
        #expect(outcome.end == SamplingReport.End(job: "test", measurements: 0, damaged: 0))
    }

    @Test("only the zone is measured, whatever size it was drawn for")
    func polygonZone() throws {
        var job = job(.keyframe(index: 3))
        job.zone = .polygon(
            width: 640, height: 360,
            points: [(0, 0), (320, 0), (320, 360), (0, 360)].map { PicturePoint(x: $0, y: $1) })
        let reading = try #require(
            SamplingOutcome.of(job, model: model).measurements.first?.reading)
        #expect(abs(reading.coverage - 0.6) < 0.05)
    }

    @Test("a mask names the water too, and is read again when it changes")
    func maskZone() throws {
        var job = job(.keyframe(index: 3))
        job.zone = .mask(path: folder.file("water.png"))
        var engine = SamplingEngine(model: model)
        for (left, expected) in [(0, 0.3), (160, 0.0)] {
            var mask = Plane(width: 320, height: 180)
            for y in 0..<180 {
                for x in left..<320 { mask[x, y] = 255 }
            }
            _ = try folder.write(PictureEncoder.greyPNG(mask), to: "water.png")
            let outcome = try SamplingOutcome.of(job, by: &engine)
            let reading = try #require(outcome.measurements.first?.reading)
            #expect(abs(reading.coverage - expected) < 0.05)
        }
    }

    @Test("a zone that is no zone of the picture refuses each frame and says why")
    func zoneOutside() throws {
        var job = job(.burst(count: 3))
        job.zone = .polygon(
            width: 320, height: 180,
            points: [(400, 0), (500, 0), (500, 100)].map { PicturePoint(x: $0, y: $1) })
        let verdict = try #require(
            SamplingOutcome.of(job, model: model).measurements.first?.verdict)
        guard case .rejected(let reason, let detail) = verdict else {
            Issue.record("the frame was accepted")
            return
        }
        #expect(reason == .zoneOutsidePicture)
        #expect(detail.contains("320 × 180"))
    }

    @Test("a black clip gives refused frames, not zero coverage")
    func blackClip() throws {
        let path = folder.file("black.mp4")
        try PaintedRiver.writeClip(to: path, greenShares: [0.5, 0.5], brightness: 8)
        let outcome = try SamplingOutcome.of(job(.everyKeyframe, of: path), model: model)
        #expect(outcome.measurements.map(\.verdict.reason) == [.black, .black])
        #expect(outcome.end.measurements == 2)
    }

    @Test("an engine serves pictures of many sizes one after the other")
    func manySizes() throws {
        var engine = SamplingEngine(model: model)
        for (width, height) in [(320, 180), (64, 48), (640, 360), (202, 150)] {
            let path = folder.file("\(width).mp4")
            try PaintedRiver.writeClip(
                to: path, greenShares: [0.5], width: width, height: height)
            let outcome = try SamplingOutcome.of(job(.everyKeyframe, of: path), by: &engine)
            #expect(outcome.measurements.map(\.width) == [width])
            let reading = try #require(outcome.measurements.first?.reading)
            #expect(abs(reading.coverage - 0.5) < 0.1)
        }
    }

    private func job(_ selection: FrameSelection, of path: String? = nil) -> SamplingJob {
        SamplingJob(
            id: "test", source: VideoSource(location: path ?? clip), selection: selection)
    }
}
