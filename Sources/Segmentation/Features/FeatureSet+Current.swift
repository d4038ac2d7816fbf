public import PixelKernels

extension FeatureSet {
    /// The features that this program computes, in the order of ``PixelKernels/CellFeature``.
    public static let current = FeatureSet(
        id: "cells-2", features: CellFeature.allCases.map(\.description))
}

extension CellFeature {
    /// What the feature is, for a model file.
    ///
    /// Y, Cb and Cr are means over a cell of 8 × 8 luma pixels in codes of full-range BT.601; g is
    /// −(Cb + Cr); dx and dy are means of |differences| of luma, a = dx + dy. `m3` and `m9` are
    /// means over 3 × 3 and 9 × 9 cells of the zone; `p10`, `p50` and `p90` are
    /// percentiles over the zone.
    public var description: FeatureDescription {
        func code(_ formula: String) -> FeatureDescription {
            FeatureDescription(id: "\(self)", formula: formula, unit: "code")
        }
        func ratio(_ formula: String) -> FeatureDescription {
            FeatureDescription(id: "\(self)", formula: formula, unit: "1")
        }
        return switch self {
        case .luma: code("Y")
        case .blue: code("Cb")
        case .red: code("Cr")
        case .greenRatio: ratio("g / (Y + 16)")
        case .across: ratio("dx / (dx + 8)")
        case .down: ratio("dy / (dy + 8)")
        case .green3: code("m3(g)")
        case .activity3: ratio("m3(a) / (m3(a) + 16)")
        case .contrast3: ratio("m3(a / (Y + 16))")
        case .green9: code("m9(g)")
        case .activity9: ratio("m9(a) / (m9(a) + 16)")
        case .lumaSpread9: ratio("v / (v + 400), v = m9(Y^2) - m9(Y)^2")
        case .greenSpread9: ratio("v / (v + 64), v = m9(g^2) - m9(g)^2")
        case .greenAboveLow: code("g - p10(g)")
        case .greenRank: ratio("(g - p50(g)) / (p90(g) - p10(g) + 2)")
        case .lumaRank: ratio("(Y - p50(Y)) / (p90(Y) - p10(Y) + 8)")
        case .greenAboveThreshold: code("g - t, t parting g of the zone after Ridler and Calvard")
        case .activityRank: ratio("(m3(a) - p50(a)) / (p90(a) - p10(a) + 3)")
        case .activityAboveScene: ratio("m3(a) / (m3(a) + p50(a) + 2)")
        case .flicker: ratio("f / (f + 4), f = mean |difference| of luma between frames; 0 unknown")
        case .flickerRatio: ratio("f / (a + 2); 0 unknown")
        case .flickerKnown: ratio("1 where two frames or more were compared, else 0")
        case .mirrorCorrelation:
            ratio("correlation of Y with its mirror image about the far bank over 9 x 9 cells")
        case .mirrorKnown: ratio("1 where the mirror image lies in the picture, else 0")
        case .mirrorActivity: ratio("a / (a + its image's + 2) over 9 x 9 cells; 0.5 unknown")
        case .mirrorGreen: code("g less its image's over 9 x 9 cells; 0 unknown")
        }
    }
}
