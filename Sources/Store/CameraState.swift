import Vocabulary
import Watch

/// How a camera stands after its newest result.
public enum CameraState: String, Codable, Hashable, Sendable, CaseIterable {
    /// It has not been looked at yet.
    case waiting
    /// Its newest frame gave a sample.
    case ok
    /// Its newest frame was refused by the quality gate.
    case rejected
    /// It gave no usable frame.
    case failing
    /// Its clip has been read to the end.
    case finished
    /// What the store holds about it can't be read, so it is not looked at.
    case unreadable
    /// The site no longer names it.
    case inactive

    /// The state that an observation leaves a camera in.
    init(after observation: Observation) {
        switch observation {
        case .sample: self = .ok
        case .gap(let gap): self = gap.reason.isRejectedFrame ? .rejected : .failing
        }
    }
}
