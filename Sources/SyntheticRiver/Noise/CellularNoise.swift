/// Noise from points strewn over the plane, one in each cell of a grid that never repeats
/// (Worley, A Cellular Texture Basis Function, SIGGRAPH 1996).
struct CellularNoise: Sendable {
    /// The nearest points about a place.
    struct Cell {
        /// Distance to the nearest point and to the second.
        var first: Float
        var second: Float
        /// Random bits of the nearest point.
        var bits: UInt32
        /// From the nearest point to the place.
        var offset: SIMD2<Float>
    }

    let seed: UInt32

    /// Random bits of a cell.
    @inline(__always)
    func bits(_ column: Int32, _ row: Int32) -> UInt32 {
        var hash = UInt32(bitPattern: column) &* 0x8DA6_B343
        hash ^= UInt32(bitPattern: row) &* 0xD816_3841
        hash ^= seed &* 0xCB1A_B31F
        hash = (hash ^ (hash >> 16)) &* 0x7FEB_352D
        hash = (hash ^ (hash >> 15)) &* 0x846C_A68B
        return hash ^ (hash >> 16)
    }

    /// Ten of the bits as a number from 0 to 1.
    @inline(__always)
    static func share(_ bits: UInt32, _ place: UInt32) -> Float {
        Float((bits >> place) & 1023) * (1 / 1023)
    }

    /// The cells about a place, in cells.
    @inline(__always)
    func cell(_ place: SIMD2<Float>) -> Cell {
        let floor = place.rounded(.down)
        let (left, top) = (Int32(floor.x), Int32(floor.y))
        var found = Cell(first: 9, second: 9, bits: 0, offset: .zero)
        for row in top - 1...top + 1 {
            for column in left - 1...left + 1 {
                let bits = bits(column, row)
                let point = SIMD2(
                    Float(column) + Self.share(bits, 0), Float(row) + Self.share(bits, 10))
                let offset = place - point
                let distance = (offset * offset).sum()
                if distance < found.first {
                    found.second = found.first
                    found.first = distance
                    found.bits = bits
                    found.offset = offset
                } else if distance < found.second {
                    found.second = distance
                }
            }
        }
        found.first = found.first.squareRoot()
        found.second = found.second.squareRoot()
        return found
    }

    /// Smooth random numbers from −1 to 1 along a line.
    func along(_ place: Float, row: Int32) -> Float {
        let floor = place.rounded(.down)
        let share = place - floor
        let ease = share * share * (3 - 2 * share)
        let left = 2 * Self.share(bits(Int32(floor), row), 5) - 1
        let right = 2 * Self.share(bits(Int32(floor) &+ 1, row), 5) - 1
        return left + (right - left) * ease
    }
}
