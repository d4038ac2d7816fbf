internal import CFFmpeg
internal import CPlatform
internal import Imaging
internal import Vocabulary

/// Reads the keyframes of one container or camera connection.
struct StreamReader: ~Copyable {
    private var demuxer: Demuxer
    private var decoder: KeyframeDecoder?
    private var converter = FrameConverter()
    private let picture: NativePicture
    private let orientation: DisplayOrientation
    private let name: String
    /// Whether each frame is a JPEG or PNG picture, with the conventions of pictures.
    private let isStill: Bool
    private var undecodableCount = 0
    /// Number that the next keyframe gets.
    private(set) var nextIndex: Int
    /// Keyframes that a seek has read and nobody has taken yet.
    private var readAhead = ReadAhead.none
    /// The second of them.
    private let following: MediaPacket
    private var hasGivenFrame = false

    /// Which keyframes wait to be taken before the demuxer is asked again.
    private enum ReadAhead {
        case none
        /// The one in ``Demuxer/packet``, then the end.
        case found
        /// The one in ``Demuxer/packet``, then that in `following`.
        case foundAndFollowing
        /// That in `following`.
        case onlyFollowing
    }

    /// Takes over an open source.
    init(_ demuxer: consuming Demuxer, name: String, firstIndex: Int = 0) throws(VideoError) {
        let picture = try NativePicture()
        let following = try MediaPacket()
        self.picture = picture
        self.following = following
        orientation = DisplayOrientation(stream: demuxer.stream)
        let codec = demuxer.stream?.pointee.codecpar?.pointee.codec_id
        isStill = codec == AV_CODEC_ID_MJPEG || codec == AV_CODEC_ID_PNG
        self.demuxer = demuxer
        self.name = name
        nextIndex = firstIndex
    }

    /// Packets and keyframes that gave no whole picture.
    var damagedCount: Int { undecodableCount + demuxer.damagedCount }

    /// Names of settings that FFmpeg did not know.
    var ignoredOptions: [String] { demuxer.ignoredOptions }

    /// How long the camera may take from now on.
    mutating func restartDeadline(seconds: Double) { demuxer.restartDeadline(seconds: seconds) }

    /// Overwrites `frame` with the next keyframe that can be decoded; `nil` at the end of a file.
    ///
    /// Throws at the end of a file of which no keyframe at all could be decoded.
    mutating func nextKeyframe(into frame: inout Frame) throws(VideoError) -> FrameInfo? {
        while try takeKeyframe() {
            let startedAt = duckweed_thread_cpu_nanoseconds()
            let outcome = try decodePacket()
            if outcome != .whole { undecodableCount += 1 }
            guard outcome != .nothing else { continue }
            guard try hasReadableSize() else {
                if outcome == .whole { undecodableCount += 1 }
                continue
            }
            try converter.convert(
                picture, isStill: isStill,
                orientation: DisplayOrientation(picture: picture) ?? orientation, into: &frame)
            hasGivenFrame = true
            return FrameInfo(
                index: nextIndex - 1, mediaSeconds: demuxer.packetSeconds,
                progress: demuxer.packetProgress,
                decodeSeconds: Double(duckweed_thread_cpu_nanoseconds() - startedAt) / 1e9,
                isDamaged: outcome == .damaged)
        }
        guard hasGivenFrame || undecodableCount == 0 && nextIndex > 0 else {
            throw VideoError(
                .damaged,
                "\(name): no keyframe could be decoded (\(damagedCount) damaged); "
                    + "the video is broken or cut off.")
        }
        return nil
    }

    /// Passes over keyframes without decoding them; returns how many there were.
    mutating func skipKeyframes(_ count: Int) throws(VideoError) -> Int {
        var skipped = 0
        while skipped < count, try takeKeyframe() { skipped += 1 }
        return skipped
    }

    /// Goes to the last keyframe at or before `seconds`; false when that is past the end.
    ///
    /// Reads the packets from the start without decoding them, so that it is exact in containers
    /// without an index too.
    mutating func seek(toMediaSeconds seconds: Double) throws(VideoError) -> Bool {
        guard seconds >= 0 else { return try rewind() }
        if let end = demuxer.durationSeconds, seconds >= end { return false }
        _ = try rewind()
        let found = try MediaPacket()
        var foundIndex: Int?
        var endSeconds = 0.0
        var isBeforeNext = false
        while try demuxer.readKeyframe() {
            guard let time = demuxer.packetSeconds else { continue }
            isBeforeNext = time > seconds
            guard !isBeforeNext else { break }
            endSeconds = time + demuxer.packetDurationSeconds
            found.take(from: demuxer.packet)
            foundIndex = nextIndex
            nextIndex += 1
        }
        guard let foundIndex else { return try rewind() }
        // Without a duration in the header, the last keyframe's own end is the end.
        let isPastEnd =
            !isBeforeNext && demuxer.durationSeconds == nil && seconds >= endSeconds
        guard !isPastEnd else { return false }
        if isBeforeNext { following.take(from: demuxer.packet) }
        demuxer.packet.take(from: found)
        nextIndex = foundIndex
        readAhead = isBeforeNext ? .foundAndFollowing : .found
        return true
    }

    private mutating func rewind() throws(VideoError) -> Bool {
        try demuxer.rewind()
        nextIndex = 0
        readAhead = .none
        return true
    }

    /// Moves to the next keyframe and counts it.
    private mutating func takeKeyframe() throws(VideoError) -> Bool {
        switch readAhead {
        case .none:
            guard try demuxer.readKeyframe() else { return false }
        case .found: readAhead = .none
        case .foundAndFollowing: readAhead = .onlyFollowing
        case .onlyFollowing:
            demuxer.packet.take(from: following)
            readAhead = .none
        }
        nextIndex += 1
        return true
    }

    /// Whether the decoded picture is neither too small nor too large.
    ///
    /// Throws when the whole stream is not; where the header or an earlier picture had a size that is
    /// read, a picture that has not is merely damaged.
    private borrowing func hasReadableSize() throws(VideoError) -> Bool {
        do {
            try PictureSizeLimits.check(width: picture.width, height: picture.height, of: name)
            return true
        } catch {
            let headerWidth = demuxer.stream?.pointee.codecpar?.pointee.width ?? 0
            guard hasGivenFrame || headerWidth > 0 else { throw error }
            return false
        }
    }

    /// Decodes the keyframe; the decoder is made for the first one, so that a waiting connection
    /// costs no more than its socket.
    private mutating func decodePacket() throws(VideoError) -> KeyframeDecoder.Outcome {
        if decoder == nil {
            guard let parameters = demuxer.stream?.pointee.codecpar else { return .nothing }
            decoder = try KeyframeDecoder(parameters, firstPacket: demuxer.packet, of: name)
        }
        return decoder?.decode(demuxer.packet, into: picture) ?? .nothing
    }
}
