/// What is true of a labelled scene.
public struct SceneTruth: Hashable, Sendable {
    /// Whether any plants float.
    public var hasVegetation: Bool
    /// Share of the water's pixels under plants, 0…1.
    public var coverageImage: Double
    /// Share of the water's square metres under plants, 0…1.
    public var coverageGround: Double
    /// Kinds of floating matter, the upper ones first.
    public var floating: [String]
    /// Kind of water.
    public var water: String
    /// Root mean square of the ripples' slope.
    public var slopeRMS: Double
    /// Whether the sun shines.
    public var isSunny: Bool
    /// Colour saturation of the camera, 1 is true.
    public var saturation: Double
    /// Constant rate factor of the H.264 that its pictures went through first; `nil` for none.
    public var streamQuality: Int?
    /// Quality of the JPEG, 1 to 100.
    public var jpegQuality: Int
}
