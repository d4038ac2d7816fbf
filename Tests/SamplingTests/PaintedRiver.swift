import Imaging
import Video

/// Pictures of brown water of which the left part is green, with noise as a camera has it.
enum PaintedRiver {
    /// Paints over a frame.
    ///
    /// - Parameters:
    ///   - greenShare: Share of the width that is green, from the left.
    ///   - seed: Pictures with the same seed have the same noise.
    static func paint(
        _ frame: inout Frame, greenShare: Double, seed: UInt64 = 1, brightness: Int = 110
    ) {
        var noise = seed &* 0x9E37_79B9_7F4A_7C15
        func next() -> Int {
            noise = noise &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(noise >> 60) - 8
        }
        let edge = Int((Double(frame.width) * greenShare).rounded())
        for y in 0..<frame.height {
            for x in 0..<frame.width {
                let grain = next()
                let luma = x < edge ? brightness + 10 + 2 * grain : brightness + grain
                frame.luma[x, y] = UInt8(min(255, max(0, luma)))
            }
        }
        for y in 0..<frame.blueDifference.height {
            for x in 0..<frame.blueDifference.width {
                let isGreen = 2 * x < edge
                frame.blueDifference[x, y] = isGreen ? 100 : 118
                frame.redDifference[x, y] = isGreen ? 110 : 138
            }
        }
    }

    /// One picture.
    static func frame(
        width: Int = 320, height: Int = 180, greenShare: Double, seed: UInt64 = 1,
        brightness: Int = 110, encoding: ColourEncoding = .reference
    ) -> Frame {
        var frame = Frame(width: width, height: height, encoding: encoding)
        paint(&frame, greenShare: greenShare, seed: seed, brightness: brightness)
        return frame
    }

    /// Writes a clip with a keyframe each second: the nth is green by `greenShares[n]`.
    static func writeClip(
        to path: String, greenShares: [Double], width: Int = 320, height: Int = 180,
        brightness: Int = 110
    ) throws {
        let framesPerSecond = 5
        var writer = try ClipWriter(
            path: path,
            settings: ClipSettings(
                width: width, height: height, framesPerSecond: framesPerSecond,
                keyframeInterval: framesPerSecond, quality: 15))
        var frame = Frame(width: width, height: height)
        for (second, share) in greenShares.enumerated() {
            for number in 0..<framesPerSecond {
                paint(
                    &frame, greenShare: share, seed: UInt64(second * framesPerSecond + number),
                    brightness: brightness)
                try writer.write(frame)
            }
        }
        try writer.finish()
    }
}
