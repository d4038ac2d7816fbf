public import Vocabulary

/// What became of one look at a camera.
public enum Observation: Codable, Hashable, Sendable {
    /// The water could be judged.
    case sample(CoverageSample)
    /// It could not: a frame was refused, or none came.
    case gap(SampleGap)

    /// The camera that was looked at.
    public var camera: CameraID {
        switch self {
        case .sample(let sample): sample.camera
        case .gap(let gap): gap.camera
        }
    }

    /// When the frame was captured, or should have been.
    public var time: Timestamp {
        switch self {
        case .sample(let sample): sample.time
        case .gap(let gap): gap.time
        }
    }
}
