#if canImport(Glibc)
    import Glibc
#endif

/// A square of leaves seen from above that repeats without a seam, at every scale from near to far.
///
/// Leaves are ellipses stamped from the lowest to the highest: low ones lie in the shade of the
/// others, gaps are dark or show the water. Coarser copies are averages of finer ones, so that
/// far leaves melt into an even carpet as they do in a lens.
struct LeafTexture: Sendable {
    /// Texels along a leaf.
    static let leafTexels: Float = 16
    static let size = 256

    /// Red, green and blue relative to the mean leaf, times the share covered, and that share; by
    /// level, row by row.
    private let levels: [[SIMD4<Float>]]

    /// Stamps leaves.
    ///
    /// - Parameters:
    ///   - contrast: How much leaves differ in brightness.
    ///   - gaps: Share of the square between leaves.
    ///   - gapsShowWater: Whether gaps are open; else they are dark.
    init(contrast: Float, gaps: Float, gapsShowWater: Bool, random: inout SplitMix64) {
        let shade = max(0.08, 0.55 - 0.45 * contrast)
        let ground = gapsShowWater ? .zero : SIMD4<Float>(shade, shade, shade, 1)
        var texels = [SIMD4<Float>](repeating: ground, count: Self.size * Self.size)
        let perLeaf: Float = 0.52
        let cells = Float(Self.size * Self.size) / (Self.leafTexels * Self.leafTexels)
        let count = Int(cells * -logf(max(0.02, gaps)) / perLeaf)
        for leaf in 0..<count {
            let height = Float(leaf) / Float(count)
            Self.stamp(height: height, contrast: contrast, on: &texels, random: &random)
        }
        self.init(texels)
    }

    /// Makes the texture of `size` × `size` texels that repeat without a seam.
    init(_ texels: [SIMD4<Float>]) {
        // The mean of what is covered becomes 1, so that a mat's colour is its mean colour.
        var mean = texels.reduce(SIMD4<Float>.zero, +)
        mean /= max(1e-6, mean.w)
        let scale = 1 / SIMD4(max(1e-4, mean.x), max(1e-4, mean.y), max(1e-4, mean.z), 1)
        levels = Self.pyramid(texels.map { $0 * scale })
    }

    private static func stamp(
        height: Float, contrast: Float, on texels: inout [SIMD4<Float>], random: inout SplitMix64
    ) {
        let length = leafTexels / 2 * random.uniform(0.65, 1.25)
        let width = length * random.uniform(0.6, 0.95)
        let heading = random.uniform(0, 2 * .pi)
        let (cosine, sine) = (cosf(heading), sinf(heading))
        let (centreX, centreY) = (random.unit() * Float(size), random.unit() * Float(size))
        let tone = max(
            0.12, 1 + contrast * (0.75 * height - 0.55 + 0.28 * random.normal()))
        let hue = random.uniform(-1, 1)
        let lean = contrast * random.uniform(-0.35, 0.35)
        let reach = Int(length + 1)
        for row in -reach...reach {
            for column in -reach...reach {
                let along = (Float(column) * cosine + Float(row) * sine) / length
                let across = (Float(row) * cosine - Float(column) * sine) / width
                guard along * along + across * across < 1 else { continue }
                let x = (Int(centreX) + column) & (size - 1)
                let y = (Int(centreY) + row) & (size - 1)
                let light = tone * (1 + lean * across - 0.1 * contrast * along * along)
                texels[y * size + x] = SIMD4(
                    light * (1 + 0.12 * hue), light, light * (1 - 0.15 * hue), 1)
            }
        }
    }

    private static func pyramid(_ finest: [SIMD4<Float>]) -> [[SIMD4<Float>]] {
        var levels = [finest]
        var side = size
        while side > 4 {
            let fine = levels[levels.count - 1]
            let half = side / 2
            var coarse = [SIMD4<Float>](repeating: .zero, count: half * half)
            for y in 0..<half {
                for x in 0..<half {
                    let first = 2 * y * side + 2 * x
                    coarse[y * half + x] =
                        (fine[first] + fine[first + 1] + fine[first + side]
                            + fine[first + side + 1]) * 0.25
                }
            }
            levels.append(coarse)
            side = half
        }
        return levels
    }

    /// The texture at a point in texels of the finest level, averaged over a footprint in texels.
    @inline(__always)
    func value(_ x: Float, _ y: Float, footprint: Float) -> SIMD4<Float> {
        let fineness = max(0, min(Float(levels.count) - 1.001, log2f(max(1, footprint))))
        let level = Int(fineness)
        let share = fineness - Float(level)
        let fine = bilinear(x, y, level: level)
        return fine + (bilinear(x, y, level: level + 1) - fine) * share
    }

    @inline(__always)
    private func bilinear(_ x: Float, _ y: Float, level: Int) -> SIMD4<Float> {
        let scale = 1 / Float(1 << level)
        let side = Self.size >> level
        let (u, v) = (x * scale - 0.5, y * scale - 0.5)
        let (floorU, floorV) = (u.rounded(.down), v.rounded(.down))
        let (shareU, shareV) = (u - floorU, v - floorV)
        let (left, top) = (Int(floorU) & (side - 1), Int(floorV) & (side - 1))
        let (right, bottom) = ((left + 1) & (side - 1), (top + 1) & (side - 1))
        let texels = levels[level]
        let above =
            texels[top * side + left]
            + (texels[top * side + right] - texels[top * side + left]) * shareU
        let below =
            texels[bottom * side + left]
            + (texels[bottom * side + right] - texels[bottom * side + left]) * shareU
        return above + (below - above) * shareV
    }
}
