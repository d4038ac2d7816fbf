/// What stays the same at a place: its camera, banks and water.
public struct RiverSite: Codable, Hashable, Sendable {
    /// The camera.
    public var camera: CameraGeometry
    /// The two banks.
    public var banks: Banks
    /// How clear the water is: 0 dark and clear, 1 full of silt and algae.
    public var turbidity: Double
    /// Root mean square of the ripples' slope on an average day; 0.004 is calm, 0.08 windy.
    public var slopeRMS: Double
    /// Length along the river of the largest patches of plants.
    public var patchMetres: Double

    /// Makes a place.
    public init(
        camera: CameraGeometry, banks: Banks = Banks(), turbidity: Double = 0.45,
        slopeRMS: Double = 0.02, patchMetres: Double = 10
    ) {
        self.camera = camera
        self.banks = banks
        self.turbidity = turbidity
        self.slopeRMS = slopeRMS
        self.patchMetres = patchMetres
    }

    /// A city canal seen from a mast of 7 m on its near bank.
    public static func canal(width: Int, height: Int) -> RiverSite {
        RiverSite(
            camera: CameraGeometry(
                heightMetres: 7, tiltDegrees: 15.5, fieldOfViewDegrees: 60, width: width,
                height: height))
    }
}
