import Vocabulary

/// A clip that starts well and then shows one fault.
public struct FaultPlan: Sendable {
    /// The fault.
    public var fault: CameraFault
    /// The seed of the place and of the fault's details.
    public var seed: UInt64
    /// Pixels in a row, even.
    public var width: Int
    /// Rows, even.
    public var height: Int
    /// Good samples before the fault.
    public var goodSamples: Int
    /// Samples with the fault.
    public var faultySamples: Int
    /// Frames of each sample: a keyframe and what follows it.
    public var framesPerSample: Int
    /// Time from one sample to the next.
    public var every: SampleSpacing

    /// Makes a plan.
    ///
    /// - Precondition: The counts are positive, the sizes even.
    public init(
        _ fault: CameraFault, seed: UInt64 = 1, width: Int = 480, height: Int = 270,
        goodSamples: Int = 6, faultySamples: Int = 6, framesPerSample: Int = 3,
        every: SampleSpacing = SampleSpacing.minutes10
    ) {
        precondition(
            goodSamples > 0 && faultySamples > 0 && framesPerSample > 0,
            "a clip has good and faulty samples")
        precondition(width % 2 == 0 && height % 2 == 0, "4:2:0 pictures have an even size")
        self.fault = fault
        self.seed = seed
        self.width = width
        self.height = height
        self.goodSamples = goodSamples
        self.faultySamples = faultySamples
        self.framesPerSample = framesPerSample
        self.every = every
    }

    /// When the first sample is taken.
    static let start = FixtureClip.start + .seconds(10 * 3600)
    /// Frames a second of the clip.
    static let framesPerSecond = 6
}
