import Foundation
import Imaging
import Testing
import Video

@Suite("Writing clips")
struct ClipWriterTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(
        "the same frames give the same bytes",
        arguments: [
            ("clip.mp4", ClipSettings.Codec.h264), ("clip.mp4", .h265), ("clip.avi", .mjpeg),
            ("clip.mkv", .h264), ("clip.ts", .h264),
        ])
    func deterministic(name: String, codec: ClipSettings.Codec) throws {
        let settings = ClipSettings(width: 96, height: 64, codec: codec, keyframeInterval: 4)
        for folderName in ["a", "b"] {
            let path = folder.file(folderName)
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
            try TestClip.write(to: "\(path)/\(name)", settings, frameCount: 12)
        }
        #expect(try folder.bytes(of: "a/\(name)") == folder.bytes(of: "b/\(name)"))
    }

    @Test("a clip appears when it is finished, and one that is not leaves nothing")
    func unfinished() throws {
        let settings = ClipSettings(width: 64, height: 64)
        let frame = TestPicture.frame(width: 64, height: 64)
        do {
            var writer = try ClipWriter(path: folder.file("a.mp4"), settings: settings)
            try writer.write(frame)
            #expect(try folder.names == ["a.mp4.part"])
        }
        #expect(try folder.names == [])
        var writer = try ClipWriter(path: folder.file("a.mp4"), settings: settings)
        try writer.write(frame)
        try writer.finish()
        try writer.finish()
        #expect(try folder.names == ["a.mp4"])
        #expect(throws: VideoError.self) { try writer.write(frame) }
    }

    @Test("frames of another encoding are brought to the clip's")
    func encodings() throws {
        let encoding = ColourEncoding(matrix: .bt709, range: .limited)
        let settings = ClipSettings(width: 128, height: 96, quality: 1, encoding: encoding)
        let path = folder.file("clip.mp4")
        try TestClip.write(to: path, settings, frameCount: 1)
        let reading = try TestClip.read(path)
        #expect(reading.encoding == encoding)
        // Full-range luma 200 is 16 + 200·219/255 in limited range; the matrix moves it a little.
        #expect(abs(reading.firstQuadrants[0].luma - 188) <= 5)
    }

    @Test("a bit rate takes the place of the quality")
    func bitRate() throws {
        var sizes: [Int] = []
        for bitRate in [100_000, 2_000_000] {
            let settings = ClipSettings(
                width: 256, height: 192, keyframeInterval: 10, bitRate: bitRate)
            let name = "\(bitRate).mp4"
            var writer = try ClipWriter(path: folder.file(name), settings: settings)
            for number in 0..<50 {
                let frame = TestPicture.grain(width: 256, height: 192, seed: UInt64(number))
                try writer.write(frame)
            }
            try writer.finish()
            sizes.append(try folder.bytes(of: name).count)
        }
        #expect(sizes[1] > 5 * sizes[0])
    }

    @Test("settings that can't be encoded are refused with a reason")
    func refused() throws {
        for (name, settings, words) in [
            ("a.txt", ClipSettings(width: 64, height: 64), "ends in"),
            ("a", ClipSettings(width: 64, height: 64), "ends in"),
            ("a.mp4", ClipSettings(width: 65, height: 64), "even"),
            ("a.mp4", ClipSettings(width: 8, height: 64), "too small"),
            ("a.mp4", ClipSettings(width: 64, height: 64, framesPerSecond: 0), "frames a second"),
            ("a.mp4", ClipSettings(width: 64, height: 64, keyframeInterval: 0), "apart"),
            ("a.mp4", ClipSettings(width: 64, height: 64, quality: 52), "quality"),
            ("a.mp4", ClipSettings(width: 64, height: 64, displayRotation: 45), "turned"),
            (
                "a.avi",
                ClipSettings(
                    width: 64, height: 64, codec: .mjpeg,
                    encoding: ColourEncoding(matrix: .bt709, range: .limited)), "MJPEG"
            ),
            ("no/such/folder/a.mp4", ClipSettings(width: 64, height: 64), "could not be written"),
        ] {
            let path = folder.file(name)
            let error = #expect(throws: VideoError.self) {
                _ = try ClipWriter(path: path, settings: settings)
            }
            #expect(error?.message.contains(words) == true, "\(error as Any)")
            #expect(error?.message.hasPrefix(path) == true)
        }
        var writer = try ClipWriter(
            path: folder.file("a.mp4"), settings: ClipSettings(width: 64, height: 64))
        let frame = TestPicture.frame(width: 32, height: 64)
        #expect(throws: VideoError.self) { try writer.write(frame) }
    }
}
