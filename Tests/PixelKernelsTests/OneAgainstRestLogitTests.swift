import Glibc
import PixelKernels
import Testing

@Suite struct OneAgainstRestLogitTests {
    @Test("One class against the rest is within 1e-5 of the exact logit", arguments: widths)
    func accuracy(count: Int) {
        for magnitude: Float in [0.01, 3, 20, 60] {
            let rows = (0..<4).map { index in
                FloatRows(
                    count: count, offset: count % 5, magnitude: magnitude, seed: UInt64(index))
            }
            let logit = FloatRows(count: count + 3, offset: count % 2)
            oneAgainstRestLogit(
                rows[1].start, against: rows[0].start, rows[2].start, rows[3].start,
                count: count, into: logit.start)
            for cell in 0..<count {
                let rest = [0, 2, 3].map { Double(rows[$0].start[cell]) }
                let exact = Double(rows[1].start[cell]) - log(rest.map { exp($0) }.reduce(0, +))
                #expect(abs(Double(logit.start[cell]) - exact) < 1e-5)
            }
            #expect(
                logit.values.suffix(3) == [Float](repeating: FloatRows.untouched, count: 3)[...])
        }
    }

    @Test("Three equal rivals weigh log 3 more than one")
    func equalRivals() {
        var logit: [Float] = [0]
        oneAgainstRestLogit([2], against: [2], [2], [2], count: 1, into: &logit)
        #expect(abs(logit[0] + 1.098_612_3) < 1e-5)
    }

    @Test("Any of the four rows can be the one in question")
    func rows() {
        let logits: [Float] = [1, 7, 2, 7, 3, 7, 4, 7]
        for chosen in 0..<4 {
            var logit: [Float] = [0, 99]
            var span = logit.mutableSpan
            oneAgainstRestLogit(logits.span, logitStride: 2, chosen: chosen, count: 1, into: &span)
            let rest = (0..<4).filter { $0 != chosen }.map { exp(Double(logits[2 * $0])) }
            let exact = Double(logits[2 * chosen]) - log(rest.reduce(0, +))
            #expect(abs(Double(logit[0]) - exact) < 1e-5)
            #expect(logit[1] == 99)
        }
    }
}
