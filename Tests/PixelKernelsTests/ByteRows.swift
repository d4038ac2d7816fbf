/// Rows of bytes at an address that need not be aligned, for the kernels to read and write.
final class ByteRows {
    let start: UnsafeMutablePointer<UInt8>
    private let memory: UnsafeMutablePointer<UInt8>

    /// `count` pseudo-random bytes that begin `offset` bytes after an aligned address.
    init(count: Int, offset: Int = 0, seed: UInt64 = 0) {
        memory = .allocate(capacity: count + offset)
        memory.initialize(repeating: 0, count: count + offset)
        start = memory + offset
        var state = seed &* 0x9e37_79b9_7f4a_7c15 &+ UInt64(count)
        for index in 0..<count {
            // Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
            state &+= 0x9e37_79b9_7f4a_7c15
            var word = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
            word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
            // Every fourth byte is extreme, so that limits and overflow are met.
            start[index] = word & 3 == 0 ? (word & 4 == 0 ? 0 : 255) : UInt8(word >> 56)
        }
    }

    deinit { memory.deallocate() }

    func bytes(_ count: Int) -> [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }
}

/// The widths at which each kernel is compared with its reference.
let widths = Array(1...130)
