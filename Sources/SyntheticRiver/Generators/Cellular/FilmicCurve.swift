import Imaging

#if canImport(Glibc)
    import Glibc
#endif

/// A camera with a filmic curve, noise that grows with the light, and soft colours.
struct FilmicCurve: Sendable {
    let gain: LinearColour
    let saturation: Float
    let noise: Float
    let fog: Float
    let streamQuality: Int?
    let jpegQuality: Int

    init(random: inout SplitMix64) {
        gain =
            LinearColour(random.uniform(0.92, 1.1), 1, random.uniform(0.9, 1.12))
            * random.uniform(0.75, 1.35)
        saturation = random.pick([1, 1, random.uniform(0.5, 1), random.uniform(1, 1.3)])
        noise = random.logUniform(0.8, 5)
        fog = random.chance(0.2) ? random.uniform(0.05, 0.3) : 0
        streamQuality = random.chance(0.5) ? Int(random.uniform(18, 34)) : nil
        jpegQuality = streamQuality == nil ? Int(random.uniform(65, 98)) : 95
    }

    /// A curve with a toe and a shoulder that maps 0.18 about to itself.
    private static func filmic(_ light: Float) -> Float {
        let x = max(0, light) * 0.39
        return max(0, min(1, x * (2.3 * x + 0.35) / (x * (2.2 * x + 0.75) + 0.12)))
    }

    /// The sRGB transfer function (IEC 61966-2-1).
    private static func encoded(_ light: Float) -> Float {
        light <= 0.0031308 ? 12.92 * light : 1.055 * powf(light, 1 / 2.4) - 0.055
    }

    /// Develops a picture.
    func develop(
        _ picture: [LinearColour], width: Int, height: Int, random: inout SplitMix64,
        into frame: inout Frame
    ) {
        frame.encoding = .reference
        frame.resize(width: width, height: height)
        var blue = [Float](repeating: 0, count: width)
        var red = blue
        for y in 0..<height {
            for x in 0..<width {
                let light =
                    (picture[y * width + x] * (1 - fog) + LinearColour(grey: 0.6 * fog)) * gain
                let rgb =
                    LinearColour(
                        Self.encoded(Self.filmic(light.x)), Self.encoded(Self.filmic(light.y)),
                        Self.encoded(Self.filmic(light.z))) * 255
                let luma = 0.299 * rgb.x + 0.587 * rgb.y + 0.114 * rgb.z
                let grain = noise * (0.4 + luma / 255).squareRoot() * random.normal()
                frame.luma[x, y] = UInt8(max(0, min(255, luma + grain + 0.5)))
                let (cb, cr) = (0.564 * (rgb.z - luma), 0.713 * (rgb.x - luma))
                blue[x] = y % 2 == 0 ? cb : 0.5 * (blue[x] + cb)
                red[x] = y % 2 == 0 ? cr : 0.5 * (red[x] + cr)
            }
            guard y % 2 == 1 else { continue }
            for x in 0..<width / 2 {
                // Three columns to a sample: colours run a little.
                let (a, b, c) = (max(0, 2 * x - 1), 2 * x, 2 * x + 1)
                let cb = (blue[a] + 2 * blue[b] + blue[c]) * 0.25 * saturation
                let cr = (red[a] + 2 * red[b] + red[c]) * 0.25 * saturation
                frame.blueDifference[x, y / 2] = UInt8(max(0, min(255, 128.5 + cb)))
                frame.redDifference[x, y / 2] = UInt8(max(0, min(255, 128.5 + cr)))
            }
        }
    }
}
