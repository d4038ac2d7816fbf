internal import CFFmpeg
internal import Glibc
public import Imaging

/// Writes frames to a clip; the container goes by the file's ending (mp4, mov, mkv, ts or avi).
///
/// The endings h264, h265 and mjpeg give the bare stream without a container.
/// The clip is written beside its path as `….part` and renamed by ``finish()``; without that call
/// nothing is left behind. Calls block.
public struct ClipWriter: ~Copyable {
    private let path: String
    private let output: OutputContext
    private var encoder: FrameEncoder
    private let settings: ClipSettings
    private var isFinished = false

    /// Starts a clip.
    ///
    /// - Throws: A ``VideoError`` when the ending is none of these, the settings can't be encoded,
    ///   or the folder may not be written to.
    public init(path: String, settings: ClipSettings) throws(VideoError) {
        try settings.check(name: path)
        let container = try ClipContainer(path: path)
        let encoder = try FrameEncoder(
            settings.encoderSettings(hasGlobalHeader: container.wantsGlobalHeader), name: path)
        output = try OutputContext(
            path: path, container: container, encoder: encoder,
            displayRotation: settings.displayRotation)
        self.encoder = encoder
        self.path = path
        self.settings = settings
    }

    /// Adds a frame of the clip's size, in any encoding.
    public mutating func write(_ frame: borrowing Frame) throws(VideoError) {
        guard frame.width == settings.width, frame.height == settings.height else {
            throw VideoError(
                .invalidRequest,
                "\(path): a frame of \(frame.width)×\(frame.height) does not fit a clip of "
                    + "\(settings.width)×\(settings.height).")
        }
        guard !isFinished else {
            throw VideoError(.invalidRequest, "\(path): the clip is finished already.")
        }
        try encoder.send(frame)
        try writeReadyPackets()
    }

    /// Writes what the encoder still holds and gives the file its name; again does nothing.
    public mutating func finish() throws(VideoError) {
        guard !isFinished else { return }
        encoder.finish()
        try writeReadyPackets()
        try output.finish()
        isFinished = true
    }

    private func writeReadyPackets() throws(VideoError) {
        while try encoder.nextPacket() {
            try output.write(encoder.packet, timeBase: encoder.timeBase)
        }
    }
}

/// The containers that clips are written to.
struct ClipContainer {
    /// FFmpeg's name of the muxer.
    let muxer: String
    /// Whether the codec's header stands in the container's header.
    var wantsGlobalHeader: Bool { ["mp4", "mov", "matroska"].contains(muxer) }
    /// Settings of the muxer: the index stands in front, so that a clip cut short can be read.
    var options: [(name: String, value: String)] {
        ["mp4", "mov"].contains(muxer) ? [("movflags", "faststart")] : []
    }

    /// Goes by the ending of a path.
    init(path: String) throws(VideoError) {
        let name = path.split(separator: "/").last ?? ""
        let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
        guard let muxer = Self.muxers[ending ?? ""] else {
            throw VideoError(
                .invalidRequest, "\(path): a clip's name ends in .mp4, .mov, .mkv, .ts or .avi.")
        }
        self.muxer = muxer
    }

    private static let muxers = [
        "mp4": "mp4", "mov": "mov", "mkv": "matroska", "ts": "mpegts", "avi": "avi",
        "h264": "h264", "h265": "hevc", "mjpeg": "mjpeg", "mjpg": "mjpeg",
    ]
}
