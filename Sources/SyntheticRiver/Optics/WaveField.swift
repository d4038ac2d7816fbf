#if canImport(Glibc)
    import Glibc
#endif

/// Ripples as a sum of plane waves that obey the dispersion of deep water, ω = √(g k).
///
/// Only slopes are kept: a reflection is moved by the tilt of the surface, not by its height.
package struct WaveField: Sendable {
    private struct Wave {
        var numberX: Double
        var numberZ: Double
        var number: Double
        var radiansPerSecond: Double
        var phase: Double
        var cosine: Double
        var sine: Double
    }

    private static let gravity = 9.81
    private let waves: [Wave]

    /// Draws waves around one direction.
    ///
    /// - Parameter lengths: Metres from crest to crest; their logarithms are spread evenly.
    package init(
        count: Int = 20, lengths: ClosedRange<Float> = 0.12...2.5, random: inout SplitMix64
    ) {
        let wind = Double(random.uniform(0, 2 * .pi))
        waves = (0..<count).map { _ in
            let length = exp(
                Double(random.uniform(logf(lengths.lowerBound), logf(lengths.upperBound))))
            let number = 2 * Double.pi / length
            let heading = wind + 0.7 * Double(random.normal())
            return Wave(
                numberX: number * cos(heading), numberZ: number * sin(heading), number: number,
                radiansPerSecond: (Self.gravity * number).squareRoot(),
                phase: Double(random.uniform(0, 2 * .pi)), cosine: cos(heading), sine: sin(heading))
        }
    }

    /// Slopes along a row of the picture, eight columns to a vector.
    package struct RowSlopes {
        package var x: [SIMD8<Float>]
        package var z: [SIMD8<Float>]
        /// Root mean square of the slopes that are too fine for the pixels of this row.
        package var unresolved: Float = 0

        package init(width: Int) {
            x = Array(repeating: .zero, count: (width + 7) / 8)
            z = x
        }
    }

    /// Computes the slopes of the water that a row sees.
    ///
    /// A wave that is short against the pixel's footprint is averaged away, as in a camera:
    /// its amplitude is multiplied by exp(−(k w)²/8), w the footprint along the wave. In a row the
    /// phase grows evenly, so each further vector of columns is one rotation away.
    ///
    /// - Parameter slopeRMS: Root mean square of the slope over all waves.
    package func slopes(
        row: CameraGeometry.Row, width: Int, seconds: Double, slopeRMS: Double,
        into slopes: inout RowSlopes
    ) {
        for block in slopes.x.indices {
            slopes.x[block] = .zero
            slopes.z[block] = .zero
        }
        let amplitude = slopeRMS * (2 / Double(waves.count)).squareRoot()
        let firstX = (0.5 - Double(width) / 2) * row.pixelWidthMetres
        var resolvedShare = 0.0
        for wave in waves {
            let footprint =
                abs(wave.cosine) * row.pixelWidthMetres + abs(wave.sine) * row.pixelDepthMetres
            let kept = exp(-(wave.number * footprint) * (wave.number * footprint) / 8)
            resolvedShare += kept * kept / Double(waves.count)
            guard kept > 0.01 else { continue }
            let start =
                wave.numberX * firstX + wave.numberZ * row.z + wave.phase
                - (wave.radiansPerSecond * seconds).truncatingRemainder(dividingBy: 2 * .pi)
            Self.add(
                start: start, step: wave.numberX * row.pixelWidthMetres,
                slopeX: Float(amplitude * kept * wave.cosine),
                slopeZ: Float(amplitude * kept * wave.sine), to: &slopes)
        }
        slopes.unresolved = Float(slopeRMS * max(0, 1 - resolvedShare).squareRoot())
    }

    private static func add(
        start: Double, step: Double, slopeX: Float, slopeZ: Float, to slopes: inout RowSlopes
    ) {
        var (cosine, sine) = (SIMD8<Float>.zero, SIMD8<Float>.zero)
        for lane in 0..<8 {
            cosine[lane] = Float(cos(start + step * Double(lane)))
            sine[lane] = Float(sin(start + step * Double(lane)))
        }
        let (turnCosine, turnSine) = (Float(cos(8 * step)), Float(sin(8 * step)))
        for block in slopes.x.indices {
            slopes.x[block] += cosine * slopeX
            slopes.z[block] += cosine * slopeZ
            (cosine, sine) = (
                cosine * turnCosine - sine * turnSine, sine * turnCosine + cosine * turnSine
            )
        }
    }
}
