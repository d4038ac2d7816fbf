/// The figures of an accepted frame or burst, before a camera and a time are put to them.
public struct CoverageReading: Codable, Hashable, Sendable {
    /// Share of the visible water that floating vegetation covers, 0…1: of its square metres where
    /// the geometry of the camera is known, else of its pixels.
    public var coverage: Double
    /// Share of the zone that could be judged, 0…1.
    public var visibleShare: Double
    /// Covered area in m²; `nil` without the geometry of the camera.
    public var areaSquareMetres: Double?
    /// Standard deviation of ``areaSquareMetres``, by the geometry and by the measurement.
    public var areaSigmaSquareMetres: Double?
    /// Standard deviation of the measurement in logit units.
    public var sigmaLogit: Double
    /// Frames that the reading was made of.
    public var frames: Int
    /// The model that segmented them.
    public var model: String

    /// Makes a reading.
    public init(
        coverage: Double, visibleShare: Double, areaSquareMetres: Double? = nil,
        areaSigmaSquareMetres: Double? = nil, sigmaLogit: Double, frames: Int, model: String
    ) {
        self.coverage = coverage
        self.visibleShare = visibleShare
        self.areaSquareMetres = areaSquareMetres
        self.areaSigmaSquareMetres = areaSigmaSquareMetres
        self.sigmaLogit = sigmaLogit
        self.frames = frames
        self.model = model
    }

    /// The reading as a sample of `camera` at `time`.
    public func sample(of camera: CameraID, at time: Timestamp) -> CoverageSample {
        CoverageSample(
            camera: camera, time: time, coverage: coverage, visibleShare: visibleShare,
            areaSquareMetres: areaSquareMetres, areaSigmaSquareMetres: areaSigmaSquareMetres,
            sigmaLogit: sigmaLogit, frames: frames, model: model)
    }
}
