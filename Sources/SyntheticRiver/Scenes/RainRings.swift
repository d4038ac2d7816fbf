#if canImport(Glibc)
    import Glibc
#endif

/// Rings that raindrops make on water: each spreads for a while and fades, then another begins.
struct RainRings {
    /// Rings a second at one place.
    private static let rate: Float = 1.4
    /// Metres that a ring spreads to.
    private static let reach: Float = 0.22
    private let perMetre: Float
    private let noise: CellularNoise

    /// - Returns: `nil` without rain.
    init?(perSquareMetre: Float, random: inout SplitMix64) {
        noise = CellularNoise(seed: UInt32(truncatingIfNeeded: random.next()))
        guard perSquareMetre > 0 else { return nil }
        perMetre = perSquareMetre.squareRoot()
    }

    /// Slope along X and Z at a place.
    func slope(x: Float, z: Float, seconds: Float) -> SIMD2<Float> {
        let cell = noise.cell(SIMD2(x, z) * perMetre)
        let turn = seconds * Self.rate + CellularNoise.share(cell.bits, 20)
        let age = turn - turn.rounded(.down)
        let distance = cell.first / perMetre
        let crest = (distance - age * Self.reach) / 0.015
        guard abs(crest) < 3, distance > 1e-4 else { return .zero }
        let steepness = -0.6 * (1 - age) * crest * expf(-crest * crest)
        return cell.offset / (cell.first + 1e-6) * steepness
    }
}
