import Imaging
import Testing
import Video

@Suite("Reading clips")
struct ClipReadingTests {
    private static let quadrants = [
        TestPicture.topLeft, TestPicture.topRight, TestPicture.bottomLeft, TestPicture.bottomRight,
    ]

    @Test(
        "every container and codec gives its keyframes, upright and in colour",
        arguments: [
            ("clip.mp4", ClipSettings.Codec.h264), ("clip.mov", .h264), ("clip.mkv", .h264),
            ("clip.ts", .h264), ("clip.avi", .h264), ("clip.mp4", .h265), ("clip.mkv", .h265),
            ("clip.ts", .h265), ("clip.mp4", .mjpeg), ("clip.mkv", .mjpeg), ("clip.avi", .mjpeg),
            ("clip.mjpeg", .mjpeg),
        ])
    func containers(name: String, codec: ClipSettings.Codec) throws {
        let folder = try TemporaryFolder()
        let settings = ClipSettings(
            width: 128, height: 96, codec: codec, keyframeInterval: 5, encoding: .reference)
        try TestClip.write(to: folder.file(name), settings, frameCount: 15)
        let reading = try TestClip.read(folder.file(name))
        let step = codec == .mjpeg ? 1 : 5
        #expect(reading.infos.map(\.index) == Array(0..<(15 / step)))
        for info in reading.infos {
            let seconds = try #require(info.mediaSeconds)
            #expect(abs(seconds - Double(info.index * step) / 25) < 0.002)
            #expect(!info.isDamaged)
            #expect(info.recordedTime == nil)
            #expect(info.decodeSeconds > 0)
        }
        #expect(reading.damagedCount == 0)
        #expect((reading.width, reading.height) == (128, 96))
        #expect(reading.encoding == .reference)
        #expect(areClose(reading.firstQuadrants, Self.quadrants))
        let darkening = reading.firstQuadrants[0].luma - reading.lastQuadrants[0].luma
        #expect(abs(darkening - 3 * step * (15 / step - 1)) <= 3)
    }

    @Test("keyframes that are passed over count, and the rest keep their numbers")
    func skipping() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("clip.mp4")
        try TestClip.write(
            to: path, ClipSettings(width: 64, height: 64, keyframeInterval: 2), frameCount: 12)
        var reader = try TestClip.open(path)
        var frame = Frame()
        #expect(try reader.skipKeyframes(4) == 4)
        let info = try #require(try reader.nextKeyframe(into: &frame))
        #expect(info.index == 4)
        #expect(try reader.skipKeyframes(10) == 1)
        #expect(try reader.nextKeyframe(into: &frame) == nil)
        #expect(try reader.skipKeyframes(1) == 0)
    }

    @Test(
        "seeking goes to the last keyframe at or before the moment",
        arguments: [
            ("clip.mp4", ClipSettings.Codec.h264), ("clip.mkv", .h264), ("clip.ts", .h264),
            ("clip.avi", .mjpeg), ("clip.mjpeg", .mjpeg),
        ])
    func seeking(name: String, codec: ClipSettings.Codec) throws {
        let folder = try TemporaryFolder()
        let path = folder.file(name)
        try TestClip.write(
            to: path,
            ClipSettings(
                width: 64, height: 64, framesPerSecond: 25, codec: codec, keyframeInterval: 10),
            frameCount: 50)
        let framesPerKeyframe = codec == .mjpeg ? 1 : 10
        var reader = try TestClip.open(path)
        var frame = Frame()
        for seconds in [1.3, 0.0, 0.8, 1.98, 0.399, 0.401] {
            #expect(try reader.seek(toMediaSeconds: seconds))
            let info = try #require(try reader.nextKeyframe(into: &frame))
            let expected = Int((seconds * 25 + 1e-6).rounded(.down)) / framesPerKeyframe
            #expect(info.index == expected, "at \(seconds) s")
            let next = try reader.nextKeyframe(into: &frame)
            let isLast = (expected + 1) * framesPerKeyframe >= 50
            #expect(next?.index == (isLast ? nil : expected + 1))
        }
        #expect(try !reader.seek(toMediaSeconds: 2.1))
        #expect(try !reader.seek(toMediaSeconds: 1e6))
        #expect(try reader.seek(toMediaSeconds: 0.1))
    }

    @Test(
        "a clip without a stated encoding is BT.709 from 720 rows, BT.601 below",
        .enabled(if: FFmpegTool.isPresent, FFmpegTool.absence))
    func unspecifiedEncoding() throws {
        let folder = try TemporaryFolder()
        for (height, matrix) in [(720, ColourEncoding.Matrix.bt709), (480, .bt601)] {
            let path = folder.file("clip-\(height).ts")
            try FFmpegTool.run([
                "-f", "lavfi", "-i", "color=c=green:s=640x\(height):r=5:d=0.4",
                "-c:v", "libx264", "-pix_fmt", "yuv420p", path,
            ])
            let reading = try TestClip.read(path)
            #expect(reading.encoding == ColourEncoding(matrix: matrix, range: .limited))
        }
    }
}
