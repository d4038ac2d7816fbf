import Foundation
import Sampling
import Testing
import Vocabulary

/// Sources that are missing, broken or no video: the job ends with the reason and nothing else.
@Suite struct BrokenSourceTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(
        "a file that can't be read ends the job and is named",
        arguments: ["", "this is no video, it is a shopping list"])
    func unreadable(content: String) throws {
        let path = try folder.write(content.utf8, to: "clip.mp4")
        let failure = try #require(try failureOfJob(on: path))
        #expect([.corruptMedia, .unsupportedMedia].contains(failure.reason))
        #expect(failure.message.contains("clip.mp4"))
    }

    @Test("a file that is not there ends the job")
    func missing() throws {
        let failure = try #require(try failureOfJob(on: folder.file("absent.mp4")))
        #expect(failure.reason == .unreachable)
        #expect(failure.message.contains("absent.mp4"))
    }

    @Test("an empty folder ends the job")
    func emptyFolder() throws {
        let failure = try #require(try failureOfJob(on: folder.path))
        #expect(!failure.reason.isRejectedFrame)
    }

    @Test("nobody listens: the camera is unreachable, and no password is shown")
    func unreachableCamera() throws {
        let source = VideoSource(
            location: "rtsp://127.0.0.1:9/river",
            credentials: Credentials(user: "viewer", password: Secret("tulip-bulb")),
            address: "127.0.0.1")
        let outcome = try SamplingOutcome.of(
            SamplingJob(
                id: "camera", source: source, selection: .burst(count: 3), deadlineSeconds: 10))
        let failure = try #require(outcome.end.failure)
        #expect(failure.reason == .unreachable)
        #expect(!failure.message.contains("tulip-bulb"))
        #expect(outcome.measurements.isEmpty)
    }

    @Test("of a clip that is cut off, what is there is measured")
    func truncatedClip() throws {
        let whole = folder.file("whole.ts")
        try PaintedRiver.writeClip(to: whole, greenShares: Array(repeating: 0.4, count: 8))
        let bytes = try Data(contentsOf: URL(filePath: whole))
        let path = try folder.write(bytes.prefix(bytes.count / 2), to: "half.ts")
        let outcome = try SamplingOutcome.of(job(path))
        #expect((2...5).contains(outcome.measurements.count))
        #expect(outcome.end.measurements == outcome.measurements.count)
    }

    private func failureOfJob(on path: String) throws -> SamplingReport.Failure? {
        let outcome = try SamplingOutcome.of(job(path))
        #expect(outcome.measurements.isEmpty && outcome.end.measurements == 0)
        return outcome.end.failure
    }

    private func job(_ path: String) -> SamplingJob {
        SamplingJob(
            id: "broken", source: VideoSource(location: path), selection: .everyKeyframe)
    }
}
