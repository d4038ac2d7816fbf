import Imaging
import Sampling
import Testing

/// Reference numbers: ITU-R BT.601-7 and BT.709-6, 8 bit.
@Suite struct InkTests {
    private static let references: [(UInt32, ColourEncoding, [UInt8])] = [
        (0xFFFFFF, ColourEncoding(matrix: .bt601, range: .limited), [235, 128, 128]),
        (0x000000, ColourEncoding(matrix: .bt601, range: .limited), [16, 128, 128]),
        (0xFF0000, ColourEncoding(matrix: .bt601, range: .limited), [81, 90, 240]),
        (0x0000FF, ColourEncoding(matrix: .bt601, range: .limited), [41, 240, 110]),
        (0xFF0000, ColourEncoding(matrix: .bt709, range: .limited), [63, 102, 240]),
        (0x00FF00, ColourEncoding(matrix: .bt709, range: .limited), [173, 42, 26]),
        (0x00FF00, ColourEncoding(matrix: .bt601, range: .full), [150, 44, 21]),
        (0x808080, ColourEncoding(matrix: .bt2020, range: .full), [128, 128, 128]),
    ]

    @Test("colours come out as the standards say", arguments: references)
    func standards(colour: UInt32, encoding: ColourEncoding, expected: [UInt8]) {
        let ink = Ink(Colour(colour), encoding: encoding)
        #expect([ink.luma, ink.blueDifference, ink.redDifference] == expected)
    }
}
