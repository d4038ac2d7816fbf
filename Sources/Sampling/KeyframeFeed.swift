import Imaging
import Video
import Vocabulary

/// The keyframes of one source, with the processor time that getting each of them took.
struct KeyframeFeed: ~Copyable {
    private var reader: VideoReader
    private var unreportedSeconds: Double

    /// Opens a source.
    init(_ source: VideoSource, deadlineSeconds: Double) throws(VideoError) {
        let stopwatch = ThreadStopwatch()
        reader = try VideoReader(source, deadlineSeconds: deadlineSeconds)
        unreportedSeconds = stopwatch.seconds
    }

    /// Packets or pictures that could not be decoded and were passed over.
    var damagedCount: Int { reader.damagedCount }

    /// Goes to where a selection begins.
    ///
    /// - Returns: Whether there is anything at that place.
    mutating func position(at selection: FrameSelection) throws(VideoError) -> Bool {
        let stopwatch = ThreadStopwatch()
        defer { unreportedSeconds += stopwatch.seconds }
        switch selection {
        case .burst, .everyKeyframe: return true
        case .keyframe(let index): return try reader.skipKeyframes(index) == index
        case .mediaTime(let seconds): return try reader.seek(toMediaSeconds: seconds)
        }
    }

    /// Overwrites `frame` with the next keyframe.
    ///
    /// - Returns: `nil` at the end of a file.
    mutating func next(into frame: inout Frame) throws(VideoError) -> FrameInfo? {
        let stopwatch = ThreadStopwatch()
        defer { unreportedSeconds += stopwatch.seconds }
        return try reader.nextKeyframe(into: &frame)
    }

    /// Gives a live source its whole deadline again, so that a camera can be held open.
    mutating func restartDeadline() { reader.restartDeadline() }

    /// CPU seconds spent on the source since this was last asked.
    mutating func takeSeconds() -> Double {
        defer { unreportedSeconds = 0 }
        return unreportedSeconds
    }
}
