/// A square of smooth random numbers that repeats without a seam: mean 0, standard deviation 1.
///
/// The sum of octaves of value noise (Perlin, SIGGRAPH 1985, names the construction): octave *n*
/// has 4 · 2ⁿ cells across the square and `persistence`ⁿ of the first one's strength. Patches of
/// plants, leaves, stone and clouds are all made of it.
struct NoiseField: Sendable {
    /// Numbers in a row and rows: a power of two.
    let size: Int
    private let values: [Float]
    private let mask: Int

    /// Draws a field.
    ///
    /// - Parameters:
    ///   - size: A power of two from 8.
    ///   - persistence: Strength of each octave relative to the one before; near 0.5 is smooth,
    ///     near 0.9 is rough.
    ///   - firstOctave: The coarsest octave that takes part; higher numbers give finer grain.
    init(
        size: Int, persistence: Float, firstOctave: Int = 0, random: inout SplitMix64
    ) {
        precondition(size >= 8 && size & (size - 1) == 0, "the size is a power of two from 8")
        self.size = size
        mask = size - 1
        var sum = [Float](repeating: 0, count: size * size)
        var cells = 4 << firstOctave
        var strength: Float = 1
        while cells <= size {
            Self.addOctave(cells: cells, strength: strength, size: size, to: &sum, random: &random)
            cells *= 2
            strength *= persistence
        }
        values = Self.standardised(sum)
    }

    /// The field at a point, in texels; bilinear between the numbers, periodic.
    @inline(__always)
    func value(_ x: Float, _ y: Float) -> Float {
        let (floorX, floorY) = (x.rounded(.down), y.rounded(.down))
        let (shareX, shareY) = (x - floorX, y - floorY)
        let (left, top) = (Int(floorX) & mask, Int(floorY) & mask)
        let (right, bottom) = ((left + 1) & mask, (top + 1) & mask)
        let (upper, lower) = (top * size, bottom * size)
        let above = values[upper + left] + (values[upper + right] - values[upper + left]) * shareX
        let below = values[lower + left] + (values[lower + right] - values[lower + left]) * shareX
        return above + (below - above) * shareY
    }

    private static func addOctave(
        cells: Int, strength: Float, size: Int, to sum: inout [Float], random: inout SplitMix64
    ) {
        let knots = (0..<cells * cells).map { _ in random.normal() * strength }
        let step = size / cells
        let ease = (0..<step).map { texel in
            let share = (Float(texel) + 0.5) / Float(step)
            return share * share * (3 - 2 * share)
        }
        for y in 0..<size {
            let (top, easeY) = (y / step, ease[y % step])
            let (upper, lower) = (top * cells, (top + 1) % cells * cells)
            for x in 0..<size {
                let (left, easeX) = (x / step, ease[x % step])
                let right = (left + 1) % cells
                let above = knots[upper + left] * (1 - easeX) + knots[upper + right] * easeX
                let below = knots[lower + left] * (1 - easeX) + knots[lower + right] * easeX
                sum[y * size + x] += above * (1 - easeY) + below * easeY
            }
        }
    }

    private static func standardised(_ values: [Float]) -> [Float] {
        let count = Double(values.count)
        let mean = values.reduce(0) { $0 + Double($1) } / count
        let variance = values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / count
        let scale = Float(1 / max(variance.squareRoot(), 1e-9))
        return values.map { ($0 - Float(mean)) * scale }
    }
}
