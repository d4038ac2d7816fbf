public import Vocabulary

/// A camera of the site, with all that is needed to sample it.
public struct SiteCamera: Sendable {
    /// Names the camera.
    public var id: CameraID
    /// The name that people read; the identifier where the file gives none.
    public var name: String
    /// Where the frames come from; paths are resolved and credentials filled in.
    public var source: VideoSource
    /// The water to be watched, mask paths resolved; the whole picture when absent.
    public var zone: ZoneOutline?
    /// How the picture lies on the water; `nil` where nobody measured it.
    public var geometry: ViewGeometry?
    /// The camera's own correction of the model; `nil` takes the model as it is.
    public var recalibration: RecalibrationReference?
    /// How often and how it is sampled.
    public var sampling: SamplingPlan
    /// How capture times are made for a clip; `nil` for a live camera, and for a clip that holds
    /// the times of its recording.
    public var playback: ClipPlayback?
    /// Facts about the camera by which rules and routes choose, such as its district.
    public var tags: [String: String]
    /// The stretch of water that it sees together with other cameras; `nil` for water of its own.
    public var reach: ReachID?
    /// Square metres of its zone; `nil` without a geometry, and where the zone is a mask, which only
    /// the sampler reads.
    public var waterSquareMetres: Double?
    /// Where the camera stands.
    public var location: GeographicLocation?

    /// Makes a camera.
    public init(
        id: CameraID, name: String, source: VideoSource, zone: ZoneOutline? = nil,
        geometry: ViewGeometry? = nil,
        recalibration: RecalibrationReference? = nil, sampling: SamplingPlan = .standard,
        playback: ClipPlayback? = nil,
        tags: [String: String] = [:], reach: ReachID? = nil, waterSquareMetres: Double? = nil,
        location: GeographicLocation? = nil
    ) {
        self.id = id
        self.name = name
        self.source = source
        self.zone = zone
        self.geometry = geometry
        self.recalibration = recalibration
        self.sampling = sampling
        self.playback = playback
        self.tags = tags
        self.reach = reach
        self.waterSquareMetres = waterSquareMetres
        self.location = location
    }
}

/// How often and how a camera is sampled.
public struct SamplingPlan: Hashable, Sendable {
    /// Time from one sample to the next.
    public var every: Duration
    /// Keyframes that make one sample.
    public var keyframes: Int
    /// Seconds after which a camera that has not answered is given up.
    public var deadlineSeconds: Double

    /// Makes a plan.
    public init(every: Duration, keyframes: Int, deadlineSeconds: Double) {
        self.every = every
        self.keyframes = keyframes
        self.deadlineSeconds = deadlineSeconds
    }

    /// Three keyframes every ten minutes, each camera given 20 s.
    public static let standard = SamplingPlan(
        every: .seconds(600), keyframes: 3, deadlineSeconds: 20)
}

/// How a clip stands in for a camera: which capture time each of its frames gets.
public struct ClipPlayback: Hashable, Sendable {
    /// Capture time of the first frame.
    public var start: Timestamp
    /// How capture time goes on from there.
    public var pace: Pace

    /// How capture time goes on.
    public enum Pace: Hashable, Sendable {
        /// Each keyframe is this much later than the one before it, whatever the clip's own times.
        case timeLapse(every: Duration)
        /// Each second of the clip stands for this many seconds.
        case scaled(Double)
    }

    /// Makes a playback.
    public init(start: Timestamp, pace: Pace) {
        self.start = start
        self.pace = pace
    }
}

/// A place on the Earth (WGS 84).
public struct GeographicLocation: Hashable, Sendable {
    /// Degrees north of the equator, −90…90.
    public var latitude: Double
    /// Degrees east of Greenwich, −180…180.
    public var longitude: Double

    /// Makes a place.
    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}
