/// The rows of numbers that ``cellFeatures(_:statisticStride:scene:count:into:featureStride:)``
/// writes: what the model sees of a cell, in the order of its inputs.
public enum CellFeature: Int, CaseIterable, Sendable {
    // Colour.
    case luma, blue, red, greenRatio
    // Texture.
    case across, down
    // Surroundings.
    case green3, activity3, contrast3, green9, activity9, lumaSpread9, greenSpread9
    // The cell within its scene.
    case greenAboveLow, greenRank, lumaRank, greenAboveThreshold, activityRank, activityAboveScene
    // Flicker between the frames of a burst.
    case flicker, flickerRatio, flickerKnown
    // Likeness to what stands on the far bank.
    case mirrorCorrelation, mirrorKnown, mirrorActivity, mirrorGreen
}
