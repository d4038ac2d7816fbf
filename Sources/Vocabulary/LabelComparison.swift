/// How a mask agrees with labels that a person drew, in luma pixels.
///
/// Vegetation is what is looked for: everything else that is labelled is "not vegetation". A pixel
/// that the mask leaves unjudged counts as not vegetation.
public struct LabelComparison: Codable, Hashable, Sendable {
    /// Labelled vegetation and found.
    public var truePositives: Int
    /// Labelled something else and taken for vegetation.
    public var falsePositives: Int
    /// Labelled vegetation and not found.
    public var falseNegatives: Int
    /// Labelled something else, and not taken for vegetation.
    public var trueNegatives: Int
    /// How many of all these the mask left unjudged.
    public var unjudged: Int
    /// Pixels labelled vegetation in the whole picture.
    ///
    /// A few more than the counts above hold: a chroma pixel belongs to the zone by its centre, so
    /// at the zone's edge it may not stand for all labelled pixels in it.
    public var labelledVegetation: Int
    /// Pixels labelled as water of any kind in the whole picture.
    public var labelledWater: Int

    /// Makes a comparison from its counts.
    public init(
        truePositives: Int = 0, falsePositives: Int = 0, falseNegatives: Int = 0,
        trueNegatives: Int = 0, unjudged: Int = 0, labelledVegetation: Int = 0,
        labelledWater: Int = 0
    ) {
        self.truePositives = truePositives
        self.falsePositives = falsePositives
        self.falseNegatives = falseNegatives
        self.trueNegatives = trueNegatives
        self.unjudged = unjudged
        self.labelledVegetation = labelledVegetation
        self.labelledWater = labelledWater
    }

    /// Pixels that were compared.
    public var total: Int { truePositives + falsePositives + falseNegatives + trueNegatives }

    /// Share of the labelled water that is labelled vegetation, 0…1; `nil` without labelled water.
    public var truth: Double? { Self.share(labelledVegetation, of: labelledWater) }

    /// Intersection over union of the vegetation; `nil` where neither side has any.
    public var intersectionOverUnion: Double? {
        Self.share(truePositives, of: truePositives + falsePositives + falseNegatives)
    }

    /// F1 (Dice) of the vegetation; `nil` where neither side has any.
    public var f1: Double? {
        Self.share(2 * truePositives, of: 2 * truePositives + falsePositives + falseNegatives)
    }

    /// Adds the counts of another comparison.
    public static func += (sum: inout Self, other: Self) {
        sum.truePositives += other.truePositives
        sum.falsePositives += other.falsePositives
        sum.falseNegatives += other.falseNegatives
        sum.trueNegatives += other.trueNegatives
        sum.unjudged += other.unjudged
        sum.labelledVegetation += other.labelledVegetation
        sum.labelledWater += other.labelledWater
    }

    private static func share(_ part: Int, of whole: Int) -> Double? {
        whole == 0 ? nil : Double(part) / Double(whole)
    }
}
