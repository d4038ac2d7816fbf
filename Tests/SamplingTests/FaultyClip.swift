import Foundation
import Imaging
import JSONLines
import Video
import Vocabulary

/// Clips made of keyframes of a fixture, good ones first and spoilt ones after them.
enum FaultyClip {
    /// Good keyframes at the beginning.
    static let goodCount = 6
    /// Spoilt keyframes after them.
    static let badCount = 6

    /// Path of a fixture.
    static func fixture(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/Clips/\(name)")
            .path(percentEncoded: false)
    }

    /// The zone of a fixture.
    static func zone(of name: String) throws -> ZoneOutline {
        let text = try String(contentsOfFile: fixture("\(name).zone.json"), encoding: .utf8)
        return try JSONLine.decode(ZoneOutline.self, from: text.replacing("\n", with: ""))
    }

    /// Writes a clip of which every frame is a keyframe.
    static func write(_ fault: FrameFault, of name: String, to path: String) throws {
        var reader = try VideoReader(
            VideoSource(location: fixture("\(name).mp4")), deadlineSeconds: 20)
        var frame = Frame()
        guard try reader.nextKeyframe(into: &frame) != nil else { return }
        var writer = try ClipWriter(
            path: path,
            settings: ClipSettings(
                width: frame.width, height: frame.height, framesPerSecond: 5, keyframeInterval: 1,
                quality: 20))
        guard case .polygon(let width, let height, let points) = try zone(of: name) else { return }
        let zone = try Zone(
            polygon: points, definedForWidth: width, height: height, width: frame.width,
            height: frame.height)
        for number in 0..<goodCount + badCount {
            if number >= goodCount { fault.spoil(&frame, zone: zone, seed: number) }
            try writer.write(frame)
            _ = try reader.nextKeyframe(into: &frame)
        }
        try writer.finish()
    }
}
