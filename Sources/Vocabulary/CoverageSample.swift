/// How much of a camera's water was covered at one moment.
///
/// Only accepted frames become samples. A frame that could not be trusted is a ``SampleGap``.
public struct CoverageSample: Codable, Hashable, Sendable {
    /// The camera that saw it.
    public var camera: CameraID
    /// When the frame was captured.
    public var time: Timestamp
    /// Share of the visible water that floating vegetation covers, 0…1: of its square metres where
    /// the geometry of the camera is known, else of its pixels.
    public var coverage: Double
    /// Share of the zone that could be judged at all, 0…1.
    public var visibleShare: Double
    /// Covered area in m²; `nil` without the geometry of the camera.
    public var areaSquareMetres: Double?
    /// Standard deviation of ``areaSquareMetres``, by the geometry and by the measurement.
    public var areaSigmaSquareMetres: Double?
    /// Standard deviation of the measurement in logit units.
    public var sigmaLogit: Double
    /// Frames that the sample was made of.
    public var frames: Int
    /// The model that segmented the frames, such as `vegseg-day-1.0.0+1c8a44f0`.
    public var model: String

    /// Makes a sample from its parts.
    public init(
        camera: CameraID, time: Timestamp, coverage: Double, visibleShare: Double,
        areaSquareMetres: Double? = nil,
        areaSigmaSquareMetres: Double? = nil, sigmaLogit: Double, frames: Int, model: String
    ) {
        self.camera = camera
        self.time = time
        self.coverage = coverage
        self.visibleShare = visibleShare
        self.areaSquareMetres = areaSquareMetres
        self.areaSigmaSquareMetres = areaSigmaSquareMetres
        self.sigmaLogit = sigmaLogit
        self.frames = frames
        self.model = model
    }
}
