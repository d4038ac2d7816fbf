/// A discrete Fourier transform of a power of two, along the rows of a plane of complex numbers.
///
/// Cooley and Tukey, "An algorithm for the machine calculation of complex Fourier series", 1965:
/// radix 2, decimation in time, in place. Every column of the plane is transformed alike, so each
/// butterfly is a plain loop along two rows and becomes vector instructions. Real and imaginary
/// parts lie in planes of their own. Nothing is scaled.
public struct FourierTransform: Sendable {
    /// Rows of the planes: the length of each transform.
    public let length: Int
    private let cosines: [Float]
    private let sines: [Float]

    /// Makes a transform.
    ///
    /// - Precondition: `length` is a power of two.
    public init(length: Int) {
        precondition(length > 0 && length & (length - 1) == 0, "the length is no power of two")
        self.length = length
        var (cosine, sine) = (1.0, 0.0)
        var (cosines, sines): ([Float], [Float]) = ([], [])
        let root = Self.root(of: length)
        for _ in 0..<max(length / 2, 1) {
            cosines.append(Float(cosine))
            sines.append(Float(-sine))
            (cosine, sine) = (
                cosine * root.cosine - sine * root.sine, sine * root.cosine + cosine * root.sine
            )
        }
        self.cosines = cosines
        self.sines = sines
    }

    /// Transforms each column; with real and imaginary parts exchanged it is the inverse, but for
    /// the scale.
    ///
    /// - Parameters:
    ///   - real: ``length`` rows of `columns` numbers.
    ///   - imaginary: Likewise.
    ///   - columns: Numbers in a row.
    public func transform(
        real: UnsafeMutablePointer<Float>, imaginary: UnsafeMutablePointer<Float>, columns: Int
    ) {
        exchangeRows(real, columns)
        exchangeRows(imaginary, columns)
        var half = 1
        while half < length {
            let step = length / (2 * half)
            for block in stride(from: 0, to: length, by: 2 * half) {
                for index in 0..<half {
                    butterfly(
                        real, imaginary, upper: (block + index) * columns,
                        lower: (block + index + half) * columns, columns: columns,
                        cosine: cosines[index * step], sine: sines[index * step])
                }
            }
            half *= 2
        }
    }

    @inline(__always)
    private func butterfly(
        _ real: UnsafeMutablePointer<Float>, _ imaginary: UnsafeMutablePointer<Float>,
        upper: Int, lower: Int, columns: Int, cosine: Float, sine: Float
    ) {
        let (upperReal, upperImaginary) = (real + upper, imaginary + upper)
        let (lowerReal, lowerImaginary) = (real + lower, imaginary + lower)
        for column in 0..<columns {
            let turnedReal = lowerReal[column] * cosine - lowerImaginary[column] * sine
            let turnedImaginary = lowerReal[column] * sine + lowerImaginary[column] * cosine
            lowerReal[column] = upperReal[column] - turnedReal
            lowerImaginary[column] = upperImaginary[column] - turnedImaginary
            upperReal[column] += turnedReal
            upperImaginary[column] += turnedImaginary
        }
    }

    /// Cosine and sine of a whole turn divided by a power of two, by halving the angle.
    private static func root(of length: Int) -> (cosine: Double, sine: Double) {
        guard length > 2 else { return (length == 2 ? -1 : 1, 0) }
        var cosine = 0.0
        var divisor = 4
        while divisor < length {
            cosine = ((1 + cosine) / 2).squareRoot()
            divisor *= 2
        }
        return (cosine, (1 - cosine * cosine).squareRoot())
    }

    /// Puts the rows into the order of their numbers' reversed bits.
    private func exchangeRows(_ plane: UnsafeMutablePointer<Float>, _ columns: Int) {
        var reversed = 0
        for row in 0..<length {
            if row < reversed {
                for column in 0..<columns {
                    let kept = plane[row * columns + column]
                    plane[row * columns + column] = plane[reversed * columns + column]
                    plane[reversed * columns + column] = kept
                }
            }
            var bit = length / 2
            while bit > 0, reversed & bit != 0 {
                reversed &= ~bit
                bit /= 2
            }
            reversed |= bit
        }
    }
}
