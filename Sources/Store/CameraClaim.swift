public import Vocabulary
public import Watch

/// The right to look at a camera once, until the lease ends.
public struct CameraClaim: Hashable, Sendable {
    /// The camera.
    public var camera: CameraID
    /// The fencing number: only the newest one of a camera is accepted at a commit.
    public var number: Int64
    /// The time for which the camera was due; the next due time is counted from it.
    public var slot: Timestamp
    /// When somebody else may claim the camera.
    public var leaseEnds: Timestamp
    /// Number of the measurement of a clip that comes next, from 0.
    public var position: Int
    /// The camera's judgement so far.
    public var watch: CameraWatch
    /// What is known of the camera's view.
    public var scene: KnownScene
    /// Results without a usable frame since the last one with one.
    public var failuresInRow: Int

    /// Makes a claim from its parts; the store gives claims, so only tests need it.
    package init(
        camera: CameraID, number: Int64, slot: Timestamp, leaseEnds: Timestamp, position: Int,
        watch: CameraWatch, scene: KnownScene = KnownScene(), failuresInRow: Int
    ) {
        self.camera = camera
        self.number = number
        self.slot = slot
        self.leaseEnds = leaseEnds
        self.position = position
        self.watch = watch
        self.scene = scene
        self.failuresInRow = failuresInRow
    }
}
