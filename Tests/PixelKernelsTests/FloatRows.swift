/// Rows of values at an address that need not be aligned, for the kernels to read and write.
final class FloatRows {
    let start: UnsafeMutablePointer<Float>
    private let memory: UnsafeMutablePointer<Float>
    private let count: Int

    /// `count` values that begin `offset` values after an aligned address: pseudo-random ones
    /// within ±`magnitude`, all of them ``untouched`` when `magnitude` is 0.
    init(count: Int, offset: Int = 0, magnitude: Float = 0, seed: UInt64 = 0) {
        memory = .allocate(capacity: count + offset)
        memory.initialize(repeating: Self.untouched, count: count + offset)
        start = memory + offset
        self.count = count
        guard magnitude > 0 else { return }
        var values = RandomValues(seed: seed)
        for index in 0..<count { start[index] = values.next(within: magnitude) }
    }

    deinit { memory.deallocate() }

    /// What a kernel must leave where it has nothing to write.
    static let untouched: Float = 12_345

    var values: [Float] { Array(UnsafeBufferPointer(start: start, count: count)) }
}

/// Values that follow from a seed.
struct RandomValues {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 1 }

    /// A value within ±`magnitude`.
    mutating func next(within magnitude: Float) -> Float {
        // Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
        return magnitude * (Float(word >> 40) / Float(1 << 23) - 1)
    }

    mutating func values(_ count: Int, within magnitude: Float) -> [Float] {
        (0..<count).map { _ in next(within: magnitude) }
    }
}
