public import Vocabulary
public import Watch

/// A camera that the site no longer names and whose alerts are still open.
public struct DepartedCamera: Hashable, Sendable {
    /// The camera.
    public var camera: CameraID
    /// Its judgement so far.
    public var watch: CameraWatch
}
