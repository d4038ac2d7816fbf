public import Vocabulary

/// What the file of a camera's recalibration holds: the figures, and how they came about.
public struct RecalibrationRecord: Encodable, Sendable {
    /// The layout of the file.
    public let version = RecalibrationFile.version
    /// The model that was corrected.
    public var model: String
    /// By how much differences of the logit are stretched.
    public var slope: Double
    /// What is added to the stretched logit.
    public var offset: Double
    /// The picture that was clicked in.
    public var picture: String
    /// When it was taken, where the picture says so.
    public var pictureTime: Timestamp?
    /// The clicks, so that another model can be calibrated from them too.
    public var clicks: [SurfaceClick]

    /// Makes a record.
    public init(
        _ recalibration: CameraRecalibration, picture: String, pictureTime: Timestamp?,
        clicks: [SurfaceClick]
    ) {
        model = recalibration.model
        slope = recalibration.logit.slope
        offset = recalibration.logit.offset
        self.picture = picture
        self.pictureTime = pictureTime
        self.clicks = clicks
    }
}
