import Imaging

#if canImport(Glibc)
    import Glibc
#endif

/// A surveillance camera's sensor: exposure, tone curve, noise, and 4:2:0 Y′CbCr as it streams.
///
/// Frames are limited-range BT.709, what cameras of 720 lines and more send.
struct Sensor: Sendable {
    /// What the sensor's signal is coded as.
    static let encoding = ColourEncoding(matrix: .bt709, range: .limited)

    /// How a frame is exposed.
    struct Exposure: Sendable {
        /// Factor on the light of each band: aperture, shutter and white balance.
        var gain: LinearColour
        /// Standard deviation of the luma noise in codes of 8 bits.
        var noiseCodes: Float
    }

    /// Red, green and blue in the luma of BT.709.
    private static let lumaWeights = LinearColour(0.2126, 0.7152, 0.0722)
    private static let toneSteps: Float = 4096
    private static let brightest: Float = 1.5
    /// Signal for light from 0 to `brightest`.
    private let tone: [Float]
    /// Normal noise; each row of a frame reads it from a place of its own.
    private let grain: [Float]

    init(random: inout SplitMix64) {
        tone = (0...Int(Self.toneSteps) + 1).map { step in
            Self.signal(light: Float(step) / Self.toneSteps * Self.brightest)
        }
        grain = (0..<1 << 15).map { _ in random.normal() }
    }

    /// The exposure of the camera's automatic control: most of a change of light is taken back,
    /// in steps of a quarter of a stop.
    static func exposure(for light: Light) -> Exposure {
        let stops = -0.75 * log2f(max(0.05, light.level))
        let gain = exp2f((stops * 4).rounded() / 4) * 1.25
        let balance = 1 - 0.6 * light.warmth
        return Exposure(
            gain: LinearColour(balance, 1, 2 - balance) * gain, noiseCodes: 0.9 + 0.3 * gain)
    }

    /// Turns a picture in linear light into the frame that the camera sends.
    ///
    /// - Parameters:
    ///   - picture: `frame.width` × `frame.height` colours, row by row.
    ///   - exposure: How it is exposed.
    ///   - random: Noise of this frame.
    ///   - frame: Is overwritten; its width and height are even.
    func develop(
        _ picture: [LinearColour], exposure: Exposure, random: inout SplitMix64,
        into frame: inout Frame
    ) {
        frame.encoding = Self.encoding
        let width = frame.width
        for row in stride(from: 0, to: frame.height, by: 2) {
            let grainStart = Int(random.next() >> 40)
            for column in stride(from: 0, to: width, by: 2) {
                var sum = LinearColour.zero
                for part in 0..<4 {
                    let (x, y) = (column + part % 2, row + part / 2)
                    let signal = signal(picture[y * width + x] * exposure.gain)
                    sum += signal
                    let luma = (signal * Self.lumaWeights).sum()
                    let noise = noise(grainStart + 2 * column + part) * exposure.noiseCodes
                    frame.luma[x, y] = Self.code(16 + 219 * luma + noise)
                }
                // Binning four pixels leaves half of the noise, denoising less.
                let noise = noise(grainStart + column + 7919) * exposure.noiseCodes * 0.35
                let mean = sum / 4
                let luma = (mean * Self.lumaWeights).sum()
                frame.blueDifference[column / 2, row / 2] = Self.code(
                    128 + 224 * (mean.z - luma) / 1.8556 + noise)
                frame.redDifference[column / 2, row / 2] = Self.code(
                    128 + 224 * (mean.x - luma) / 1.5748 - noise)
            }
        }
    }

    @inline(__always)
    private func noise(_ place: Int) -> Float { grain[place & (grain.count - 1)] }

    @inline(__always)
    private func signal(_ light: LinearColour) -> LinearColour {
        let steps = (light * (Self.toneSteps / Self.brightest))
            .clamped(
                lowerBound: .zero, upperBound: LinearColour(repeating: Self.toneSteps))
        return LinearColour(tone[Int(steps.x)], tone[Int(steps.y)], tone[Int(steps.z)])
    }

    @inline(__always)
    private static func code(_ value: Float) -> UInt8 {
        UInt8(max(0, min(255, value + 0.5)))
    }

    /// Gamma 1/2.2 with a shoulder that keeps bright sky from burning out at once.
    private static func signal(light: Float) -> Float {
        let straight = powf(light, 1 / 2.2)
        let knee: Float = 0.8
        guard straight > knee else { return straight }
        return knee + (1 - knee) * (1 - expf(-(straight - knee) / (1 - knee)))
    }
}
