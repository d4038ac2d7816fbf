import PixelKernels
import Testing

@Suite struct PixelEvidenceTests {
    private static let rules = [
        PixelEvidenceRule(blueWeight: 64, redWeight: 64, evidenceMax: 96),
        PixelEvidenceRule(blueWeight: 67, redWeight: 73, evidenceMax: 96),
        PixelEvidenceRule(blueWeight: 127, redWeight: 127, evidenceMax: 96),
        PixelEvidenceRule(blueWeight: -127, redWeight: 127, evidenceMax: 10_000),
    ]

    private func shorts(_ count: Int, within limit: Float, seed: UInt64) -> [Int16] {
        CellRow.whole(count, within: limit, seed: seed).map { Int16($0) }
    }

    @Test("Pixels are classified as by the reference", arguments: widths)
    func matchesReference(count: Int) {
        for (index, rule) in Self.rules.enumerated() {
            let blue = ByteRows(count: count, offset: index, seed: 1)
            let red = ByteRows(count: count, offset: 2 * index + 1, seed: 2)
            let logits = shorts(count, within: 512, seed: 3)
            let middle = shorts(count, within: 127, seed: 4)
            let gain = shorts(count, within: 31, seed: 5).map { abs($0) }
            var fast = [UInt8](repeating: 9, count: count + 5)
            var reference = fast
            classifyPixels(
                logits: logits, blue: blue.start, red: red.start, middle: middle, gain: gain,
                count: count, rule: rule, into: &fast)
            classifyPixelsScalar(
                logits: logits, blue: blue.start, red: red.start, middle: middle, gain: gain,
                count: count, rule: rule, into: &reference)
            #expect(fast == reference)
            #expect(fast[count...].allSatisfy { $0 == 9 })
        }
    }

    @Test("A pixel's own green decides where the cells do not")
    func green() {
        // Greens 40, 20 and 0 against a middle of 20.
        let (blue, red): ([UInt8], [UInt8]) = ([108, 118, 128], [108, 118, 128])
        func classes(logit: Int16, gain: Int16) -> [UInt8] {
            var classes: [UInt8] = [9, 9, 9]
            classifyPixels(
                logits: [logit, logit, logit], blue: blue, red: red, middle: [20, 20, 20],
                gain: [gain, gain, gain], count: 3, rule: Self.rules[0], into: &classes)
            return classes
        }
        #expect(classes(logit: 0, gain: 3) == [1, 0, 0])
        #expect(classes(logit: 59, gain: 3) == [1, 1, 0])
        #expect(classes(logit: 61, gain: 3) == [1, 1, 1], "the evidence is 60 at most")
        #expect(classes(logit: 97, gain: 31) == [1, 1, 1], "evidence is held at 96")
        #expect(classes(logit: 95, gain: 31) == [1, 1, 0])
        #expect(classes(logit: -1, gain: 0) == [0, 0, 0])
    }

    @Test("Glare is bright, without colour and no plant", arguments: widths)
    func glare(count: Int) {
        for offset in 0..<3 {
            let luma = ByteRows(count: 2 * count, offset: offset, seed: 1)
            let lower = ByteRows(count: 2 * count, offset: offset + 1, seed: 2)
            let blue = ByteRows(count: count, offset: offset, seed: 3)
            let red = ByteRows(count: count, offset: offset, seed: 4)
            let before = ByteRows(count: count + 4, seed: 5).bytes(count + 4).map { $0 & 3 }
            for (limit, chroma) in [(UInt16(500), Int16(60)), (920, 10), (0, 200), (1021, 200)] {
                var classes = before
                markGlare(
                    luma: luma.start, lower.start, blue: blue.start, red: red.start, count: count,
                    lumaSum: limit, chroma: chroma, in: &classes)
                var expected = before
                for pixel in 0..<count where before[pixel] == 0 {
                    let sum = [luma, lower].reduce(0) {
                        $0 + Int($1.start[2 * pixel]) + Int($1.start[2 * pixel + 1])
                    }
                    let isGrey = [blue, red].allSatisfy {
                        abs(Int($0.start[pixel]) - 128) < Int(chroma)
                    }
                    if sum >= Int(limit), isGrey { expected[pixel] = 3 }
                }
                #expect(classes == expected)
            }
        }
    }
}
