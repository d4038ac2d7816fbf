public import Vocabulary
public import Watch

/// Water that is judged by itself: one camera's, or that of all cameras of a reach.
public struct Water: Sendable {
    /// The cameras that see it, in the order of their names.
    public let cameras: [CameraID]
    /// The reach; `nil` for the water of one camera alone.
    public let reach: Reach?
    /// Facts about the cameras by which rules and routes choose.
    public let tags: [CameraID: [String: String]]

    /// The water of one camera.
    public init(camera: CameraID, tags: [String: String] = [:]) {
        cameras = [camera]
        reach = nil
        self.tags = [camera: tags]
    }

    /// The water of a reach.
    ///
    /// - Parameter cameras: Those of its cameras that there are series of.
    public init(reach: Reach, cameras: [CameraID], tags: [CameraID: [String: String]]) {
        self.cameras = cameras.sorted()
        self.reach = reach
        self.tags = tags
    }
}
