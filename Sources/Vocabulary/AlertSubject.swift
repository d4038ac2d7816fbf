/// What an alert is about.
///
/// Written as text: a camera as its name (`lock-3`), a reach as `reach:lower`. No name holds a colon,
/// so the two can't be taken for each other.
public enum AlertSubject: Hashable, Sendable {
    /// The water that one camera sees.
    case camera(CameraID)
    /// A stretch of water that several cameras see together.
    case reach(ReachID)

    /// The camera; `nil` for a reach.
    public var camera: CameraID? {
        if case .camera(let camera) = self { camera } else { nil }
    }

    /// The reach; `nil` for a camera.
    public var reach: ReachID? {
        if case .reach(let reach) = self { reach } else { nil }
    }
}

extension AlertSubject: CustomStringConvertible {
    /// `lock-3` or `reach:lower`.
    public var description: String {
        switch self {
        case .camera(let camera): camera.rawValue
        case .reach(let reach): "reach:\(reach)"
        }
    }
}
