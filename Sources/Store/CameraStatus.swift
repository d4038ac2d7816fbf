public import Vocabulary

/// How one camera stands, for people and for `duckweed status`.
public struct CameraStatus: Codable, Hashable, Sendable {
    /// The camera.
    public var camera: CameraID
    /// How it stands after its newest result.
    public var state: CameraState
    /// Capture time of its newest sample.
    public var lastSampleTime: Timestamp?
    /// Why its newest result is no sample; `nil` when it is one.
    public var lastReason: GapReason?
    /// The figures behind the reason, in a sentence.
    public var lastDetail: String?
    /// Samples since the camera was first registered.
    public var samplesTotal: Int
    /// Frames that the quality gate has refused.
    public var rejectedTotal: Int
    /// How often each reason kept it from giving a sample, by the reason's name.
    public var gapTotals: [String: Int]
    /// Results without a usable frame.
    public var failuresTotal: Int
    /// Results without a usable frame since the last one with one.
    public var failuresInRow: Int
    /// When it is due again; while it is being looked at, when the lease ends.
    public var dueAt: Timestamp
}
