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
}
