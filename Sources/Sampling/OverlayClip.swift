import Glibc
import Imaging
import Video

/// A clip of overlays that appears under its name when it is finished.
struct OverlayClip: ~Copyable {
    private let path: String
    private let draftPath: String
    private let width: Int
    private let height: Int
    private var writer: ClipWriter
    private var isFinished = false

    /// Begins a clip of the size of `frame`.
    init(path: String, like frame: borrowing Frame) throws(OverlayError) {
        self.path = path
        draftPath = Self.draftPath(for: path)
        width = frame.width
        height = frame.height
        do {
            writer = try ClipWriter(
                path: draftPath,
                settings: ClipSettings(
                    width: width, height: height,
                    framesPerSecond: OverlayFile.clipFramesPerSecond,
                    keyframeInterval: OverlayFile.clipFramesPerSecond))
        } catch {
            throw OverlayError(path: path, reason: "\(error)")
        }
    }

    deinit {
        if !isFinished { unlink(draftPath) }
    }

    /// Adds a frame; a frame of another size than the first has no place in a clip.
    mutating func add(_ frame: borrowing Frame) throws(OverlayError) {
        guard frame.width == width, frame.height == height else {
            throw OverlayError(
                path: path,
                reason:
                    "a picture of \(frame.width) × \(frame.height) does not fit a clip of "
                    + "\(width) × \(height); ask for a folder of pictures instead")
        }
        do {
            try writer.write(frame)
        } catch {
            throw OverlayError(path: path, reason: "\(error)")
        }
    }

    /// Completes the clip and gives it its name.
    mutating func finish() throws(OverlayError) {
        do {
            try writer.finish()
        } catch {
            throw OverlayError(path: path, reason: "\(error)")
        }
        guard rename(draftPath, path) == 0 else {
            throw OverlayError(path: path, reason: "it can't be renamed from '\(draftPath)'")
        }
        isFinished = true
    }

    /// A hidden neighbour: the name ends as before, because it tells the kind of file.
    private static func draftPath(for path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return ".draft-\(path)" }
        let name = path[path.index(after: slash)...]
        return "\(path[...slash]).draft-\(name)"
    }
}
