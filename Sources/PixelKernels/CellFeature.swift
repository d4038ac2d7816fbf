/// The rows of numbers that ``cellFeatures(_:scene:count:stride:into:)`` writes: what the model
/// sees of a cell, in the order of its inputs.
public enum CellFeature: Int, CaseIterable, Sendable {
    // Colour.
    case luma, blue, red, greenRatio, blueRatio, redRatio
    // Texture.
    case across, down, anisotropy, contrast, chromaActivity
    // Surroundings.
    case green3, activity3, contrast3, green9, activity9, luma9, red9, lumaSpread9, greenSpread9
    case greenAboveWide, lumaAbove9, lumaAboveWide, activityWide, greenWide, activityAboveWide
    // The cell within its scene.
    case greenAboveLow, greenRank, lumaRank, greenAboveThreshold, activityRank, activityAboveScene
    // Flicker between the frames of a burst.
    case flicker, flicker9, flickerRatio, flickerKnown
    // Likeness to what stands on the far bank.
    case mirrorCorrelation, mirrorKnown, mirrorActivity, mirrorGreen
}
