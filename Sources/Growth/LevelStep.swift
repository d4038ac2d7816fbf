public import Vocabulary

/// A jump of the level that no growth explains: a harvest, a flush, a mat that came or left.
///
/// It keeps the filter clean; it is too unsure to be announced as a harvest on its own.
public struct LevelStep: Codable, Hashable, Sendable {
    /// The first bin on the new level.
    public var began: Timestamp
    /// When enough bins had agreed on it.
    public var accepted: Timestamp
    /// From the old level to the new one in logit units: below zero for a harvest, a flush or a mat
    /// that left, above zero for a mat that came.
    public var sizeLogit: Double

    /// Makes a step.
    public init(began: Timestamp, accepted: Timestamp, sizeLogit: Double) {
        self.began = began
        self.accepted = accepted
        self.sizeLogit = sizeLogit
    }

    /// Whether it is large enough to be told to people, once the next day confirms it.
    public var isLarge: Bool { abs(sizeLogit) > 1.5 }
}
