import FoundationEssentials
import Imaging
import Video
import Vocabulary

/// Sends a frame through a camera's video encoder and back, as H.264 keyframes reach a viewer.
struct StreamPass {
    /// Constant rate factor, 0 (best) to 51.
    let quality: Int
    /// A file for the while; what is there is lost.
    let path: String

    /// Encodes and decodes a frame, which is overwritten.
    func pass(_ frame: inout Frame) throws(VideoError) {
        var writer = try ClipWriter(
            path: path,
            settings: ClipSettings(
                width: frame.width, height: frame.height, keyframeInterval: 1, quality: quality))
        try writer.write(frame)
        try writer.finish()
        defer { try? FileManager.default.removeItem(atPath: path) }
        var reader = try VideoReader(VideoSource(location: path), deadlineSeconds: 60)
        guard try reader.nextKeyframe(into: &frame) != nil else {
            throw VideoError(.damaged, "\(path): the clip just written holds no picture.")
        }
    }
}
