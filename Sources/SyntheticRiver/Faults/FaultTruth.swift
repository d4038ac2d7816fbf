public import Vocabulary

/// What is true of a clip with a fault: written beside it as `NAME.truth.json`.
public struct FaultTruth: Codable, Sendable {
    /// The fault.
    public var fault: CameraFault
    /// The seed of the place.
    public var seed: UInt64
    /// Capture time of the first keyframe.
    public var start: Timestamp
    /// Time from keyframe to keyframe.
    public var every: SampleSpacing
    /// Pixels that the picture has moved by in the faulty keyframes, right and down; 0 for most.
    public var shift: PicturePoint
    /// One entry for each keyframe.
    public var keyframes: [Keyframe]

    /// What is true of one keyframe.
    public struct Keyframe: Codable, Sendable {
        /// Number of the keyframe, from 0.
        public var index: Int
        /// Capture time.
        public var time: Timestamp
        /// Whether the picture is as good as the camera can make it.
        public var isGood: Bool
        /// What should become of it, the best answer first; any of them is right.
        public var expected: [ExpectedVerdict]
        /// Share of the zone's pixels under plants, 0…1.
        public var coverageImage: Double
        /// Share of the zone's square metres under plants, 0…1.
        public var coverageGround: Double
    }
}
