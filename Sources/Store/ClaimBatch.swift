public import Vocabulary

/// What ``SiteStore/claimDue(at:limit:lease:)`` found.
public struct ClaimBatch: Hashable, Sendable {
    /// The claims, the longest overdue first.
    public var claims: [CameraClaim]
    /// Cameras that were due as well, but whose record can't be read.
    public var unreadable: [CameraID]
}
