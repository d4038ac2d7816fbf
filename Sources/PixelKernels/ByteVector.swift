import CVectors

/// As many bytes as the sums over rows take at once.
typealias ByteVector = SIMD32<UInt8>

/// A number for each eight neighbouring bytes of a ``ByteVector``.
typealias OctetSums = SIMD4<UInt64>

extension ByteVector {
    /// 32 bytes from an address that need not be aligned.
    @inline(__always)
    init(_ bytes: UnsafePointer<UInt8>) {
        self = UnsafeRawPointer(bytes).loadUnaligned(as: Self.self)
    }

    /// The sums of each eight neighbours.
    @inline(__always)
    var octetSums: OctetSums { duckweed_sum_differences(self, .zero) }

    /// The sums of |difference| over each eight neighbours.
    @inline(__always)
    func octetDifferences(from other: Self) -> OctetSums { duckweed_sum_differences(self, other) }

    /// The greatest of each eight neighbours.
    @inline(__always)
    var octetMaxima: OctetSums {
        let ofFour = greater(shiftedDown(by: 32))
        let ofTwo = ofFour.greater(ofFour.shiftedDown(by: 16))
        let greatest = ofTwo.greater(ofTwo.shiftedDown(by: 8))
        // Both are 32 bytes without more meaning.
        return unsafeBitCast(greatest, to: OctetSums.self) & OctetSums(repeating: 255)
    }

    /// The last of each eight neighbours.
    @inline(__always)
    var lastOfOctets: OctetSums { unsafeBitCast(shiftedDown(by: 56), to: OctetSums.self) }

    /// Each eight neighbours moved down by so many bits, as one number.
    @inline(__always)
    private func shiftedDown(by bits: UInt64) -> Self {
        // Both are 32 bytes without more meaning; of a little-endian word the last byte is highest.
        let words = unsafeBitCast(self, to: OctetSums.self)
        return unsafeBitCast(words &>> OctetSums(repeating: bits), to: Self.self)
    }

    /// Each |difference|.
    @inline(__always)
    func difference(from other: Self) -> Self {
        duckweed_greater(self, other) &- duckweed_lesser(self, other)
    }

    /// Eight numbers that add up to the sum of all squares.
    @inline(__always)
    var squareSums: SIMD8<UInt32> { duckweed_sum_squares(self) }

    /// The greater of each two bytes.
    @inline(__always)
    func greater(_ other: Self) -> Self { duckweed_greater(self, other) }

    /// Whether a byte is not less than a limit.
    @inline(__always)
    func reaches(_ limit: Self) -> Bool {
        duckweed_not_less(self, limit).octetSums.wrappedSum() != 0
    }

    /// Adds 1 to a count of each lane in which the byte is not less than a limit.
    ///
    /// A count holds 255.
    @inline(__always)
    func count(notLessThan limit: Self, in counts: inout Self) {
        counts &-= duckweed_not_less(self, limit)
    }

    /// The sum of all bytes.
    @inline(__always)
    var sum: Int { Int(truncatingIfNeeded: octetSums.wrappedSum()) }
}

/// Asks for memory that will be read soon; the address may lie beyond the picture.
@inline(__always)
func prefetch(_ bytes: UnsafePointer<UInt8>) { duckweed_prefetch(bytes) }
