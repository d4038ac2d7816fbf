/// A moment at which a camera was looked at and gave no sample, and why.
///
/// A gap is kept beside the samples: a missing sample is not clean water.
public struct SampleGap: Codable, Hashable, Sendable {
    /// The camera.
    public var camera: CameraID
    /// When the frame was captured, or when the camera should have given one.
    public var time: Timestamp
    /// Why there is no sample.
    public var reason: GapReason
    /// The figures behind the reason in one sentence, for a person.
    public var detail: String

    /// Makes a gap from its parts.
    public init(camera: CameraID, time: Timestamp, reason: GapReason, detail: String) {
        self.camera = camera
        self.time = time
        self.reason = reason
        self.detail = detail
    }
}

/// Why a camera gave no sample.
public enum GapReason: String, Codable, Hashable, Sendable, CaseIterable {
    // The frame came and the quality gate refused it.

    /// The picture is almost black.
    case black
    /// The picture is over-exposed: too much of the zone is at the upper end.
    case overexposed
    /// The same picture came again for a minute or longer.
    case frozen
    /// The picture has no colour, as from a camera in infrared night mode.
    case noColour
    /// Too much of the zone is blank with glare.
    case glare
    /// Fog, a dirty lens or lost focus hides the detail of the picture.
    case blurred
    /// Something stands in front of the lens.
    case blocked
    /// The picture shows another place than the one that is known.
    case sceneChanged
    /// The camera has turned so far that the zone no longer lies on the water.
    case moved
    /// Compression or lost packets have spoilt the picture.
    case compression
    /// Heavy rain hides the water.
    case rain
    /// Too little of the zone could be judged.
    case littleVisible
    /// The zone holds no pixel of this picture.
    case zoneOutsidePicture

    // No usable frame came.

    /// The camera could not be reached or refused the connection.
    case unreachable
    /// The camera refused the user name or the password.
    case unauthorised
    /// The camera did not send a keyframe in time.
    case timedOut
    /// The stream or file is damaged so that no frame could be decoded.
    case corruptMedia
    /// The source holds no video, or video of a kind that is not read.
    case unsupportedMedia
    /// The sampler broke twice on this camera's video.
    case samplerCrashed

    /// Whether a frame came and the quality gate refused it.
    public var isRejectedFrame: Bool {
        switch self {
        case .black, .overexposed, .frozen, .noColour, .glare, .blurred, .blocked, .sceneChanged,
            .moved, .compression, .rain, .littleVisible, .zoneOutsidePicture:
            true
        case .unreachable, .unauthorised, .timedOut, .corruptMedia, .unsupportedMedia,
            .samplerCrashed:
            false
        }
    }
}
