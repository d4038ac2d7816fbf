/// The rows of numbers that ``cellFeatures(_:statisticStride:scene:count:into:featureStride:)``
/// reads: one number a cell.
///
/// Sums run over the neighbours of a cell and are weighted by the share of each neighbour that
/// lies in the zone; the weight of the same window is what they are divided by. `green` is
/// −(Cb + Cr), `activity` is `across` + `down`, `contrast` is activity / (luma + 16).
public enum CellStatistic: Int, CaseIterable, Sendable {
    // The cell itself.
    case luma, blue, red, across, down, flicker
    // Sums over 3 × 3 cells.
    case weight3, green3, activity3, contrast3
    // Sums over 9 × 9 cells.
    case weight9, green9, activity9, luma9, greenSquares9, lumaSquares9
    // Sums over 9 × 9 cells, of those whose mirror image about the far bank is in the picture.
    case mirrorWeight, mirrorOwnLuma, mirrorLuma, mirrorProducts, mirrorOwnSquares
    case mirrorSquares, mirrorOwnActivity, mirrorActivity, mirrorOwnGreen, mirrorGreen
    // 1 where the cell's mirror image is in the picture, else 0.
    case mirrorKnown
}
