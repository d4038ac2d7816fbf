import Imaging
import Video
import Vocabulary

/// Clips of ``TestPicture``, written when a test needs them.
enum TestClip {
    /// Writes `frameCount` frames, each 3 darker than the one before; every 15th begins anew.
    static func write(to path: String, _ settings: ClipSettings, frameCount: Int) throws {
        var writer = try ClipWriter(path: path, settings: settings)
        for number in 0..<frameCount {
            let frame = TestPicture.frame(
                width: settings.width, height: settings.height, number: number % 15 * 3)
            try writer.write(frame)
        }
        try writer.finish()
    }

    static func open(_ path: String) throws(VideoError) -> VideoReader {
        try VideoReader(VideoSource(location: path), deadlineSeconds: 10)
    }

    /// Everything that a reader says about a source, and the colours of the first frame.
    struct Reading {
        var infos: [FrameInfo] = []
        var firstQuadrants: [TestPicture.Colour] = []
        var lastQuadrants: [TestPicture.Colour] = []
        var encoding = ColourEncoding.reference
        var width = 0
        var height = 0
        var damagedCount = 0
    }

    static func read(_ path: String) throws(VideoError) -> Reading {
        var reader = try open(path)
        var frame = Frame()
        var reading = Reading()
        while let info = try reader.nextKeyframe(into: &frame) {
            if reading.infos.isEmpty { reading.firstQuadrants = frame.quadrants }
            reading.infos.append(info)
            reading.lastQuadrants = frame.quadrants
            reading.encoding = frame.encoding
            (reading.width, reading.height) = (frame.width, frame.height)
        }
        reading.damagedCount = reader.damagedCount
        return reading
    }

    /// What reading a path fails with.
    static func failure(of path: String) -> VideoError? {
        do {
            _ = try read(path)
            return nil
        } catch {
            return error
        }
    }
}
