import PixelKernels
import Testing

@Suite struct ExcessGreenTests {
    private static let rules = [
        ExcessGreenRule(blueWeight: 64, redWeight: 64, glareLumaSum: 920, glareChroma: 10),
        ExcessGreenRule(blueWeight: 73, redWeight: 73, glareLumaSum: 0, glareChroma: 60),
        ExcessGreenRule(blueWeight: -127, redWeight: 127, glareLumaSum: 1020, glareChroma: 128),
    ]

    @Test("Excess green gives what the reference gives", arguments: widths)
    func matchesReference(count: Int) {
        for rule in Self.rules {
            for lumaWidth in [2 * count, 2 * count - 1] {
                let offset = count % 4
                let luma = ByteRows(count: lumaWidth, offset: offset, seed: 5)
                let lower = ByteRows(count: lumaWidth, offset: offset + 1, seed: 6)
                let blue = ByteRows(count: count, offset: offset, seed: 7)
                let red = ByteRows(count: count, offset: offset + 2, seed: 8)
                let fast = ByteRows(count: count, offset: offset)
                let reference = ByteRows(count: count)
                excessGreen(
                    luma: luma.start, lower.start, lumaWidth: lumaWidth, blue: blue.start,
                    red: red.start, count: count, rule: rule, into: fast.start)
                excessGreenScalar(
                    luma: luma.start, lower.start, lumaWidth: lumaWidth, blue: blue.start,
                    red: red.start, count: count, rule: rule, into: reference.start)
                #expect(fast.bytes(count) == reference.bytes(count))
            }
        }
    }

    @Test(
        "One pixel of known colour",
        arguments: [
            // cb, cr, luma, expected byte: 128 − (Cb + Cr)
            (UInt8(128), UInt8(128), UInt8(100), UInt8(128)),
            (98, 118, 100, 168),
            (255, 255, 100, 1),
            (0, 0, 100, 255),
            (128, 130, 255, glareByte),
            (98, 118, 255, 168),
        ])
    func knownColour(cb: UInt8, cr: UInt8, luma: UInt8, expected: UInt8) {
        let lumaRow = [luma, luma]
        var green: [UInt8] = [77]
        excessGreen(
            luma: lumaRow, lumaRow, lumaWidth: 2, blue: [cb], red: [cr], count: 1,
            rule: Self.rules[0], into: &green)
        #expect(green == [expected])
    }
}
