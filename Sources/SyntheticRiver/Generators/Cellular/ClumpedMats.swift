#if canImport(Glibc)
    import Glibc
#endif

/// Mats that grow together out of round clumps, drawn leaf by leaf.
struct ClumpedMats: Sendable {
    let isVegetation: Bool
    let name: String
    let coverage: Float
    private let clumpMetres: Float
    private let torn: Float
    private let leafMetres: Float
    private let contrast: Float
    private let colour: LinearColour
    private let aged: LinearColour
    private let agedShare: Float
    private let clumps: CellularNoise
    private let leaves: CellularNoise

    /// Draws a kind of mat for water of which the picture shows so many metres.
    init(viewMetres: Float, isVegetation: Bool, random: inout SplitMix64) {
        self.isVegetation = isVegetation
        clumpMetres = viewMetres * random.logUniform(0.03, 0.3)
        torn = random.uniform(0.05, 0.6)
        clumps = CellularNoise(seed: UInt32(truncatingIfNeeded: random.next()))
        leaves = CellularNoise(seed: UInt32(truncatingIfNeeded: random.next()))
        if isVegetation {
            let kind = random.pick(["film", "film", "plants", "plants", "withered"])
            name = kind
            coverage = random.pick([
                random.logUniform(0.004, 0.05), random.uniform(0.05, 0.4),
                random.uniform(0.4, 0.98),
            ])
            leafMetres =
                kind == "plants" ? random.logUniform(0.08, 0.3) : random.logUniform(0.006, 0.05)
            contrast = kind == "plants" ? random.uniform(0.6, 1.2) : random.uniform(0.15, 0.9)
            colour =
                kind == "withered"
                ? SignalColour.green(
                    luma: 90...170, greenness: 12...32, red: 0...12, random: &random)
                : SignalColour.green(
                    luma: 65...165, greenness: 20...58, red: -18...3, random: &random)
        } else {
            name = "litter"
            coverage = random.logUniform(0.002, 0.35)
            leafMetres = random.logUniform(0.06, 0.2)
            contrast = random.uniform(0.4, 0.9)
            colour =
                SignalColour(
                    luma: random.uniform(60, 130), blueDifference: random.uniform(-34, -10),
                    redDifference: random.uniform(12, 30)
                ).light
        }
        aged = colour * LinearColour(1.25, 0.9, 0.8)
        agedShare = random.unit() * 0.5
    }

    /// How readily a place is covered: falls from the middle of a clump outwards.
    func density(_ place: SIMD2<Float>, footprint: Float) -> Float {
        // Clumps gather in groups, and none is round.
        let group = clumps.cell(place / (clumpMetres * 4.3) + 90)
        let dent = clumps.cell(place / (clumpMetres * 0.5) + 15)
        let warped = place + dent.offset * (0.3 * torn * clumpMetres)
        let cell = clumps.cell(warped / clumpMetres)
        let radius = 0.25 + 0.75 * CellularNoise.share(cell.bits, 20)
        let small = clumps.cell(place / (clumpMetres * 0.17) + 40)
        let kept = 1 / (1 + powf(footprint / (0.1 * clumpMetres), 2))
        return radius - cell.first + 0.9 * (0.5 - group.first) + torn * kept * (0.5 - small.first)
    }

    /// Albedo at a place.
    func albedo(_ place: SIMD2<Float>, footprint: Float) -> LinearColour {
        let cell = leaves.cell(place / leafMetres)
        let bits = cell.bits
        // A leaf lies higher or lower, leans to one side, and has a dark edge.
        let lean = (cell.offset * SIMD2(CellularNoise.share(bits, 2) - 0.5, 0.5)).sum()
        let edge = min(1, 3.5 * (cell.second - cell.first))
        let leaf = (0.6 + 0.8 * CellularNoise.share(bits, 20) + 0.7 * lean) * (0.45 + 0.55 * edge)
        let large = leaves.cell(place / (leafMetres * 9))
        let clump = 0.6 + 0.8 * CellularNoise.share(large.bits, 20) - 0.7 * (large.first - 0.4)
        let hill = leaves.cell(place / (leafMetres * 60))
        let swell = 0.7 + 0.6 * CellularNoise.share(hill.bits, 4) - 0.7 * (hill.first - 0.45)
        let seen = 1 / (1 + powf(footprint / (0.6 * leafMetres), 2))
        let seenClump = 1 / (1 + powf(footprint / (5 * leafMetres), 2))
        let tone =
            (1 + 1.5 * contrast * (leaf - 0.8) * seen)
            * (1 + 1.3 * contrast * (clump - 1) * seenClump) * (1 + 0.8 * contrast * (swell - 1))
        let age = min(1, agedShare * 2 * CellularNoise.share(large.bits, 11))
        return colour.mixed(with: aged, share: age) * max(0.12, tone)
    }
}
