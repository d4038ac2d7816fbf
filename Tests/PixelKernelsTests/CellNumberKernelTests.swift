import PixelKernels
import Testing

/// The kernels that work cell by cell, each against its formula.
@Suite struct CellNumberKernelTests {
    private let limited709 = CellColourScale(
        blackLuma: 16, luma: 1.1644, lumaFromBlue: 0.1157, lumaFromRed: 0.2182,
        blueFromBlue: 1.1266, blueFromRed: -0.1257, redFromBlue: -0.0826, redFromRed: 1.1190)

    @Test("Sums become mean colours", arguments: widths)
    func colours(count: Int) {
        let lumaSums = CellRow.sums(count, upTo: 16_320, seed: 1)
        let blueSums = CellRow.sums(count, upTo: 4_080, seed: 2)
        let redSums = CellRow.sums(count, upTo: 4_080, seed: 3)
        var (luma, blue, red) = (CellRow.empty(count), CellRow.empty(count), CellRow.empty(count))
        cellColours(
            lumaSums: lumaSums, blueSums: blueSums, redSums: redSums, count: count,
            scale: limited709, luma: &luma, blue: &blue, red: &red)
        for cell in 0..<count {
            let y = Float(lumaSums[cell]) / 64 - 16
            let (b, r) = (Float(blueSums[cell]) / 16 - 128, Float(redSums[cell]) / 16 - 128)
            let expected = max(0, 1.1644 * y + 0.1157 * b + 0.2182 * r)
            #expect(abs(luma[cell] - expected) < 1e-2)
            #expect(abs(blue[cell] - (1.1266 * b - 0.1257 * r)) < 1e-2)
            #expect(abs(red[cell] - (1.1190 * r - 0.0826 * b)) < 1e-2)
        }
        #expect([luma, blue, red].allSatisfy { $0.isUntouched(from: count) })
    }

    @Test("What is blacker than black is black")
    func belowBlack() {
        var (luma, blue, red) = (CellRow.empty(1), CellRow.empty(1), CellRow.empty(1))
        cellColours(
            lumaSums: [0], blueSums: [2_048], redSums: [2_048], count: 1, scale: limited709,
            luma: &luma, blue: &blue, red: &red)
        #expect(luma[0] == 0)
        #expect(blue[0] == 0)
    }

    @Test("Sums are scaled, added and multiplied", arguments: widths)
    func products(count: Int) {
        let sums = CellRow.sums(count, upTo: 16_320, seed: 4)
        let (first, second) = (
            CellRow.whole(count, within: 90, seed: 5), CellRow.whole(count, within: 90, seed: 6)
        )
        var (scaled, product) = (CellRow.empty(count), CellRow.empty(count))
        var total = first + [3, 3]
        scaleCells(sums, count: count, factor: 0.25, into: &scaled)
        multiplyCells(first, second, count: count, into: &product)
        addScaled(sums, count: count, factor: 0.5, to: &total)
        for cell in 0..<count {
            #expect(scaled[cell] == Float(sums[cell]) * 0.25)
            #expect(product[cell] == first[cell] * second[cell])
            #expect(total[cell] == first[cell] + Float(sums[cell]) * 0.5)
        }
        #expect(scaled.isUntouched(from: count) && product.isUntouched(from: count))
        #expect(total[count...] == [3, 3])
    }

    @Test("Cells are weighted by their share of the zone", arguments: widths)
    func weights(count: Int) {
        let weight = CellRow.positive(count, upTo: 1, seed: 1)
        let luma = CellRow.positive(count, upTo: 255, seed: 2)
        let blue = CellRow.whole(count, within: 100, seed: 3)
        let red = CellRow.whole(count, within: 100, seed: 4)
        let across = CellRow.positive(count, upTo: 60, seed: 5)
        let down = CellRow.positive(count, upTo: 60, seed: 6)
        var (green, greenSquares) = (CellRow.empty(count), CellRow.empty(count))
        var (lumaSquares, activity) = (CellRow.empty(count), CellRow.empty(count))
        var contrast = CellRow.empty(count)
        weightCells(
            weight: weight, luma: luma, blue: blue, red: red, across: across, down: down,
            count: count, green: &green, greenSquares: &greenSquares, lumaSquares: &lumaSquares,
            activity: &activity, contrast: &contrast)
        let written = [green, greenSquares, lumaSquares, activity, contrast]
        for cell in 0..<count {
            let green = -(blue[cell] + red[cell])
            let activity = across[cell] + down[cell]
            let expected = [
                green, green * green, luma[cell] * luma[cell], activity,
                activity / (luma[cell] + 16),
            ]
            for (row, value) in zip(written, expected) {
                #expect(abs(row[cell] - weight[cell] * value) <= 1e-5 * abs(value))
            }
        }
        #expect(written.allSatisfy { $0.isUntouched(from: count) })
    }
}
