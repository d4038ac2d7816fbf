/// An affine correction of a model's logit for one camera: z′ = slope · z + offset.
///
/// It moves and stretches the border between vegetation and water as this camera's light and lens
/// want it, and can't do more harm than its limits allow.
public struct LogitCalibration: Codable, Hashable, Sendable {
    /// By how much differences of the logit are stretched.
    public var slope: Double
    /// What is added to the stretched logit.
    public var offset: Double

    /// Slopes that a calibration may have.
    public static let slopeLimits = 0.5...2.0
    /// Offsets that a calibration may have.
    public static let offsetLimits = -2.5...2.5
    /// The model as it is.
    public static let identity = LogitCalibration(slope: 1, offset: 0)

    /// Makes a calibration.
    public init(slope: Double, offset: Double) {
        self.slope = slope
        self.offset = offset
    }

    /// Whether both figures are within their limits.
    public var isWithinLimits: Bool {
        Self.slopeLimits.contains(slope) && Self.offsetLimits.contains(offset)
    }

    /// The corrected logit.
    public func corrected(_ logit: Double) -> Double { slope * logit + offset }
}

/// A camera's correction, and the model that it corrects: for another model it means nothing.
public struct CameraRecalibration: Codable, Hashable, Sendable {
    /// The model that the correction was fitted to, as samples name it.
    public var model: String
    /// The correction.
    public var logit: LogitCalibration

    /// Makes a recalibration.
    public init(model: String, logit: LogitCalibration) {
        self.model = model
        self.logit = logit
    }
}
