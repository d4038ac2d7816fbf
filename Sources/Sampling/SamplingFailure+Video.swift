import Video
import Vocabulary

extension SamplingReport.Failure {
    /// What the video library says.
    init(_ error: VideoError) {
        self.init(reason: error.gapReason, message: error.message)
    }

    /// The source came to its end without a frame.
    static func noKeyframe(in source: VideoSource) -> Self {
        Self(
            reason: .corruptMedia,
            message: "\(source.nameInMessages) holds no keyframe that can be decoded")
    }

    /// The one frame that was asked for is damaged.
    static func damaged(keyframe index: Int, of source: VideoSource) -> Self {
        Self(
            reason: .corruptMedia,
            message: "keyframe \(index) of \(source.nameInMessages) is damaged and was passed over"
        )
    }
}

extension VideoSource {
    /// What messages call the source: an address may hold what is nobody's business.
    var nameInMessages: String { isLive ? "the camera" : "'\(location)'" }
}
