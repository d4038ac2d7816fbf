import CVectors

/// State of a 64-bit hash over rows of bytes, the same on every machine.
///
/// It tells pictures apart and is no protection against forgery. Sixteen lanes each take every
/// sixteenth word of 8 bytes (little-endian, as all supported processors are). A lane is joined with its word, multiplied by 1 + 2²¹
/// and turned: vectors have no multiplication of 64 bits, but they have shifts. Each step can be
/// undone, so a single change anywhere always changes the hash. The end mixes as MurmurHash3's
/// `fmix64` does (A. Appleby).
public struct PictureHash: Sendable {
    private typealias Lanes = SIMD16<UInt64>
    private var lanes = Lanes(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)
    private static let blockBytes = MemoryLayout<Lanes>.size

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
        var words = Lanes.zero
        words[0] = UInt64(truncatingIfNeeded: number)
        Self.step(&lanes, words)
    }

    /// Adds a row of `count` bytes; zeros fill it up to whole blocks.
    public mutating func add(row: UnsafePointer<UInt8>, count: Int) {
        let base = UnsafeRawPointer(row)
        var state = lanes
        var index = 0
        while index &+ Self.blockBytes <= count {
            Self.step(&state, (base + index).loadUnaligned(as: Lanes.self))
            index &+= Self.blockBytes
        }
        if index < count {
            var rest = Lanes.zero
            withUnsafeMutableBytes(of: &rest) {
                $0.copyMemory(
                    from: UnsafeRawBufferPointer(start: base + index, count: count - index))
            }
            Self.step(&state, rest)
        }
        lanes = state
    }

    @inline(__always)
    private static func step(_ state: inout Lanes, _ words: Lanes) {
        state ^= words
        state &+= state &<< Lanes(repeating: 21)
        state = duckweed_rotate_29(state)
    }

    private static func mixed(_ hash: UInt64) -> UInt64 {
        var mixed = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
        mixed = (mixed ^ mixed >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return mixed ^ mixed >> 33
    }
}
