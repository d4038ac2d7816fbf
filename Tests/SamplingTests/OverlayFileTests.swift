import Foundation
import Imaging
import Sampling
import Testing
import Video
import Vocabulary

/// Where a job's pictures go.
@Suite struct OverlayFileTests {
    private let folder: TemporaryFolder
    private let clip: String

    init() throws {
        folder = try TemporaryFolder()
        clip = folder.file("clip.mp4")
        try PaintedRiver.writeClip(to: clip, greenShares: [0.1, 0.3, 0.5])
    }

    @Test("a picture is of the last measurement", arguments: ["seen.png", "seen.jpg"])
    func picture(name: String) throws {
        let end = try run(overlay: name)
        #expect(end.overlayProblem == nil)
        #expect(try frames(of: folder.file(name)) == 1)
        #expect(try folder.names() == ["clip.mp4", name])
    }

    @Test("a clip has a frame for each measurement and leaves no draft behind")
    func clipFile() throws {
        let end = try run(overlay: "seen.mp4")
        #expect(end.overlayProblem == nil)
        #expect(try frames(of: folder.file("seen.mp4")) >= 1)
        #expect(try folder.names() == ["clip.mp4", "seen.mp4"])
    }

    @Test("a folder is made and has a picture for each measurement")
    func pictureFolder() throws {
        let end = try run(overlay: "a/b")
        #expect(end.overlayProblem == nil)
        #expect(try folder.names(in: "a/b") == ["000000.jpg", "000001.jpg", "000002.jpg"])
        #expect(try frames(of: folder.file("a/b")) == 3)
    }

    @Test(
        "a picture that can't be written spoils no measurement",
        arguments: ["none/seen.png", "none/seen.mp4", "clip.mp4/pictures"])
    func unwritable(name: String) throws {
        let end = try run(overlay: name)
        #expect(end.measurements == 3 && end.failure == nil)
        #expect(end.overlayProblem?.contains(folder.path) == true, "\(end)")
    }

    @Test("without a frame nothing is written")
    func nothing() throws {
        var job = job(overlay: "seen.png")
        job.selection = .keyframe(index: 99)
        #expect(try SamplingOutcome.of(job).end.overlayProblem == nil)
        #expect(try folder.names() == ["clip.mp4"])
    }

    private func run(overlay name: String) throws -> SamplingReport.End {
        try SamplingOutcome.of(job(overlay: name)).end
    }

    private func job(overlay name: String) -> SamplingJob {
        SamplingJob(
            id: "overlay", source: VideoSource(location: clip), selection: .everyKeyframe,
            overlay: OverlayRequest(path: folder.file(name)))
    }

    /// Reads what was written; each frame must have the size of an overlay.
    private func frames(of path: String) throws -> Int {
        let layout = OverlayLayout(pictureWidth: 320, pictureHeight: 180)
        var reader = try VideoReader(VideoSource(location: path), deadlineSeconds: 10)
        var frame = Frame()
        var count = 0
        while try reader.nextKeyframe(into: &frame) != nil {
            #expect(frame.width == layout.width && frame.height == layout.height)
            count += 1
        }
        return count
    }
}
