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

    /// The camera's recalibration is about another model.
    static func outdated(_ recalibration: CameraRecalibration, model: String) -> Self {
        Self(
            reason: .recalibrationOutdated,
            message:
                "the recalibration was made for the model \(recalibration.model), and the model is "
                + "now \(model); make it anew with 'duckweed calibrate'")
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
