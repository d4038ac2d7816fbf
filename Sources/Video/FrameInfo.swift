public import Vocabulary

/// What is known about one keyframe beside its pixels.
public struct FrameInfo: Hashable, Sendable {
    /// Number of the keyframe in its source, from 0; keyframes passed over or damaged count too.
    public var index: Int
    /// Seconds from the start of the video; `nil` for pictures and where the stream has no times.
    public var mediaSeconds: Double?
    /// When the picture was taken, as its file name or its own header says.
    public var recordedTime: Timestamp?
    /// How far through its source the frame stands, 0…1; `nil` where the end is not known.
    public var progress: Double?
    /// Processor seconds that decoding and conversion took on this thread.
    public var decodeSeconds: Double
    /// Whether the decoder met errors and had to fill in parts of the picture.
    public var isDamaged: Bool

    /// Makes a record from its parts.
    public init(
        index: Int, mediaSeconds: Double? = nil, recordedTime: Timestamp? = nil,
        progress: Double? = nil, decodeSeconds: Double = 0, isDamaged: Bool = false
    ) {
        self.index = index
        self.mediaSeconds = mediaSeconds
        self.recordedTime = recordedTime
        self.progress = progress
        self.decodeSeconds = decodeSeconds
        self.isDamaged = isDamaged
    }
}
