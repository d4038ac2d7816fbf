/// The exponential function of two numbers at once, where libraries offer it for one.
enum QuickExponential {
    /// e to the power of numbers that are not above zero.
    ///
    /// x = k ln 2 + r, so eˣ = 2ᵏ eʳ with |r| ≤ ½ ln 2, and eʳ is its Taylor series up to r⁸: the error is
    /// 3 × 10⁻¹⁰ of the value at most. Below −700, where that is less than 10⁻³⁰⁴, it stays as it is there.
    @inline(__always)
    static func ofNegative(_ powers: SIMD2<Double>) -> SIMD2<Double> {
        let x = pointwiseMax(powers, SIMD2(repeating: -700))
        let shifted = x * log2e + wholeNumbers
        let k = shifted - wholeNumbers
        let r = x - k * ln2High - k * ln2Low
        // In pairs, so that few of the sums wait for each other.
        let square = r * r
        let fourth = square * square
        let terms01 = 1 + r
        let terms23 = pair(1 / 2, 1 / 6, r)
        let terms45 = pair(1 / 24, 1 / 120, r)
        let terms67 = pair(1 / 720, 1 / 5040, r)
        let low = terms01 + square * terms23
        let high = terms45 + square * terms67
        let series = low + fourth * (high + fourth * (1.0 / 40_320))
        return series * SIMD2(powerOfTwo(shifted.x), powerOfTwo(shifted.y))
    }

    @inline(__always)
    private static func pair(
        _ constant: Double, _ factor: Double, _ r: SIMD2<Double>
    ) -> SIMD2<Double> {
        constant + factor * r
    }

    /// 2ᵏ, where k is what the last digits of a number above ``wholeNumbers`` count.
    @inline(__always)
    private static func powerOfTwo(_ shifted: Double) -> Double {
        Double(bitPattern: (shifted.bitPattern &+ 1023) &<< 52)
    }

    /// 1.5 × 2⁵²: doubles around it are whole numbers, so adding it rounds to one.
    private static let wholeNumbers = 6_755_399_441_055_744.0
    private static let log2e = 1.4426950408889634
    /// ln 2 in two parts, so that a whole number times the first is exact.
    private static let ln2High = 0.693147180369123816490
    private static let ln2Low = 1.90821492927058770002e-10
}
