/// What a rule watches.
public enum AlertKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// The covered share of the water.
    case coverage
    /// The growth rate.
    case growth
    /// The covered share that is to be expected in some days.
    case forecast
    /// That a camera gives no usable sample.
    case blind
    /// That a camera has been turned and shows other water than its zone was drawn on.
    case moved

    /// Whether the rule is about the water, not about the camera: it then needs samples to be judged.
    public var isOfWater: Bool {
        switch self {
        case .coverage, .growth, .forecast: true
        case .blind, .moved: false
        }
    }
}
