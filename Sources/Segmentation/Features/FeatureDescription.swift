/// What one input of the model is, in words that a model file can be checked against.
public struct FeatureDescription: Codable, Hashable, Sendable {
    /// Names the feature, such as `green`.
    public let id: String
    /// How it is computed from the picture; changed whenever the computation changes.
    public let formula: String
    /// Its unit, such as `code` for steps of 8-bit full-range BT.601; `1` for a ratio.
    public let unit: String

    /// Describes a feature.
    public init(id: String, formula: String, unit: String) {
        self.id = id
        self.formula = formula
        self.unit = unit
    }
}
