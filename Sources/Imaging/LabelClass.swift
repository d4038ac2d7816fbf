/// What a luma pixel of a label picture says.
public enum LabelClass: UInt8, Hashable, Sendable, CaseIterable {
    /// Bank, sky, boats: no water.
    case notWater = 0
    /// Open water, with its reflections and glare.
    case openWater = 1
    /// Floating vegetation.
    case vegetation = 2
    /// Other floating matter, such as leaves or litter.
    case otherMatter = 3
    /// Not to be counted, because nobody can tell.
    case ignored = 255

    /// Whether the pixel is water of which is known what floats on it.
    public var isWater: Bool {
        switch self {
        case .openWater, .vegetation, .otherMatter: true
        case .notWater, .ignored: false
        }
    }
}
