package import Imaging

/// A frame to draw on: smooth lines and text, all cut at the frame's edge.
///
/// Positions are in luma pixels from the upper left corner; the centre of the first pixel is
/// (0.5, 0.5).
package struct Canvas: ~Copyable {
    /// What has been drawn.
    package var frame = Frame()

    /// Makes an empty canvas.
    package init() {}

    /// Begins anew with a size, a colour encoding and one colour all over.
    package mutating func begin(
        width: Int, height: Int, encoding: ColourEncoding, colour: Colour
    ) {
        if frame.width != width || frame.height != height {
            frame.resize(width: width, height: height)
        }
        frame.encoding = encoding
        let ink = Ink(colour, encoding: encoding)
        frame.luma.fill(with: ink.luma)
        frame.blueDifference.fill(with: ink.blueDifference)
        frame.redDifference.fill(with: ink.redDifference)
    }

    /// Draws a straight line with round ends; a dot when both ends are one.
    package mutating func stroke(
        from start: SIMD2<Float>, to end: SIMD2<Float>, width: Float, _ colour: Colour
    ) {
        let ink = Ink(colour, encoding: frame.encoding)
        let segment = Segment(start, end)
        let radius = width / 2
        frame.luma.cover(segment, pixelSize: 1, radius: radius) { pixel, share in
            pixel = Ink.mix(pixel, ink.luma, share)
        }
        frame.blueDifference.cover(segment, pixelSize: 2, radius: radius) { pixel, share in
            pixel = Ink.mix(pixel, ink.blueDifference, share)
        }
        frame.redDifference.cover(segment, pixelSize: 2, radius: radius) { pixel, share in
            pixel = Ink.mix(pixel, ink.redDifference, share)
        }
    }

    /// Draws a line of text.
    ///
    /// - Parameters:
    ///   - origin: Left end of the base line.
    ///   - height: Height of a capital in pixels.
    package mutating func write(
        _ text: String, at origin: SIMD2<Float>, height: Float, _ colour: Colour
    ) {
        let scale = height / StrokeFont.capitalHeight
        let width = max(1.25, height * 0.14)
        var pen = origin - SIMD2(0, height)
        for character in text {
            let glyph = StrokeFont.standard[character]
            for line in glyph.lines {
                stroke(
                    from: pen + line.start * scale, to: pen + line.end * scale, width: width,
                    colour)
            }
            pen.x += glyph.advance * scale
        }
    }
}
