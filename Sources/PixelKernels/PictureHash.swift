/// State of a 64-bit hash over rows of bytes, the same on every machine.
///
/// It tells pictures apart and is no protection against forgery. Eight lanes each take every eighth
/// word of 8 bytes (little-endian); the end mixes as MurmurHash3's `fmix64` does (A. Appleby).
public struct PictureHash: Sendable {
    private var lanes = SIMD8<UInt64>(1, 2, 3, 4, 5, 6, 7, 8)
    private static let multiplier: UInt64 = 0x9e37_79b9_7f4a_7c15

    /// Makes the hash of nothing.
    public init() {}

    /// The hash of what was added.
    public var value: UInt64 {
        var hash: UInt64 = 0
        for lane in lanes.indices { hash = Self.mixed(hash ^ lanes[lane]) }
        return hash
    }

    /// Adds a number, such as the picture's width.
    public mutating func add(_ number: Int) {
        lanes[0] = Self.step(lanes[0], UInt64(truncatingIfNeeded: number))
    }

    /// Adds a row of `count` bytes.
    public mutating func add(row: UnsafePointer<UInt8>, count: Int) {
        let base = UnsafeRawPointer(row)
        // Eight chains at once: each multiplication waits only for the one of its own lane.
        var state = lanes
        var index = 0
        while index &+ 64 <= count {
            let words = (base + index).loadUnaligned(as: SIMD8<UInt64>.self)
            state[0] = Self.step(state[0], words[0])
            state[1] = Self.step(state[1], words[1])
            state[2] = Self.step(state[2], words[2])
            state[3] = Self.step(state[3], words[3])
            state[4] = Self.step(state[4], words[4])
            state[5] = Self.step(state[5], words[5])
            state[6] = Self.step(state[6], words[6])
            state[7] = Self.step(state[7], words[7])
            index &+= 64
        }
        lanes = state
        for rest in index..<max(index, count) {
            lanes[rest & 7] = Self.step(lanes[rest & 7], UInt64(row[rest]))
        }
    }

    @inline(__always)
    private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        let product = (lane ^ word) &* multiplier
        return product &<< 29 | product &>> 35
    }

    private static func mixed(_ hash: UInt64) -> UInt64 {
        var mixed = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
        mixed = (mixed ^ mixed >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return mixed ^ mixed >> 33
    }
}
