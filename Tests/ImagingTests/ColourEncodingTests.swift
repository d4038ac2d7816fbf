import Imaging
import Testing

@Suite struct ColourEncodingTests {
    private static let encodings: [ColourEncoding] = [
        ColourEncoding(matrix: .bt601, range: .limited),
        ColourEncoding(matrix: .bt601, range: .full),
        ColourEncoding(matrix: .bt709, range: .limited),
        ColourEncoding(matrix: .bt709, range: .full),
        ColourEncoding(matrix: .bt2020, range: .limited),
        ColourEncoding(matrix: .bt2020, range: .full),
    ]
    private static let colours: [(red: Double, green: Double, blue: Double)] = [
        (0, 0, 0), (1, 1, 1), (0.5, 0.5, 0.5), (0.4, 0.55, 0.2), (0.55, 0.62, 0.15),
        (0.35, 0.3, 0.25), (0.2, 0.3, 0.45), (0.1, 0.35, 0.1), (0.9, 0.85, 0.6),
    ]

    @Test("A colour comes out alike, whatever the encoding", arguments: encodings)
    func convertsToReference(encoding: ColourEncoding) {
        let weights = encoding.referenceWeights
        for colour in Self.colours {
            let native = encoding.codes(red: colour.red, green: colour.green, blue: colour.blue)
            let wanted = ColourEncoding.reference.codes(
                red: colour.red, green: colour.green, blue: colour.blue)
            let y = Double(native.luma) - weights.blackLuma
            let cb = Double(native.blueDifference) - 128
            let cr = Double(native.redDifference) - 128
            let luma =
                weights.luma * y + weights.lumaFromBlue * cb + weights.lumaFromRed * cr
            let blue = weights.blueFromBlue * cb + weights.blueFromRed * cr + 128
            let red = weights.redFromBlue * cb + weights.redFromRed * cr + 128
            // Both sides are rounded to codes, and a step of the limited range is 1.16 codes.
            #expect(abs(luma - Double(wanted.luma)) < 1.6)
            #expect(abs(blue - Double(wanted.blueDifference)) < 1.4)
            #expect(abs(red - Double(wanted.redDifference)) < 1.4)
        }
    }

    @Test("The reference needs no conversion")
    func referenceIsIdentity() {
        let weights = ColourEncoding.reference.referenceWeights
        #expect(weights.blackLuma == 0)
        #expect(weights.luma == 1)
        #expect(abs(weights.blueFromBlue - 1) < 1e-12)
        #expect(abs(weights.redFromRed - 1) < 1e-12)
        #expect(abs(weights.blueFromRed) < 1e-12)
        #expect(abs(weights.redFromBlue) < 1e-12)
        #expect(abs(weights.lumaFromBlue) < 1e-12)
    }

    @Test("Known codes: green in limited BT.709 is 173, 42, 26")
    func knownCodes() {
        let codes = ColourEncoding(matrix: .bt709, range: .limited)
            .codes(red: 0, green: 1, blue: 0)
        #expect(codes == ColourCodes(luma: 173, blueDifference: 42, redDifference: 26))
    }

    @Test("Luma limits become native codes")
    func nativeLuma() {
        let limited = ColourEncoding(matrix: .bt709, range: .limited)
        #expect(limited.nativeLuma(ofReference: 0) == 16)
        #expect(limited.nativeLuma(ofReference: 255) == 235)
        #expect(ColourEncoding.reference.nativeLuma(ofReference: 28) == 28)
        #expect(ColourEncoding.reference.nativeLuma(ofReference: 300) == 255)
        #expect(ColourEncoding.reference.nativeLuma(ofReference: -5) == 0)
    }
}
