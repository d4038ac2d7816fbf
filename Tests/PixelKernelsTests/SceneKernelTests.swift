import Foundation
import PixelKernels
import Testing

@Suite struct SceneKernelTests {
    @Test("Adding rows to columns gives what the reference gives", arguments: widths)
    func columnSums(width: Int) {
        for offset in 0..<3 {
            var fast = (
                luma: [UInt16](repeating: 3, count: width),
                steps: [UInt16](repeating: 5, count: width)
            )
            var reference = fast
            for seed in 0..<4 {
                let row = ByteRows(count: width, offset: offset, seed: UInt64(seed))
                addToColumns(row.start, count: width, luma: &fast.luma, steps: &fast.steps)
                addToColumnsScalar(
                    row.start, count: width, luma: &reference.luma, steps: &reference.steps)
            }
            #expect(fast.luma == reference.luma)
            #expect(fast.steps == reference.steps)
        }
    }

    @Test("257 white rows are the most that a column holds")
    func columnSumsLong() {
        let row = ByteRows(count: 40)
        for index in 0..<40 { row.start[index] = 255 }
        var (luma, steps) = ([UInt16](repeating: 0, count: 40), [UInt16](repeating: 0, count: 40))
        for _ in 0..<257 { addToColumns(row.start, count: 40, luma: &luma, steps: &steps) }
        #expect(luma.allSatisfy { $0 == 65_535 })
        #expect(steps.allSatisfy { $0 == 0 })
    }

    @Test("Agreement counts products under the mask", arguments: widths)
    func agreement(width: Int) {
        let signs = { (seed: UInt64) in
            ByteRows(count: width, seed: seed).bytes(width).map { Int8($0 % 3) - 1 }
        }
        let (first, second) = (signs(1), signs(2))
        let mask = ByteRows(count: width, seed: 3).bytes(width).map { Int8($0 & 1) }
        var agreement = SignAgreement()
        addAgreement(first, second, mask: mask, count: width, to: &agreement)
        let kept = (0..<width).filter { mask[$0] == 1 }
        #expect(agreement.product == kept.reduce(0) { $0 + Int(first[$1]) * Int(second[$1]) })
        #expect(agreement.firstSquare == kept.count { first[$0] != 0 })
        #expect(agreement.secondSquare == kept.count { second[$0] != 0 })
        #expect(abs(agreement.correlation) <= 1)
    }

    @Test("Ridges are marked as the reference marks them", arguments: widths)
    func ridges(width: Int) {
        for offset in 0..<3 {
            let row = ByteRows(count: width, offset: offset, seed: 8)
            var fast = [UInt8](repeating: 7, count: width)
            var reference = [UInt8](repeating: 9, count: width)
            for limit: UInt8 in [0, 10, 254, 255] {
                markRidges(row.start, count: width, limit: limit, into: &fast)
                markRidgesScalar(row.start, count: width, limit: limit, into: &reference)
                #expect(fast == reference)
            }
        }
    }

    @Test("A streak goes on where the row below has one beside it; a known one is not fresh")
    func streaks() {
        var marks: [UInt8] = [255, 0, 255, 0, 0, 255, 255]
        let below: [UInt8] = [0, 255, 0, 0, 255, 0, 0]
        keepContinued(&marks, below: below, count: 7)
        #expect(marks == [255, 0, 255, 0, 0, 255, 0])
        #expect(countFresh(marks, former: [0, 0, 0, 0, 0, 0, 0], count: 7) == 2)
        #expect(countFresh(marks, former: [0, 0, 0, 255, 0, 0, 0], count: 7) == 1)
    }

    @Test("The Fourier transform gives the sums that define it", arguments: [1, 2, 4, 8, 64, 128])
    func fourier(length: Int) {
        let columns = 5
        let bytes = ByteRows(count: 2 * length * columns, seed: 9).bytes(2 * length * columns)
        var real = bytes.prefix(length * columns).map { Float($0) / 255 }
        var imaginary = bytes.suffix(length * columns).map { Float($0) / 255 }
        let (realBefore, imaginaryBefore) = (real, imaginary)
        let transform = FourierTransform(length: length)
        transform.transform(real: &real, imaginary: &imaginary, columns: columns)
        for column in 0..<columns {
            for frequency in 0..<length {
                var sum = (real: 0.0, imaginary: 0.0)
                for row in 0..<length {
                    let angle = -2 * Double.pi * Double(frequency * row) / Double(length)
                    let a = Double(realBefore[row * columns + column])
                    let b = Double(imaginaryBefore[row * columns + column])
                    sum.real += a * cos(angle) - b * sin(angle)
                    sum.imaginary += a * sin(angle) + b * cos(angle)
                }
                #expect(abs(Double(real[frequency * columns + column]) - sum.real) < 1e-3)
                #expect(abs(Double(imaginary[frequency * columns + column]) - sum.imaginary) < 1e-3)
            }
        }
        // With the parts exchanged it goes back.
        transform.transform(real: &imaginary, imaginary: &real, columns: columns)
        for index in real.indices {
            #expect(abs(real[index] / Float(length) - realBefore[index]) < 1e-4)
        }
    }
}
