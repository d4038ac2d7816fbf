internal import CFFmpeg

/// Owns an open file or camera connection and hands out the packets of its video stream.
///
/// ``InputOpening`` makes one; ``readPacket()`` moves through it.
struct Demuxer: ~Copyable {
    /// What reading came upon.
    enum Step {
        /// A keyframe, now in ``packet``.
        case keyframe
        /// A frame that needs others to be decoded, now in ``packet``.
        case dependentFrame
        /// The end of a file.
        case end
    }

    /// The compressed picture that was read last.
    let packet: MediaPacket
    /// Packets that could not be read.
    private(set) var damagedCount = 0
    /// How time stamps become seconds.
    private(set) var mediaTime: MediaTime
    /// Names of settings that FFmpeg did not know; empty unless a name is wrong.
    let ignoredOptions: [String]

    private var input: InputContext
    private let streamIndex: Int32
    private let name: String
    private let isLive: Bool
    /// Decoding time of the newest packet, in the stream's unit.
    private var newestTime = Int64.min
    private var hasCountedMissing = false

    /// Takes over an open input and looks for its video stream.
    ///
    /// Throws when there is none, or it is of a codec or size that is not read.
    init(
        _ input: consuming InputContext, name: String, isLive: Bool, ignoredOptions: [String]
    ) throws(VideoError) {
        let streamIndex = try VideoStreamChoice.index(in: input.pointer, name: name)
        packet = try MediaPacket()
        mediaTime = MediaTime(stream: input.pointer.stream(streamIndex))
        if !isLive {
            // Lets containers with an index pass over what is not decoded.
            input.pointer.stream(streamIndex)?.pointee.discard = AVDISCARD_NONKEY
        }
        self.input = input
        self.streamIndex = Int32(streamIndex)
        self.name = name
        self.isLive = isLive
        self.ignoredOptions = ignoredOptions
    }

    /// The video stream.
    var stream: UnsafeMutablePointer<AVStream>? { input.pointer.stream(Int(streamIndex)) }

    /// Time of ``packet`` in seconds from the start.
    var packetSeconds: Double? { mediaTime.seconds(packet.time) }

    /// How long ``packet`` is shown, in seconds; 0 where that is not known.
    var packetDurationSeconds: Double {
        Double(packet.pointer.pointee.duration) * mediaTime.unitSeconds
    }

    /// Seconds from the start to the end, where the header tells it.
    var durationSeconds: Double? {
        guard let stream, let duration = knownTime(stream.pointee.duration) else {
            // Estimates from the bit rate are too far off to be used.
            guard input.pointer.pointee.duration_estimation_method != AVFMT_DURATION_FROM_BITRATE,
                let whole = knownTime(input.pointer.pointee.duration)
            else { return nil }
            return Double(whole) / Double(CFFMPEG_TIME_BASE)
        }
        return Double(duration) * mediaTime.unitSeconds
    }

    /// How far through the file the end of ``packet`` is, 0…1, where the header tells its length.
    var packetProgress: Double? {
        guard !isLive, let packetSeconds, let durationSeconds, durationSeconds > 0 else {
            return nil
        }
        return min(max((packetSeconds + packetDurationSeconds) / durationSeconds, 0), 1)
    }

    /// How long the camera may take from now on.
    mutating func restartDeadline(seconds: Double) { input.restartDeadline(seconds: seconds) }

    /// Reads on to the next packet of the video stream.
    ///
    /// Unreadable parts of a file are counted and passed over.
    mutating func readPacket() throws(VideoError) -> Step {
        var failuresInARow = 0
        while true {
            packet.clear()
            let code = av_read_frame(input.pointer, packet.pointer)
            if isLive, input.deadlineHasPassed {
                throw .live(CFFMPEG_ERROR_TIMED_OUT, name, while: "waiting for a keyframe")
            }
            guard code >= 0 else {
                if isLive { throw .live(code, name, while: "waiting for a keyframe") }
                if code == CFFMPEG_ERROR_EOF || failuresInARow >= Self.mostFailuresInARow {
                    countMissingKeyframes()
                    return .end
                }
                failuresInARow += 1
                damagedCount += 1
                continue
            }
            failuresInARow = 0
            guard packet.pointer.pointee.stream_index == streamIndex else { continue }
            // Before the start that an edit list gives a trimmed clip: the decoder shows no picture.
            guard !packet.isDiscarded else { continue }
            if mediaTime.start == nil { mediaTime.start = packet.time }
            newestTime = max(newestTime, packet.pointer.pointee.dts)
            return packet.isKey ? .keyframe : .dependentFrame
        }
    }

    /// Reads on to the next keyframe; false at the end of a file.
    mutating func readKeyframe() throws(VideoError) -> Bool {
        while true {
            switch try readPacket() {
            case .keyframe: return true
            case .dependentFrame: continue
            case .end: return false
            }
        }
    }

    /// Counts the keyframes that the container's index names and the file does not hold: it was
    /// cut off.
    private mutating func countMissingKeyframes() {
        guard !hasCountedMissing, newestTime > .min, let stream else { return }
        hasCountedMissing = true
        for number in 0..<avformat_index_get_entries_count(stream) {
            guard let entry = avformat_index_get_entry(stream, number)?.pointee else { continue }
            let isKeyframe = entry.flags & Int32(AVINDEX_KEYFRAME) != 0
            if isKeyframe, entry.timestamp > newestTime { damagedCount += 1 }
        }
    }

    /// Goes back to the first packet.
    func rewind() throws(VideoError) {
        let code = avformat_seek_file(input.pointer, -1, .min, 0, .max, CFFMPEG_SEEK_BACKWARD)
        guard code >= 0 || av_seek_frame(input.pointer, streamIndex, 0, CFFMPEG_SEEK_BYTES) >= 0
        else { throw .file(code, name) }
    }

    private static let mostFailuresInARow = 100
}

extension MediaTime {
    /// Reads unit and start from a stream's header.
    init(stream: UnsafeMutablePointer<AVStream>?) {
        let base = stream?.pointee.time_base ?? AVRational(num: 1, den: 1)
        self.init(
            unitSeconds: base.den == 0 ? 0 : Double(base.num) / Double(base.den),
            start: stream.flatMap { knownTime($0.pointee.start_time) })
    }
}

extension MediaPacket {
    /// When the picture is shown, in the stream's unit.
    var time: Int64? { knownTime(pointer.pointee.pts) ?? knownTime(pointer.pointee.dts) }
}

extension UnsafeMutablePointer<AVFormatContext> {
    /// Stream number `index`, if there is one.
    func stream(_ index: Int) -> UnsafeMutablePointer<AVStream>? {
        guard index >= 0, index < Int(pointee.nb_streams) else { return nil }
        return pointee.streams?[index]
    }
}

/// `nil` for FFmpeg's mark of an unknown time.
private func knownTime(_ time: Int64) -> Int64? { time == CFFMPEG_NO_TIMESTAMP ? nil : time }
