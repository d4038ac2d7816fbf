import Imaging

#if canImport(Glibc)
    import Glibc
#endif

/// Turns linear light into the picture that a camera sends.
///
/// Haze, exposure, curve, colour, optics, rain, noise, in this order. The result is full-range
/// BT.601, as JPEG has it.
struct Darkroom {
    private static let toneSteps: Float = 4095
    private static let brightest: Float = 3
    /// What the camera does to a picture; the curve stays the one it began with.
    var look: LookRecipe
    /// Factor on the exposure that was set at first.
    var exposure: Float = 1
    private let gain: LinearColour
    private let tone: [Float]
    private let noise: [Float]
    private var luma: [Float]
    private var blue: [Float]
    private var red: [Float]
    private var scratch: [Float]

    /// Sets the exposure by a first look at the scene, as an automatic exposure does.
    init(look: LookRecipe, exposedFor picture: [LinearColour], random: inout SplitMix64) {
        self.look = look
        let sample = stride(from: 0, to: picture.count, by: 37).map {
            (picture[$0] * LinearColour(0.3, 0.6, 0.1)).sum()
        }
        var (low, high) = (Float(0.05), Float(20))
        for _ in 0..<20 {
            let middle = (low * high).squareRoot()
            let mean = sample.reduce(Float(0)) { $0 + powf(min(1, $1 * middle), 1 / 2.2) }
            if mean < look.meanSignal * Float(sample.count) { low = middle } else { high = middle }
        }
        gain = look.whiteBalance * low
        tone = (0...Int(Self.toneSteps) + 1).map {
            Self.signal(light: Float($0) / Self.toneSteps * Self.brightest, look: look)
        }
        noise = (0..<1 << 15).map { _ in random.normal() }
        luma = Array(repeating: 0, count: picture.count)
        blue = luma
        red = luma
        scratch = luma
    }

    private static func signal(light: Float, look: LookRecipe) -> Float {
        var signal = powf(light, 1 / 2.2)
        let knee: Float = 0.85
        if signal > knee { signal = knee + 0.16 * (1 - expf(-(signal - knee) / 0.16)) }
        let centred = signal - 0.5
        let curved = 0.5 + centred * (1 + look.contrast * (0.75 - 2.2 * centred * centred))
        return look.blackLevel + (1 - look.blackLevel) * max(0, min(1, curved))
    }

    /// Whether a pixel is burnt out in every band.
    func isBurntOut(_ light: LinearColour) -> Bool {
        let signal = light * (gain * exposure)
        return min(signal.x, signal.y, signal.z) > 1.15
    }

    /// Develops one frame.
    ///
    /// - Parameters:
    ///   - picture: Linear light, row by row; is changed.
    ///   - ground: Gives the distances for haze.
    ///   - random: Noise and rain of this frame.
    ///   - frame: Is overwritten.
    mutating func develop(
        _ picture: inout [LinearColour], ground: GroundRaster, random: inout SplitMix64,
        into frame: inout Frame
    ) {
        addAir(to: &picture, ground: ground)
        expose(picture, width: ground.width, height: ground.height)
        for _ in 0..<look.blurPasses {
            Self.blur(&luma, scratch: &scratch, width: ground.width, height: ground.height)
        }
        sharpen(width: ground.width, height: ground.height)
        if look.rainStreaks > 0 { drawRain(ground: ground, random: &random) }
        fill(&frame, width: ground.width, height: ground.height, random: &random)
    }

    private func addAir(to picture: inout [LinearColour], ground: GroundRaster) {
        for y in 0..<ground.height {
            let row = ground.rows[y]
            let distance = row.steepness > CameraGeometry.lowestRay ? Float(row.z) : 300
            let clear = expf(-look.hazePerMetre * distance) * (1 - look.veil)
            for index in y * ground.width..<(y + 1) * ground.width {
                picture[index] = look.haze + (picture[index] - look.haze) * clear
            }
        }
    }

    private mutating func expose(_ picture: [LinearColour], width: Int, height: Int) {
        let scale = Self.toneSteps / Self.brightest
        let limit = LinearColour(repeating: Self.toneSteps)
        let radius = Float(width * width + height * height) / 4
        let exposedGain = gain * exposure
        for y in 0..<height {
            let down = Float(y) - Float(height) / 2
            for x in 0..<width {
                let index = y * width + x
                let right = Float(x) - Float(width) / 2
                let corner = 1 - look.vignette * (right * right + down * down) / radius
                let steps = (picture[index] * exposedGain * (corner * scale))
                    .clamped(lowerBound: .zero, upperBound: limit)
                let (r, g, b) = (tone[Int(steps.x)], tone[Int(steps.y)], tone[Int(steps.z)])
                let grey = 0.299 * r + 0.587 * g + 0.114 * b
                luma[index] = 255 * grey
                blue[index] = 255 * 0.564 * (b - grey) * look.saturation
                red[index] = 255 * 0.713 * (r - grey) * look.saturation
            }
        }
    }

    /// One pass of 1-2-1 in both directions.
    private static func blur(
        _ plane: inout [Float], scratch: inout [Float], width: Int, height: Int
    ) {
        for y in 0..<height {
            for x in 0..<width {
                let index = y * width + x
                let left = plane[x > 0 ? index - 1 : index]
                let right = plane[x + 1 < width ? index + 1 : index]
                scratch[index] = 0.25 * (left + right) + 0.5 * plane[index]
            }
        }
        for y in 0..<height {
            for x in 0..<width {
                let index = y * width + x
                let above = scratch[y > 0 ? index - width : index]
                let below = scratch[y + 1 < height ? index + width : index]
                plane[index] = 0.25 * (above + below) + 0.5 * scratch[index]
            }
        }
    }

    private mutating func sharpen(width: Int, height: Int) {
        guard look.sharpening > 0 else { return }
        var soft = luma
        Self.blur(&soft, scratch: &scratch, width: width, height: height)
        for index in luma.indices { luma[index] += look.sharpening * (luma[index] - soft[index]) }
    }

    private mutating func drawRain(ground: GroundRaster, random: inout SplitMix64) {
        let count = Int(look.rainStreaks * Float(luma.count) / 1e6)
        let slant = random.uniform(-0.3, 0.3)
        for _ in 0..<count {
            let length = Int(Float(ground.height) * random.uniform(0.02, 0.09))
            let x = random.unit() * Float(ground.width)
            let y = Int(random.unit() * Float(ground.height))
            let strength = random.uniform(0.12, 0.4)
            for step in 0..<length {
                let column = Int(x + slant * Float(step))
                guard y + step < ground.height, (0..<ground.width).contains(column) else {
                    continue
                }
                let index = (y + step) * ground.width + column
                luma[index] += strength * (225 - luma[index])
                blue[index] *= 1 - strength
                red[index] *= 1 - strength
            }
        }
    }

    private func fill(_ frame: inout Frame, width: Int, height: Int, random: inout SplitMix64) {
        frame.encoding = .reference
        frame.resize(width: width, height: height)
        let mask = noise.count - 1
        for y in 0..<height {
            let place = Int(random.next() >> 40)
            for x in 0..<width {
                let grain = look.noiseCodes * noise[(place + x) & mask]
                frame.luma[x, y] = UInt8(max(0, min(255, luma[y * width + x] + grain + 0.5)))
            }
        }
        for y in 0..<height / 2 {
            let place = Int(random.next() >> 40)
            for x in 0..<width / 2 {
                let index = 2 * y * width + 2 * x
                let cb =
                    0.25
                    * (blue[index] + blue[index + 1] + blue[index + width] + blue[index + width + 1])
                let cr =
                    0.25
                    * (red[index] + red[index + 1] + red[index + width] + red[index + width + 1])
                let grainB = look.chromaNoiseCodes * noise[(place + x) & mask]
                let grainR = look.chromaNoiseCodes * noise[(place + x + 7919) & mask]
                frame.blueDifference[x, y] = UInt8(max(0, min(255, 128.5 + cb + grainB)))
                frame.redDifference[x, y] = UInt8(max(0, min(255, 128.5 + cr + grainR)))
            }
        }
    }
}
