extension LeafTexture {
    /// Texels of a photograph's window, before it is mirrored to repeat without a seam.
    static let photographTexels = 128

    /// Cuts a window out of a photograph of plants.
    ///
    /// - Parameters:
    ///   - photograph: Seen from straight above.
    ///   - gapsShowWater: Whether what is no plant is open; else it stays as dark as it is.
    init(
        photograph: FrondLibrary.Photograph, gapsShowWater: Bool, random: inout SplitMix64
    ) {
        let window = Self.photographTexels
        // Every texel is one pixel or the mean of two by two.
        let most = min(photograph.width, photograph.height) / window
        let step = random.chance(0.5) ? 1 : min(2, most)
        let left = Int(random.unit() * Float(photograph.width - step * window))
        let top = Int(random.unit() * Float(photograph.height - step * window))
        var cut = [SIMD4<Float>](repeating: .zero, count: window * window)
        for y in 0..<window {
            for x in 0..<window {
                var sum = SIMD4<Float>.zero
                for part in 0..<step * step {
                    let (column, row) = (
                        left + x * step + part % step, top + y * step + part / step
                    )
                    var texel = photograph.texels[row * photograph.width + column]
                    if !gapsShowWater { texel.w = 1 }
                    sum += SIMD4(texel.x * texel.w, texel.y * texel.w, texel.z * texel.w, texel.w)
                }
                cut[y * window + x] = sum / Float(step * step)
            }
        }
        var texels: [SIMD4<Float>] = []
        texels.reserveCapacity(Self.size * Self.size)
        for y in 0..<Self.size {
            let row = y < window ? y : Self.size - 1 - y
            for x in 0..<Self.size {
                texels.append(cut[row * window + (x < window ? x : Self.size - 1 - x)])
            }
        }
        self.init(texels)
    }
}
