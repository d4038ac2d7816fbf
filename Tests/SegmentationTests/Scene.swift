import Imaging

/// Surfaces painted into a frame, in any encoding.
struct Surface: Sendable {
    var red: Double
    var green: Double
    var blue: Double
    /// Largest change of luma from pixel to pixel, in parts of the full range.
    var texture: Double

    static let brownWater = Surface(red: 0.5, green: 0.47, blue: 0.43, texture: 0.01)
    static let fronds = Surface(red: 0.42, green: 0.55, blue: 0.2, texture: 0.12)
    static let flatGreenWater = Surface(red: 0.36, green: 0.48, blue: 0.2, texture: 0)
    static let glare = Surface(red: 0.99, green: 0.99, blue: 0.98, texture: 0)
}

extension Frame {
    /// Paints the chroma pixels in `columns` and `rows`, and the luma pixels that they stand for.
    mutating func paint(_ surface: Surface, columns: Range<Int>, rows: Range<Int>) {
        for y in 2 * rows.lowerBound..<min(2 * rows.upperBound, height) {
            for x in 2 * columns.lowerBound..<min(2 * columns.upperBound, width) {
                // A fixed pattern of -1, 0 and 1 that has no direction.
                let change = Double((x * x + 3 * x * y + 5 * y * y) % 3 - 1) * surface.texture
                let codes = encoding.codes(
                    red: surface.red + change, green: surface.green + change,
                    blue: surface.blue + change)
                luma[x, y] = codes.luma
                blueDifference[x / 2, y / 2] = codes.blueDifference
                redDifference[x / 2, y / 2] = codes.redDifference
            }
        }
    }
}
