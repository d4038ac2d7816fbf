internal import CPlatform
internal import Glibc
public import Imaging
public import Vocabulary

/// Reads the keyframes of a clip, a picture, a folder of pictures or a live camera.
///
/// Files may be mp4, ts, mkv, avi, raw MJPEG, H.264 or H.265; pictures JPEG or PNG; cameras speak
/// RTSP over TCP, or HTTP with a JPEG snapshot or a stream. Frames come upright, as 8-bit 4:2:0 with
/// the matrix and range of the source, from 16×16 to 8192×8192.
///
/// Calls block: run a reader on a thread of its own, never on Swift's cooperative pool.
public struct VideoReader: ~Copyable {
    private let source: VideoSource
    private let deadlineSeconds: Double
    /// When the deadline began to run, on the monotonic clock.
    private var startedAtNanoseconds = duckweed_monotonic_nanoseconds()
    private var stream: StreamReader?
    private var pictures: PictureSequence?
    /// Whether each frame of this camera needs a request of its own.
    private var isSnapshot = false
    /// When the next picture of such a camera may be asked for.
    private var snapshotPace: SnapshotPace
    private var damagedInEarlierRequests = 0

    /// Opens a source.
    ///
    /// - Parameters:
    ///   - source: A path or a camera's address.
    ///   - deadlineSeconds: For a camera, the time for connecting and all reading, counted from now;
    ///     ``restartDeadline()`` starts it again. Files have no deadline.
    /// - Throws: A ``VideoError`` that says in one sentence why the source can't be read.
    public init(_ source: VideoSource, deadlineSeconds: Double) throws(VideoError) {
        self.source = source
        self.deadlineSeconds = deadlineSeconds
        snapshotPace = SnapshotPace(requestedAtNanoseconds: startedAtNanoseconds)
        guard deadlineSeconds > 0 else {
            throw VideoError(
                .invalidRequest,
                "\(Self.name(of: source)): a deadline is a time above 0 s, not \(deadlineSeconds).")
        }
        if let paths = source.pictures {
            pictures = try PictureSequence(paths: paths, called: source.location)
        } else if source.isLive {
            stream = try Self.connect(
                source, deadlineSeconds: deadlineSeconds, firstIndex: 0, isSnapshot: &isSnapshot)
        } else {
            try openFile(source.location)
        }
    }

    /// Frames and packets so far that were damaged: passed over, or given with `isDamaged` set.
    public var damagedCount: Int {
        var count = damagedInEarlierRequests
        switch stream {
        case .some(let stream): count += stream.damagedCount
        case nil: break
        }
        switch pictures {
        case .some(let pictures): count += pictures.damagedCount
        case nil: break
        }
        return count
    }

    /// Overwrites `frame` with the next keyframe that can be decoded.
    ///
    /// A camera of single pictures is asked for one at most every 200 ms.
    ///
    /// - Returns: What is known about the frame; `nil` at the end of a file.
    /// - Throws: A ``VideoError``; the end of a live source is one too, and so is the third damaged
    ///   picture in a row from a camera of single pictures.
    public mutating func nextKeyframe(into frame: inout Frame) throws(VideoError) -> FrameInfo? {
        if isSnapshot { return try nextSnapshot(into: &frame) }
        if let info = try pictures?.nextKeyframe(into: &frame) { return info }
        return try stream?.nextKeyframe(into: &frame)
    }

    /// Passes over keyframes without decoding them.
    ///
    /// - Returns: How many were passed over: fewer than `count` at the end of a file.
    public mutating func skipKeyframes(_ count: Int) throws(VideoError) -> Int {
        guard !isSnapshot else { return 0 }
        if let skipped = pictures?.skipKeyframes(count) { return skipped }
        guard let skipped = try stream?.skipKeyframes(count) else { return 0 }
        return skipped
    }

    /// Goes to the last keyframe at or before `seconds` from the start of a video file.
    ///
    /// - Returns: Whether there is one; false when `seconds` lies past the end.
    /// - Throws: A ``VideoError`` for pictures and live sources, which have no media time.
    public mutating func seek(toMediaSeconds seconds: Double) throws(VideoError) -> Bool {
        guard !source.isLive, stream != nil else {
            throw VideoError(
                .invalidRequest,
                "\(Self.name(of: source)): only a video file has a media time to go to.")
        }
        guard let isFound = try stream?.seek(toMediaSeconds: seconds) else { return false }
        return isFound
    }

    /// Gives a live camera its whole deadline again, counted from now.
    public mutating func restartDeadline() {
        startedAtNanoseconds = duckweed_monotonic_nanoseconds()
        stream?.restartDeadline(seconds: deadlineSeconds)
    }

    /// Names of settings that FFmpeg did not know: a name here is a mistake in this module.
    package var ignoredOptions: [String] {
        switch stream {
        case .some(let stream): stream.ignoredOptions
        case nil: []
        }
    }

    private mutating func openFile(_ path: String) throws(VideoError) {
        switch try PlainFile.kind(of: path) {
        case .folder: pictures = try PictureSequence(folder: path)
        case .file(byteCount: 0): throw VideoError(.empty, "\(path): the file is empty.")
        case .file:
            if try Self.isPicture(path) {
                pictures = try PictureSequence(picture: path)
            } else {
                stream = try StreamReader(Demuxer(file: path), name: path)
            }
        }
    }

    /// Whether a file is one picture: by its first bytes, and by its name where these begin a
    /// picture as well as a sequence of them.
    private static func isPicture(_ path: String) throws(VideoError) -> Bool {
        let start = try PlainFile.bytes(of: path, most: 16)
        let lower = path.lowercased()
        return PictureHeader(start) != nil
            && ![".mjpeg", ".mjpg"].contains { lower.hasSuffix($0) }
    }

    private static func connect(
        _ source: VideoSource, deadlineSeconds: Double, firstIndex: Int, isSnapshot: inout Bool
    ) throws(VideoError) -> StreamReader {
        guard let address = CameraAddress(source.location) else {
            throw VideoError(
                .invalidRequest,
                "\(name(of: source)): this is not an address of a camera; "
                    + "write rtsp://host:port/path or http://host:port/path.")
        }
        let demuxer: Demuxer
        switch address.scheme {
        case .rtsp, .rtsps:
            demuxer = try Demuxer(rtsp: address, of: source, deadlineSeconds: deadlineSeconds)
        case .http, .https:
            demuxer = try Demuxer(
                http: address, of: source, deadlineSeconds: deadlineSeconds,
                isSnapshot: &isSnapshot)
        }
        return try StreamReader(demuxer, name: address.displayName, firstIndex: firstIndex)
    }

    /// Asks for a picture and reads it; gives up a camera that sends nothing but damaged ones.
    private mutating func nextSnapshot(into frame: inout Frame) throws(VideoError) -> FrameInfo? {
        try requestNextSnapshot()
        let info = try stream?.nextKeyframe(into: &frame)
        guard snapshotPace.isWorthwhile(after: info?.isDamaged ?? true) else {
            throw VideoError(
                .damaged,
                "\(Self.name(of: source)): \(SnapshotPace.mostDamagedInARow) pictures in a row "
                    + "were damaged; check the camera and the network to it.")
        }
        return info
    }

    /// Asks for a new picture, unless the first is still to be read.
    private mutating func requestNextSnapshot() throws(VideoError) {
        guard let index = stream?.nextIndex, index > 0 else { return }
        let now = duckweed_monotonic_nanoseconds()
        let pause = snapshotPace.pauseNanoseconds(at: now)
        let usedSeconds = Double(now + pause - startedAtNanoseconds) / 1e9
        guard usedSeconds < deadlineSeconds else {
            throw VideoError(
                .timedOut,
                "\(Self.name(of: source)): the time was over before the next picture was asked for."
            )
        }
        Self.sleep(nanoseconds: pause)
        snapshotPace.request(atNanoseconds: now + pause)
        let next = try Self.connect(
            source, deadlineSeconds: deadlineSeconds - usedSeconds, firstIndex: index,
            isSnapshot: &isSnapshot)
        damagedInEarlierRequests += stream?.damagedCount ?? 0
        stream = consume next
    }

    private static func sleep(nanoseconds: Int64) {
        var rest = timespec(
            tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
        var left = timespec()
        while nanosleep(&rest, &left) != 0, errno == EINTR { rest = left }
    }

    private static func name(of source: VideoSource) -> String {
        source.isLive ? CredentialScrubber.scrubbed(source.location) : source.location
    }
}
