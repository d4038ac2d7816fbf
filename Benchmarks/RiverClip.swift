import Foundation

/// The clip that everything is measured on: a rendered river at 1080p.
struct RiverClip {
    /// Four samples of three frames: as many as a camera gives at once.
    static let framesPerBurst = 3
    static let frameCount = 4 * framesPerBurst

    private let path: String
    private let folder: URL

    /// Renders the clip.
    static func render(into folder: URL) async throws -> RiverClip {
        let path = folder.appending(path: "river.mp4").path(percentEncoded: false)
        _ = try await Program.output(
            Program.path("duckweed-river"),
            [
                "render", "--out", path, "--size", "1920x1080", "--days", "2", "--every", "12h",
                "--initial", "0.15", "--quality", "16",
            ])
        return RiverClip(path: path, folder: folder)
    }

    /// Makes the clip of another size, every frame a keyframe, and its frames as raw planes.
    ///
    /// All sizes are compressed anew with the same setting, so that all are alike.
    func scaled(to size: FrameSize) async throws -> ScaledClip {
        let clip = folder.appending(path: "\(size).mp4").path(percentEncoded: false)
        let planes = folder.appending(path: "\(size).yuv").path(percentEncoded: false)
        let quiet = ["-v", "error", "-y", "-i"]
        _ = try await Program.output(
            "ffmpeg",
            quiet + [
                path, "-vf", "scale=\(size.width):\(size.height)", "-frames:v",
                "\(Self.frameCount)", "-c:v", "libx264", "-crf", "26", "-g", "1", "-pix_fmt",
                "yuv420p", clip,
            ])
        _ = try await Program.output("ffmpeg", quiet + [clip, "-f", "rawvideo", planes])
        return ScaledClip(size: size, clip: clip, planes: planes)
    }
}

/// The clip in one size: compressed, and as the planes that a decoder makes of it.
struct ScaledClip {
    let size: FrameSize
    /// H.264, keyframes only.
    let clip: String
    /// The same frames as raw I420.
    let planes: String

    /// Mean size of a compressed keyframe.
    var keyframeBytes: Int {
        let size = try? FileManager.default.attributesOfItem(atPath: clip)[.size] as? Int
        return (size ?? 0) / RiverClip.frameCount
    }

    /// Removes both files.
    func remove() {
        for file in [clip, planes] { try? FileManager.default.removeItem(atPath: file) }
    }
}
