import CVectors

// The build for x86-64-v3 is told apart by a flag, as the compiler has no condition for it.
#if X86_64_V3
    /// As many numbers as a register holds.
    typealias FloatVector = SIMD8<Float>
#else
    /// As many numbers as a register holds.
    typealias FloatVector = SIMD4<Float>
#endif

extension SIMD where Scalar == Float {
    /// The numbers from an address on, which need not be aligned.
    @inline(__always)
    static func load(_ numbers: UnsafePointer<Float>) -> Self {
        UnsafeRawPointer(numbers).loadUnaligned(as: Self.self)
    }

    /// Writes the numbers to an address, which need not be aligned.
    @inline(__always)
    func store(to numbers: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(numbers).storeBytes(of: self, as: Self.self)
    }
}

extension FloatVector {
    /// 1 where one of the numbers is not 0, else 0; −0 counts as another number.
    @inline(__always)
    var anyNonzero: Int {
        #if X86_64_V3
            duckweed_any_bit_of_eight(self)
        #else
            duckweed_any_bit_of_four(self)
        #endif
    }

    /// Adds a product, with one rounding where the processor is sure to have an instruction for it.
    ///
    /// Elsewhere `addProduct` would be a call for each number.
    @inline(__always)
    mutating func add(_ factor: Self, times other: Self) {
        #if X86_64_V3
            addProduct(factor, other)
        #else
            self += factor * other
        #endif
    }
}
