/// How a picture compares with the known views of its camera.
public struct SceneFinding: Codable, Hashable, Sendable {
    /// Resemblance to the view that it resembles most, −1…1.
    ///
    /// Above 0.7 in the same light, about 0 for another place; absent while no view is known well
    /// enough.
    public var correlation: Double?
    /// Pixels by which the picture's content lies right of where the zone was drawn; absent where it
    /// can't be told.
    public var shiftX: Double?
    /// Pixels by which it lies below; absent where it can't be told.
    public var shiftY: Double?
    /// Sharpness over that of the view that it resembles most.
    public var sharpnessRatio: Double?
    /// What to remember of the camera from now on; absent when nothing is new.
    public var memory: SceneMemory?

    /// Makes a finding.
    public init(
        correlation: Double? = nil, shiftX: Double? = nil, shiftY: Double? = nil,
        sharpnessRatio: Double? = nil, memory: SceneMemory? = nil
    ) {
        self.correlation = correlation
        self.shiftX = shiftX
        self.shiftY = shiftY
        self.sharpnessRatio = sharpnessRatio
        self.memory = memory
    }
}
