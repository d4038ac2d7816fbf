#if canImport(Glibc)
    import Glibc
#endif

/// A far shore in layers one behind the other, and the sky above, as functions of the ray.
struct LayeredShore: Sendable {
    private struct Layer {
        var distance: Float
        var height: Float
        /// Length of a crown or of a house.
        var length: Float
        var leaf: Float
        var light: LinearColour
        var isBuilt: Bool
    }

    private let layers: [Layer]
    private let foot: LinearColour
    private let footHeight: Float
    private let horizon: LinearColour
    private let zenith: LinearColour
    private let cloudShare: Float
    private let noise: CellularNoise
    let skew: Float
    let distance: Float

    init(distance: Float, isMirror: Bool, random: inout SplitMix64) {
        self.distance = distance
        skew = random.normal() * 0.2
        noise = CellularNoise(seed: UInt32(truncatingIfNeeded: random.next()))
        let count = isMirror ? 3 : Int(random.uniform(1, 4))
        layers = (0..<count).map { place in
            let isBuilt = !isMirror && random.chance(0.25)
            let greenness: ClosedRange<Float> = isMirror ? 14...42 : 2...34
            let leafLight =
                isBuilt
                ? SignalColour(
                    luma: random.uniform(70, 190), blueDifference: random.uniform(-12, 6),
                    redDifference: random.uniform(-4, 14)
                ).light
                : SignalColour.green(
                    luma: 45...(isMirror ? 150 : 120), greenness: greenness, red: -12...4,
                    random: &random)
            return Layer(
                distance: Float(place) * random.uniform(2, 7),
                height: distance * random.uniform(0.05, isMirror ? 0.5 : 0.25)
                    * (1 + 0.4 * Float(place)),
                length: random.uniform(2, 9), leaf: random.uniform(0.15, 0.7), light: leafLight,
                isBuilt: isBuilt)
        }
        foot =
            SignalColour(
                luma: random.uniform(50, 170), blueDifference: random.uniform(-22, 2),
                redDifference: random.uniform(-8, 8)
            ).light
        footHeight = random.uniform(0.2, 2.5)
        let isBlue = random.chance(0.45)
        horizon =
            SignalColour(
                luma: random.uniform(170, 235), blueDifference: isBlue ? 8 : 0, redDifference: -3
            ).light
        zenith =
            SignalColour(
                luma: random.uniform(100, 200), blueDifference: isBlue ? 30 : 2,
                redDifference: isBlue ? -18 : 0
            ).light
        cloudShare = random.unit()
    }

    /// Light that comes along a ray from a place: X, height, Z.
    func light(from start: SIMD3<Float>, ray: SIMD3<Float>) -> LinearColour {
        let approach = ray.z - skew * ray.x
        guard approach > 0.02 else { return sky(ray) }
        for layer in layers {
            let length = (distance + layer.distance + skew * start.x - start.z) / approach
            let (x, y) = (start.x + length * ray.x, start.y + length * ray.y)
            if layer.distance == layers[0].distance, y < footHeight {
                let stone = noise.cell(SIMD2(x * 1.3, y * 2.2))
                return foot * (0.7 + 0.5 * CellularNoise.share(stone.bits, 20) - 0.2 * stone.first)
            }
            if let colour = meet(layer, x: x, y: max(0, y)) { return colour }
        }
        return sky(ray)
    }

    private func meet(_ layer: Layer, x: Float, y: Float) -> LinearColour? {
        let row = Int32(layer.distance * 10)
        guard y < layer.height * 1.3 else { return nil }
        if layer.isBuilt {
            let house = (x / (layer.length * 2)).rounded(.down)
            let bits = noise.bits(Int32(house), row)
            guard y < layer.height * CellularNoise.share(bits, 3) else { return nil }
            let pane = (x * 0.5 - (x * 0.5).rounded(.down), y * 0.4 - (y * 0.4).rounded(.down))
            let isPane = pane.0 > 0.3 && pane.0 < 0.7 && pane.1 > 0.3 && pane.1 < 0.75
            return layer.light * (isPane ? 0.2 : 0.85 + 0.3 * CellularNoise.share(bits, 13))
        }
        let crown = noise.along(x / layer.length, row: row)
        let twig = noise.along(x / layer.leaf, row: row &+ 1)
        let top = layer.height * (0.72 + 0.24 * crown + 0.06 * twig)
        guard y < top else { return nil }
        let leaves = noise.cell(SIMD2(x, y * 0.8) / layer.leaf)
        // Light comes through where leaves are thin, most near the top.
        let thin = y / top
        if leaves.second - leaves.first < 0.12 * thin && thin > 0.4 { return nil }
        let tone =
            (0.35 + 0.9 * CellularNoise.share(leaves.bits, 20)) * (1.15 - 0.6 * leaves.first)
            * (0.5 + 0.7 * thin)
        return layer.light * max(0.08, tone)
    }

    private func sky(_ ray: SIMD3<Float>) -> LinearColour {
        let height = max(0, ray.y)
        let clear = horizon.mixed(with: zenith, share: min(1, 1.6 * height))
        let spot = SIMD2(ray.x, ray.z) / (height + 0.2) * 2.4
        let puff = noise.cell(spot).first * 0.7 + noise.cell(spot * 2.3).first * 0.3
        let share = max(0, min(1, (cloudShare * 1.1 - puff) * 3))
        return clear.mixed(with: LinearColour(grey: 0.75 + 0.2 * puff), share: share)
    }
}
