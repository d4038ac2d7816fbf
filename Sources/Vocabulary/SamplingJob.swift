/// One piece of work for the sampler: a source, which of its frames to take, and what to measure.
///
/// The sampler reads one job a line as JSON and answers with ``SamplingReport`` lines.
public struct SamplingJob: Codable, Hashable, Sendable {
    /// Names the job in every report about it; unique among the jobs under way.
    public var id: String
    /// Where the frames come from.
    public var source: VideoSource
    /// Which frames to take.
    public var selection: FrameSelection
    /// The water to be watched; the whole picture when absent.
    public var zone: ZoneOutline?
    /// What is known of the camera's view; `nil` for a camera that is looked at for the first time.
    public var scene: SceneMemory?
    /// Where to write pictures of what was seen; `nil` writes nothing.
    public var overlay: OverlayRequest?
    /// Seconds after which a live source is given up.
    public var deadlineSeconds: Double

    /// Makes a job.
    public init(
        id: String, source: VideoSource, selection: FrameSelection, zone: ZoneOutline? = nil,
        scene: SceneMemory? = nil, overlay: OverlayRequest? = nil, deadlineSeconds: Double = 20
    ) {
        self.id = id
        self.source = source
        self.selection = selection
        self.zone = zone
        self.scene = scene
        self.overlay = overlay
        self.deadlineSeconds = deadlineSeconds
    }
}

/// Which frames of a source a job takes.
public enum FrameSelection: Hashable, Sendable {
    /// The next `count` keyframes, as one measurement: the way a live camera is sampled.
    case burst(count: Int)
    /// Every keyframe, each a measurement of its own: the way a clip is replayed.
    case everyKeyframe
    /// The keyframe number `index`, from 0; an index past the last ends the job without a frame.
    case keyframe(index: Int)
    /// The last keyframe at or before `seconds` from the start; past the end there is no frame.
    case mediaTime(seconds: Double)
}

/// Where a job writes its pictures: the frame with zone, mask and coverage drawn on it.
public struct OverlayRequest: Codable, Hashable, Sendable {
    /// A `.png` or `.jpg` file for one picture, a `.mp4` file for a clip, else a folder.
    public var path: String
    /// How capture times run, for the dates on the pictures; by the source's own times when absent.
    public var timeline: ClipTimeline?

    /// Makes a request.
    public init(path: String, timeline: ClipTimeline? = nil) {
        self.path = path
        self.timeline = timeline
    }
}
