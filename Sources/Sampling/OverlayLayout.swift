/// Where things stand on an overlay: a bar with text, the picture below it, then the curve.
///
/// Everything is measured in the height of a capital, which follows the size of the picture.
package struct OverlayLayout: Hashable, Sendable {
    /// Height of a capital in pixels.
    package let capital: Float
    /// The bar with the figures.
    package let bar: Box
    /// The picture.
    package let picture: Box
    /// The strip with the curve.
    package let strip: Box

    /// Width of the whole in pixels; even, as video wants it.
    package let width: Int
    /// Height of the whole in pixels; even.
    package let height: Int

    /// Lays out an overlay for a picture of this size.
    package init(pictureWidth: Int, pictureHeight: Int) {
        // A tall picture has little room for text, so its width decides.
        let reference = min(Float(pictureHeight), Float(pictureWidth) * 9 / 16)
        capital = max(8, (reference / 36).rounded())
        width = Self.even(pictureWidth)
        let barHeight = Self.even(Int(capital * 2.4))
        let pictureEnd = barHeight + Self.even(pictureHeight)
        height = pictureEnd + Self.even(Int(capital * 11))
        bar = Box(left: 0, top: 0, right: Float(width), bottom: Float(barHeight))
        picture = Box(
            left: 0, top: Float(barHeight), right: Float(width), bottom: Float(pictureEnd))
        strip = Box(left: 0, top: Float(pictureEnd), right: Float(width), bottom: Float(height))
    }

    /// The part of the strip in which the curve itself is drawn.
    package var plot: Box {
        Box(
            left: strip.left + capital * 5, top: strip.top + capital * 1.4,
            right: strip.right - capital * 1.5, bottom: strip.bottom - capital * 2.6)
    }

    private static func even(_ number: Int) -> Int { (number + 1) / 2 * 2 }
}
