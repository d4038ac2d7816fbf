import Foundation
import Imaging
import Testing
import Video

/// Every bad file gives one clear sentence that names it, or what of it can be decoded.
@Suite("Bad files")
struct BadFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func expectFailure(
        _ code: VideoError.Code, _ path: String, saying words: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let error = TestClip.failure(of: path)
        #expect(error?.code == code, "\(error as Any)", sourceLocation: sourceLocation)
        #expect(
            error?.message.contains(words) == true, "\(error as Any)",
            sourceLocation: sourceLocation)
        #expect(
            error?.message.hasPrefix(path) == true, "\(error as Any)",
            sourceLocation: sourceLocation)
    }

    private func clip(
        _ name: String, codec: ClipSettings.Codec = .h264, frameCount: Int = 100
    ) throws -> [UInt8] {
        let settings = ClipSettings(
            width: 256, height: 192, codec: codec, keyframeInterval: 10, quality: 12)
        var writer = try ClipWriter(path: folder.file(name), settings: settings)
        for number in 0..<frameCount {
            let frame = TestPicture.grain(width: 256, height: 192, seed: UInt64(number))
            try writer.write(frame)
        }
        try writer.finish()
        return try folder.bytes(of: name)
    }

    @Test("nothing there, nothing in it, not a file")
    func missingAndEmpty() throws {
        expectFailure(.notFound, folder.file("nothing.mp4"), saying: "no such file")
        expectFailure(.empty, try folder.write([], to: "empty.mp4"), saying: "empty")
        expectFailure(.empty, folder.path, saying: "no picture")
        expectFailure(.notAFile, "/dev/null", saying: "neither a plain file nor a folder")
    }

    @Test("what is not video is refused", arguments: ["a.mp4", "a.avi", "a.jpg", "a.ts"])
    func notVideo(name: String) throws {
        let text = String(repeating: "Duckweed doubles in two days.\n", count: 200)
        expectFailure(
            .notVideo, try folder.write(Array(text.utf8), to: name), saying: "not a video")
    }

    @Test("a playlist is refused, and what it names is not opened")
    func playlists() throws {
        _ = try clip("clip.ts", frameCount: 10)
        let playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nclip.ts\n#EXT-X-ENDLIST\n"
        expectFailure(
            .notVideo, try folder.write(Array(playlist.utf8), to: "list.m3u8"),
            saying: "not a video")
        let list = "ffconcat version 1.0\nfile clip.ts\n"
        expectFailure(
            .notVideo, try folder.write(Array(list.utf8), to: "list.ffconcat"),
            saying: "not a video")
    }

    @Test("a name that looks like a protocol is a name")
    func protocols() throws {
        _ = try clip("clip.ts", frameCount: 10)
        for prefix in ["concat:", "subfile,,start,0,end,0,,:", "file:", "async:"] {
            expectFailure(.notFound, "\(prefix)\(folder.file("clip.ts"))", saying: "no such file")
        }
    }

    @Test("an mp4 cut in half gives what is there")
    func cutInHalf() throws {
        let whole = try clip("clip.mp4")
        let path = try folder.write(Array(whole.prefix(whole.count / 2)), to: "half.mp4")
        let reading = try TestClip.read(path)
        #expect((2...8).contains(reading.infos.count), "\(reading.infos.count) of 10")
        #expect(reading.infos.filter { !$0.isDamaged }.map(\.index).prefix(2) == [0, 1])
    }

    @Test("an mp4 without its index says so")
    func withoutIndex() throws {
        var bytes = try clip("clip.mp4")
        let range = try #require(bytes.firstRange(of: Array("moov".utf8)))
        bytes.replaceSubrange(range, with: Array("oops".utf8))
        expectFailure(.damaged, try folder.write(bytes, to: "no-index.mp4"), saying: "moov")
    }

    @Test("a transport stream cut in half gives what is there")
    func cutTransportStream() throws {
        let whole = try clip("clip.ts")
        let path = try folder.write(Array(whole.prefix(whole.count / 2)), to: "half.ts")
        let reading = try TestClip.read(path)
        #expect((3...7).contains(reading.infos.count), "\(reading.infos.count) of 10")
    }

    @Test(
        "flipped bytes are noticed and counted",
        arguments: [
            ("clip.mp4", ClipSettings.Codec.h264), ("clip.mp4", .h265), ("clip.ts", .h264),
            ("clip.mkv", .h265), ("clip.avi", .mjpeg),
        ])
    func flippedBytes(name: String, codec: ClipSettings.Codec) throws {
        var bytes = try clip(name, codec: codec)
        var generator = SeededGenerator(state: 7)
        // The index at the front of an mp4 is spared, so that the pictures are what is hit.
        for _ in 0..<400 {
            let place = Int.random(in: min(4000, bytes.count / 4)..<bytes.count, using: &generator)
            bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
        }
        let path = try folder.write(bytes, to: "flipped-\(name)")
        let reading = try TestClip.read(path)
        #expect(reading.damagedCount > 0)
        #expect(reading.damagedCount >= reading.infos.count { $0.isDamaged })
    }

    @Test(
        "no mutation of a clip breaks the reader", arguments: ["clip.mp4", "clip.ts", "clip.mkv"])
    func mutations(name: String) throws {
        let whole = try clip(name, frameCount: 20)
        var generator = SeededGenerator(state: 11)
        for _ in 0..<30 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...60, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
                    UInt8.random(in: 0...255, using: &generator)
            }
            let path = try folder.write(bytes, to: "mutant-\(name)")
            // Either frames or an error that names the file: both are right, a crash is not.
            if let error = TestClip.failure(of: path) { #expect(error.message.contains(path)) }
        }
    }

    @Test("a damaged picture is said to be damaged")
    func damagedPicture() throws {
        let picture = try PictureEncoder.jpeg(
            TestPicture.frame(width: 128, height: 96), quality: 90)
        let scan = try #require(picture.firstRange(of: [0xFF, 0xDA])).lowerBound
        let header = try folder.write(Array(picture.prefix(scan)), to: "header.jpg")
        expectFailure(.damaged, header, saying: "damaged")
        let half = (scan + picture.count) / 2
        let path = try folder.write(Array(picture.prefix(half)), to: "half.jpg")
        let reading = try TestClip.read(path)
        #expect(reading.damagedCount == 1)
        #expect(reading.infos.map(\.isDamaged) == [true])
    }

    @Test("sizes outside the limits are refused before they are decoded")
    func sizes() throws {
        let picture = try PictureEncoder.png(TestPicture.frame(width: 16, height: 16))
        for (width, height, words) in [
            (15, 16, "too small"), (16, 15, "too small"), (8193, 16, "too large"),
            (16, 60000, "too large"),
        ] {
            var bytes = picture
            bytes.replaceSubrange(16..<24, with: bigEndian(width) + bigEndian(height))
            expectFailure(
                .unsupportedSize, try folder.write(bytes, to: "size.png"), saying: words)
        }
        #expect(try TestClip.read(folder.write(picture, to: "good.png")).width == 16)
    }

    @Test("the largest size is read, whole", arguments: [(8192, 16), (16, 8192)])
    func largest(width: Int, height: Int) throws {
        let frame = TestPicture.frame(width: width, height: height)
        let path = try folder.write(PictureEncoder.jpeg(frame, quality: 80), to: "large.jpg")
        let reading = try TestClip.read(path)
        #expect((reading.width, reading.height) == (width, height))
    }

    @Test("a clip may be 16×16")
    func smallest() throws {
        try TestClip.write(
            to: folder.file("small.mp4"), ClipSettings(width: 16, height: 16), frameCount: 1)
        #expect(try TestClip.read(folder.file("small.mp4")).width == 16)
    }

    @Test(
        "sound without video, and codecs that are not read",
        .enabled(if: FFmpegTool.isPresent, FFmpegTool.absence))
    func otherContent() throws {
        try FFmpegTool.run([
            "-f", "lavfi", "-i", "sine=d=0.2", "-c:a", "aac", folder.file("sound.mp4"),
        ])
        expectFailure(.noVideoStream, folder.file("sound.mp4"), saying: "no video")
        try FFmpegTool.run([
            "-f", "lavfi", "-i", "testsrc2=s=64x64:d=0.2", "-c:v", "mpeg4", folder.file("a.avi"),
        ])
        expectFailure(.unsupportedCodec, folder.file("a.avi"), saying: "mpeg4")
        // Streams that are found only by looking into the file.
        try FFmpegTool.run([
            "-f", "lavfi", "-i", "testsrc2=s=64x64:d=0.2", "-c:v", "mpeg2video",
            folder.file("a.ts"),
        ])
        expectFailure(.unsupportedCodec, folder.file("a.ts"), saying: "mpeg2video")
        for (size, name) in [
            ("8200x32", "wide.mp4"), ("8200x32", "wide.ts"), ("8200x32", "wide.h264"),
            ("8x8", "tiny.mp4"),
        ] {
            try FFmpegTool.run([
                "-f", "lavfi", "-i", "color=green:s=\(size):d=1", "-c:v", "libx264",
                "-pix_fmt", "yuv420p", folder.file(name),
            ])
            expectFailure(.unsupportedSize, folder.file(name), saying: "too ")
        }
    }

    private func bigEndian(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
    }
}
