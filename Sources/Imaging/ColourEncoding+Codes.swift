/// A colour as three 8-bit codes of a frame.
public struct ColourCodes: Hashable, Sendable {
    /// Luma.
    public var luma: UInt8
    /// Blue difference, 128 is neutral.
    public var blueDifference: UInt8
    /// Red difference, 128 is neutral.
    public var redDifference: UInt8

    /// Makes codes.
    public init(luma: UInt8, blueDifference: UInt8, redDifference: UInt8) {
        self.luma = luma
        self.blueDifference = blueDifference
        self.redDifference = redDifference
    }
}

extension ColourEncoding {
    /// The codes of a colour, by the equations named at ``referenceWeights``.
    ///
    /// - Parameters:
    ///   - red: R′ in 0…1.
    ///   - green: G′ in 0…1.
    ///   - blue: B′ in 0…1.
    public func codes(red: Double, green: Double, blue: Double) -> ColourCodes {
        let weights = lumaWeights
        let luma =
            weights.red * red + (1 - weights.red - weights.blue) * green + weights.blue * blue
        let blueDifference = (blue - luma) / (2 * (1 - weights.blue))
        let redDifference = (red - luma) / (2 * (1 - weights.red))
        let (black, lumaSteps, chromaSteps) =
            range == .full ? (0.0, 255.0, 255.0) : (16.0, 219.0, 224.0)
        func code(_ value: Double) -> UInt8 { UInt8(min(max(value.rounded(), 0), 255)) }
        return ColourCodes(
            luma: code(black + lumaSteps * luma),
            blueDifference: code(128 + chromaSteps * blueDifference),
            redDifference: code(128 + chromaSteps * redDifference))
    }
}
