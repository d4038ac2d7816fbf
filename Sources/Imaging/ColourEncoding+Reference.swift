extension ColourEncoding {
    /// How codes of an encoding become codes of full-range BT.601.
    ///
    /// With y = Y − `blackLuma`, cb = Cb − 128 and cr = Cr − 128, all in native codes:
    /// Y′ = `luma`·y + `lumaFromBlue`·cb + `lumaFromRed`·cr, and the reference's blue and red
    /// differences, 0 being neutral, are `blueFromBlue`·cb + `blueFromRed`·cr and
    /// `redFromBlue`·cb + `redFromRed`·cr. They do not depend on luma.
    public struct ReferenceWeights: Hashable, Sendable {
        /// The native code of black.
        public var blackLuma: Double
        /// Luma in luma.
        public var luma: Double
        /// Blue difference in luma.
        public var lumaFromBlue: Double
        /// Red difference in luma.
        public var lumaFromRed: Double
        /// Blue difference in blue difference.
        public var blueFromBlue: Double
        /// Red difference in blue difference.
        public var blueFromRed: Double
        /// Blue difference in red difference.
        public var redFromBlue: Double
        /// Red difference in red difference.
        public var redFromRed: Double
    }

    /// The weights that bring this encoding to ``reference``.
    ///
    /// Y = Kr·R + (1 − Kr − Kb)·G + Kb·B, Cb = (B − Y) / (2(1 − Kb)), Cr = (R − Y) / (2(1 − Kr))
    /// in Recommendations ITU-R BT.601-7 (2.5), BT.709-6 (3) and BT.2020-2 (table 4). Codes of the
    /// limited range are 219 steps of luma from 16 and 224 steps of chroma around 128; those of
    /// the full range are 255 steps each (ITU-T T.871, JFIF). The three standards' primaries
    /// differ too; that is left as it is, being smaller than a camera's white balance.
    public var referenceWeights: ReferenceWeights {
        let (lumaScale, chromaScale) =
            range == .full ? (1.0, 1.0) : (255.0 / 219.0, 255.0 / 224.0)
        let blue = Self.reference(ofBlue: chromaScale, red: 0, weights: lumaWeights)
        let red = Self.reference(ofBlue: 0, red: chromaScale, weights: lumaWeights)
        return ReferenceWeights(
            blackLuma: range == .full ? 0 : 16, luma: lumaScale, lumaFromBlue: blue.luma,
            lumaFromRed: red.luma, blueFromBlue: blue.blue, blueFromRed: red.blue,
            redFromBlue: blue.red, redFromRed: red.red)
    }

    /// Where a colour of luma 0 with these differences lies in the reference.
    private static func reference(
        ofBlue cb: Double, red cr: Double, weights: (red: Double, blue: Double)
    ) -> (luma: Double, blue: Double, red: Double) {
        let red = 2 * (1 - weights.red) * cr
        let blue = 2 * (1 - weights.blue) * cb
        let green =
            -(weights.red * red + weights.blue * blue) / (1 - weights.red - weights.blue)
        let target = ColourEncoding.reference.lumaWeights
        let luma =
            target.red * red + (1 - target.red - target.blue) * green + target.blue * blue
        return (
            luma, (blue - luma) / (2 * (1 - target.blue)), (red - luma) / (2 * (1 - target.red))
        )
    }

    /// The native code, held within 0…255, of a grey pixel whose luma in the reference is `luma`.
    public func nativeLuma(ofReference luma: Double) -> UInt8 {
        let weights = referenceWeights
        let code = weights.blackLuma + luma / weights.luma + 0.5
        return UInt8(min(max(code, 0), 255))
    }
}
