import FoundationEssentials
import Imaging
import Video
import Vocabulary

/// Where the overlays of a job go: one picture, a clip, or a folder of pictures.
///
/// Nothing half-written is ever found under the name that was asked for: pictures and clips are
/// written beside it and renamed when they are whole.
struct OverlayFile: ~Copyable {
    private enum Kind {
        case picture, clip, folder
    }

    /// Video frames a second of a clip: slow enough to look at every keyframe.
    static let clipFramesPerSecond = 6
    private static let jpegQuality = 90

    private let path: String
    private let kind: Kind
    private var clip: OverlayClip?
    private var count = 0

    /// Prepares to write to `request.path`; nothing is written yet.
    init(_ request: OverlayRequest) {
        path = request.path
        switch Self.pathExtension(path) {
        case "png", "jpg", "jpeg": kind = .picture
        case "mp4": kind = .clip
        default: kind = .folder
        }
    }

    /// Takes the next overlay.
    mutating func add(_ frame: borrowing Frame) throws(OverlayError) {
        switch kind {
        case .picture: break
        case .clip: try addToClip(frame)
        case .folder: try addToFolder(frame)
        }
        count += 1
    }

    /// Writes what can only be written at the end; `last` is the overlay that was added last.
    mutating func finish(_ last: borrowing Frame) throws(OverlayError) {
        guard count > 0 else { return }
        switch kind {
        case .picture: try write(last, to: path)
        case .clip: try clip?.finish()
        case .folder: break
        }
    }

    private mutating func addToClip(_ frame: borrowing Frame) throws(OverlayError) {
        if clip == nil { clip = try OverlayClip(path: path, like: frame) }
        try clip?.add(frame)
    }

    private func addToFolder(_ frame: borrowing Frame) throws(OverlayError) {
        if count == 0 {
            do {
                try FileManager.default.createDirectory(
                    atPath: path, withIntermediateDirectories: true)
            } catch {
                throw OverlayError(path: path, reason: "the folder can't be made (\(error))")
            }
        }
        let digits = String(count)
        let name = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        try write(frame, to: "\(path)/\(name).jpg")
    }

    private func write(_ frame: borrowing Frame, to path: String) throws(OverlayError) {
        do {
            let bytes =
                Self.pathExtension(path) == "png"
                ? try PictureEncoder.png(frame)
                : try PictureEncoder.jpeg(frame, quality: Self.jpegQuality)
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw OverlayError(path: path, reason: "\(error)")
        }
    }

    private static func pathExtension(_ path: String) -> String {
        guard let dot = path.lastIndex(of: ".") else { return "" }
        return path[path.index(after: dot)...].lowercased()
    }
}
