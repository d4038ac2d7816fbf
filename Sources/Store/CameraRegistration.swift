public import Vocabulary

/// A camera of the site and when it is first to be looked at.
public struct CameraRegistration: Hashable, Sendable {
    /// The camera.
    public var id: CameraID
    /// When a camera that is new, or comes back, is first due.
    public var firstDue: Timestamp
    /// Tells one source from another: a camera whose source has changed begins at its start.
    public var source: String

    /// Makes a registration.
    public init(id: CameraID, firstDue: Timestamp, source: String = "") {
        self.id = id
        self.firstDue = firstDue
        self.source = source
    }
}
