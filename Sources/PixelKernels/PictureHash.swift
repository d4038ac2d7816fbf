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
        // Eight chains at once: each multiplication waits only for the one of its own lane. Half of
        // them turn a product when they take the next word rather than at once: unlike chains stay
        // out of vectors, which have no multiplication of 64 bits and take three times as long.
        var (state0, state2, state5, state7) = (lanes[0], lanes[2], lanes[5], lanes[7])
        var (product1, product3) = (Self.unrotated(lanes[1]), Self.unrotated(lanes[3]))
        var (product4, product6) = (Self.unrotated(lanes[4]), Self.unrotated(lanes[6]))
        var index = 0
        while index &+ 64 <= count {
            let words = base + index
            state0 = Self.step(state0, Self.word(words, 0))
            product1 = (Self.rotated(product1) ^ Self.word(words, 1)) &* Self.multiplier
            state2 = Self.step(state2, Self.word(words, 2))
            product3 = (Self.rotated(product3) ^ Self.word(words, 3)) &* Self.multiplier
            product4 = (Self.rotated(product4) ^ Self.word(words, 4)) &* Self.multiplier
            state5 = Self.step(state5, Self.word(words, 5))
            product6 = (Self.rotated(product6) ^ Self.word(words, 6)) &* Self.multiplier
            state7 = Self.step(state7, Self.word(words, 7))
            index &+= 64
        }
        lanes = SIMD8(
            state0, Self.rotated(product1), state2, Self.rotated(product3),
            Self.rotated(product4), state5, Self.rotated(product6), state7)
        for rest in index..<max(index, count) {
            lanes[rest & 7] = Self.step(lanes[rest & 7], UInt64(row[rest]))
        }
    }

    @inline(__always)
    private static func word(_ words: UnsafeRawPointer, _ index: Int) -> UInt64 {
        UInt64(littleEndian: words.loadUnaligned(fromByteOffset: 8 &* index, as: UInt64.self))
    }

    @inline(__always)
    private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        rotated((lane ^ word) &* multiplier)
    }

    @inline(__always)
    private static func rotated(_ product: UInt64) -> UInt64 { product &<< 29 | product &>> 35 }

    @inline(__always)
    private static func unrotated(_ lane: UInt64) -> UInt64 { lane &>> 29 | lane &<< 35 }

    private static func mixed(_ hash: UInt64) -> UInt64 {
        var mixed = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
        mixed = (mixed ^ mixed >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return mixed ^ mixed >> 33
    }
}
