#if canImport(Glibc)
    import Glibc
#endif

/// A colour by what a camera makes of it in middling light: luma and colour differences of
/// full-range BT.601.
struct SignalColour: Sendable {
    var luma: Float
    var blueDifference: Float
    var redDifference: Float

    /// The light that gives these codes through a gamma of 2.2.
    var light: LinearColour {
        let red = luma + 1.402 * redDifference
        let green = luma - 0.344 * blueDifference - 0.714 * redDifference
        let blue = luma + 1.772 * blueDifference
        func linear(_ code: Float) -> Float { powf(max(2, min(255, code)) / 255, 2.2) }
        return LinearColour(linear(red), linear(green), linear(blue))
    }

    /// Draws a colour by its luma, its greenness −(Cb + Cr) and its red difference.
    static func green(
        luma: ClosedRange<Float>, greenness: ClosedRange<Float>, red: ClosedRange<Float>,
        random: inout SplitMix64
    ) -> LinearColour {
        let red = random.uniform(red.lowerBound, red.upperBound)
        let greenness = random.uniform(greenness.lowerBound, greenness.upperBound)
        return SignalColour(
            luma: random.uniform(luma.lowerBound, luma.upperBound),
            blueDifference: -greenness - red, redDifference: red
        ).light
    }
}
