import PixelKernels
import Testing

@Suite struct SurfaceKernelTests {
    @Test("Classification gives what the reference gives", arguments: widths)
    func classificationMatchesReference(width: Int) {
        let green = ByteRows(count: width, offset: width % 4, seed: 10)
        let limits = ByteRows(count: width, offset: 1, seed: 11)
        let fast = ByteRows(count: width, offset: 3)
        let reference = ByteRows(count: width)
        classifySurface(green.start, limits: limits.start, count: width, into: fast.start)
        classifySurfaceScalar(
            green.start, limits: limits.start, count: width, into: reference.start)
        #expect(fast.bytes(width) == reference.bytes(width))
    }

    @Test("Green above its limit is vegetation; glare is unjudged; 255 admits nothing")
    func classes() {
        var classes: [UInt8] = [9, 9, 9, 9]
        classifySurface(
            [141, 140, glareByte, 255], limits: [140, 140, 140, 255], count: 4, into: &classes)
        #expect(classes == [1, 0, 3, 0])
    }

    @Test("Texture is the sum over 3 × 3 cells; at the ends the nearest cell counts again")
    func textureLimitsOfThreeCells() {
        let above: [UInt16] = [0, 0, 9]
        let at: [UInt16] = [0, 0, 0]
        var limits = [UInt8](repeating: 0, count: 12)
        // Sums over the neighbourhoods: 0 for the first cell, 9 for the second, 18 for the third.
        textureLimits(
            above: above, at: at, below: at, cells: 3, threshold: 10, greenLimit: 140,
            into: &limits)
        #expect(limits == [255, 255, 255, 255, 255, 255, 255, 255, 140, 140, 140, 140])
        textureLimits(
            above: above, at: at, below: at, cells: 3, threshold: 9, greenLimit: 140,
            into: &limits)
        #expect(limits == [255, 255, 255, 255, 140, 140, 140, 140, 140, 140, 140, 140])
    }

    @Test(
        "Limits are what a plain 3 × 3 sum gives, and nothing is written beyond", arguments: widths)
    func textureLimitsMatchReference(cells: Int) {
        let rows = (0..<3).map { activities(cells, seed: UInt64(15 + $0)) }
        for threshold: UInt32 in [0, 90_000, 150_000, 290_000] {
            var limits = [UInt8](repeating: 7, count: 4 * cells + 4)
            textureLimits(
                above: rows[0], at: rows[1], below: rows[2], cells: cells, threshold: threshold,
                greenLimit: 140, into: &limits)
            let expected = (0..<cells).flatMap { cell -> [UInt8] in
                let columns = [max(cell - 1, 0), cell, min(cell + 1, cells - 1)]
                let sum = rows.reduce(0) { sum, row in
                    sum + columns.reduce(0) { $0 + Int(row[$1]) }
                }
                return [UInt8](repeating: sum >= Int(threshold) ? 140 : 255, count: 4)
            }
            #expect(limits == expected + [7, 7, 7, 7])
        }
    }

    /// Sums as ``lumaActivity(_:stride:width:rows:columnSums:into:)`` may give them: 0…32,640.
    private func activities(_ count: Int, seed: UInt64) -> [UInt16] {
        ByteRows(count: count, seed: seed).bytes(count).map { UInt16($0) * 128 }
    }
}
