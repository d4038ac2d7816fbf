#if canImport(Glibc)
    import Glibc
#endif

/// A water surface of short wave packets that travel over a square which repeats.
///
/// Each packet is a few crests under a Gaussian; in deep water it moves at half the speed of its
/// crests. Slopes are kept at several scales, so that far water is seen through means.
struct PacketSea {
    private struct Packet {
        var centre: SIMD2<Float>
        var heading: SIMD2<Float>
        var length: Float
        var radius: Float
        var phase: Float
    }

    static let size = 256
    static let metresPerTexel: Float = 0.03

    let slopeRMS: Float
    private let packets: [Packet]
    private var levels: [[SIMD2<Float>]] = []

    init(slopeRMS: Float, wind: Float, random: inout SplitMix64) {
        self.slopeRMS = slopeRMS
        let side = Float(Self.size) * Self.metresPerTexel
        packets = (0..<190).map { _ in
            let heading = wind + 0.9 * random.normal()
            let length = random.logUniform(0.12, 1.1)
            return Packet(
                centre: SIMD2(random.uniform(0, side), random.uniform(0, side)),
                heading: SIMD2(cosf(heading), sinf(heading)), length: length,
                radius: length * random.uniform(0.5, 1), phase: random.uniform(0, 2 * .pi))
        }
    }

    /// Moves the packets to a moment.
    mutating func settle(at seconds: Float) {
        var field = [SIMD2<Float>](repeating: .zero, count: Self.size * Self.size)
        for packet in packets { add(packet, at: seconds, to: &field) }
        let square = field.reduce(Float(0)) { $0 + ($1 * $1).sum() } / Float(field.count)
        let scale = slopeRMS / max(1e-9, square).squareRoot()
        levels = [field.map { $0 * scale }]
        var side = Self.size
        while side > 2 {
            let fine = levels[levels.count - 1]
            let half = side / 2
            levels.append(
                (0..<half * half).map { texel in
                    let first = texel / half * 2 * side + texel % half * 2
                    return
                        (fine[first] + fine[first + 1] + fine[first + side]
                        + fine[first + side + 1]) * 0.25
                })
            side = half
        }
    }

    private func add(_ packet: Packet, at seconds: Float, to field: inout [SIMD2<Float>]) {
        let number = 2 * Float.pi / packet.length
        let crestSpeed = (9.81 / number).squareRoot()
        let centre =
            (packet.centre + packet.heading * (0.5 * crestSpeed * seconds)) / Self.metresPerTexel
        // Against the group, crests run on with the other half of their speed.
        let phase = packet.phase - number * 0.5 * crestSpeed * seconds
        let reach = Int(2 * packet.radius / Self.metresPerTexel)
        let base = SIMD2(centre.x.rounded(.down), centre.y.rounded(.down))
        let mask = Self.size - 1
        for row in -reach...reach {
            for column in -reach...reach {
                let offset =
                    (base + SIMD2(Float(column), Float(row)) - centre) * Self.metresPerTexel
                let square = (offset * offset).sum() / (packet.radius * packet.radius)
                guard square < 4 else { continue }
                let along = (offset * packet.heading).sum()
                let slope = cosf(number * along + phase) * expf(-square)
                let x = (Int(base.x) + column) & mask
                let y = (Int(base.y) + row) & mask
                field[y * Self.size + x] += packet.heading * slope
            }
        }
    }

    /// Slope at a place, and the share of the slope that a footprint leaves unseen.
    @inline(__always)
    func slope(_ place: SIMD2<Float>, footprint: Float) -> (SIMD2<Float>, unseen: Float) {
        let (near, far) = (
            place, SIMD2(0.8 * place.x - 0.6 * place.y, 0.6 * place.x + 0.8 * place.y) * 0.31
        )
        let first = value(near, footprint: footprint)
        let second = value(far, footprint: footprint * 0.31)
        let seen = 1 / (1 + 9 * footprint * footprint)
        return (first * 0.8 + second * 0.6, (1 - seen).squareRoot())
    }

    @inline(__always)
    private func value(_ place: SIMD2<Float>, footprint: Float) -> SIMD2<Float> {
        let texels = max(1, footprint / Self.metresPerTexel)
        let level = min(levels.count - 1, Int(log2f(texels)))
        let side = Self.size >> level
        let spot = place / (Self.metresPerTexel * Float(1 << level))
        let floor = spot.rounded(.down)
        let share = spot - floor
        let (left, top) = (Int(floor.x) & (side - 1), Int(floor.y) & (side - 1))
        let (right, bottom) = ((left + 1) & (side - 1), (top + 1) & (side - 1))
        let texelsOfLevel = levels[level]
        let above =
            texelsOfLevel[top * side + left] * (1 - share.x)
            + texelsOfLevel[top * side + right] * share.x
        let below =
            texelsOfLevel[bottom * side + left] * (1 - share.x)
            + texelsOfLevel[bottom * side + right] * share.x
        return above * (1 - share.y) + below * share.y
    }
}
