public import Vocabulary

/// What a clip shows, down to the last pixel: the same plan gives the same frames.
public struct ClipPlan: Codable, Hashable, Sendable {
    /// The place.
    public var site: RiverSite
    /// The seed of everything that is drawn by lot.
    public var seed: UInt64
    /// Capture time of the first sample.
    public var start: Timestamp
    /// Time from one sample to the next; each sample is one group of pictures.
    public var every: SampleSpacing
    /// Samples, and keyframes, in the clip.
    public var sampleCount: Int
    /// Frames of each sample: a keyframe and what follows it, with moving ripples.
    public var framesPerSample: Int
    /// Frames per second of the clip, also the time scale of the ripples.
    public var framesPerSecond: Int
    /// How coverage changes.
    public var growth: GrowthPlan
    /// Whether the camera sees in the infrared.
    public var isNight: Bool
    /// How the mats drift; `nil` when they stay where they are.
    public var drift: DriftPlan?

    /// Makes a plan.
    ///
    /// - Precondition: The counts are positive.
    public init(
        site: RiverSite, seed: UInt64, start: Timestamp, every: SampleSpacing, sampleCount: Int,
        growth: GrowthPlan, isNight: Bool = false, framesPerSample: Int = 3,
        framesPerSecond: Int = 6, drift: DriftPlan? = nil
    ) {
        precondition(
            sampleCount > 0 && framesPerSample > 0 && framesPerSecond > 0,
            "a clip has at least one sample of one frame")
        self.site = site
        self.seed = seed
        self.start = start
        self.every = every
        self.sampleCount = sampleCount
        self.framesPerSample = framesPerSample
        self.framesPerSecond = framesPerSecond
        self.growth = growth
        self.isNight = isNight
        self.drift = drift
    }

    /// Capture time of a sample.
    public func time(ofSample index: Int) -> Timestamp {
        start + every.duration * index
    }

    /// Coverage of the zone's pixels that a sample shall show, 0…1: exact unless the mats drift or
    /// a harvest cuts lanes.
    public func coverage(ofSample index: Int) -> Double {
        growth.coverage(afterDays: days(ofSample: index))
    }

    /// Days from the first sample to a sample.
    func days(ofSample index: Int) -> Double { (every.duration * index).inDays }
}
