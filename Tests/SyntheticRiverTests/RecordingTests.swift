import FoundationEssentials
import Imaging
import SyntheticRiver
import Testing
import Video
import Vocabulary

/// Clips read back through the product's own reader.
@Suite struct RecordingTests {
    @Test(
        "each sample becomes one keyframe that looks like what was drawn",
        arguments: [ClipSettings.Codec.h264, .h265, .mjpeg])
    func keyframes(codec: ClipSettings.Codec) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "duckweed-river-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "clip.mp4").path(percentEncoded: false)
        // MJPEG knows keyframes only.
        let plan = ClipPlan(
            site: .canal(width: 128, height: 72), seed: 5, start: FixtureClip.start,
            every: .hours6, sampleCount: 5,
            growth: GrowthPlan(initialCoverage: 0.3, ratePerDay: 0.25),
            framesPerSample: codec == .mjpeg ? 1 : 3)
        var film = try RiverFilm(plan)
        let truth = try film.record(to: path, codec: codec, quality: codec == .mjpeg ? 90 : 20)
        #expect(truth.keyframes.count == 5)

        var drawn: [Double] = []
        _ = film.play { frame in drawn.append(Self.meanLuma(frame)) }
        var reader = try VideoReader(VideoSource(location: path), deadlineSeconds: 10)
        var frame = Frame()
        var count = 0
        while let info = try reader.nextKeyframe(into: &frame) {
            #expect(info.index == count)
            #expect(frame.width == 128 && frame.height == 72)
            #expect(frame.encoding.range == (codec == .mjpeg ? .full : .limited))
            if codec != .mjpeg {
                #expect(abs(Self.meanLuma(frame) - drawn[count * plan.framesPerSample]) < 1)
            }
            count += 1
        }
        #expect(count == 5)
    }

    @Test("a folder that is not there is said by name")
    func missingFolder() throws {
        let plan = ClipPlan(
            site: .canal(width: 64, height: 36), seed: 5, start: FixtureClip.start,
            every: .hours6, sampleCount: 1, growth: GrowthPlan(initialCoverage: 0, ratePerDay: 0))
        var film = try RiverFilm(plan)
        let error = #expect(throws: VideoError.self) {
            try film.record(to: "/nowhere/at/all/clip.mp4", codec: .h264, quality: 23)
        }
        #expect(error?.description.contains("/nowhere/at/all/clip.mp4") == true)
    }

    private static func meanLuma(_ frame: borrowing Frame) -> Double {
        var sum = 0
        for y in 0..<frame.height {
            for x in 0..<frame.width { sum += Int(frame.luma[x, y]) }
        }
        return Double(sum) / Double(frame.width * frame.height)
    }
}
