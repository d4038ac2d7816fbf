import PixelKernels
import Testing

@Suite struct CellSumKernelTests {
    @Test(
        "Sums over cells of luma are the reference's, at any height and stride", arguments: widths)
    func luma(width: Int) {
        let count = (width + 7) / 8
        for rows in 1...9 {
            let stride = width + rows * 3 % 7
            // Exactly the bytes that may be read.
            let bytes = ByteRows(
                count: (rows - 1) * stride + width, offset: rows % 5, seed: UInt64(rows))
            var columns = CellRow.emptySums(3 * width)
            var fast = (
                sums: CellRow.emptySums(count), across: CellRow.emptySums(count),
                down: CellRow.emptySums(count), brightest: CellRow.emptySums(count)
            )
            var reference = fast
            lumaCells(
                bytes.start, stride: stride, width: width, rows: rows, columns: &columns,
                sums: &fast.sums, across: &fast.across, down: &fast.down,
                brightest: &fast.brightest)
            lumaCellsScalar(
                bytes.start, stride: stride, width: width, rows: rows, sums: &reference.sums,
                across: &reference.across, down: &reference.down, brightest: &reference.brightest)
            #expect(fast == reference)
            #expect(columns.isUntouched(from: 3 * width))
            #expect(
                [fast.sums, fast.across, fast.down, fast.brightest].allSatisfy {
                    $0.isUntouched(from: count)
                })
        }
    }

    @Test("A white cell holds the greatest sum, and a cut one is scaled to a whole one")
    func lumaScale() {
        let bytes = ByteRows(count: 9 * 11)
        for index in 0..<99 { bytes.start[index] = 255 }
        var columns = CellRow.emptySums(33)
        var (sums, across, down) = (
            CellRow.emptySums(2), CellRow.emptySums(2), CellRow.emptySums(2)
        )
        var brightest = CellRow.emptySums(2)
        for rows in [1, 5, 9] {
            lumaCells(
                bytes.start, stride: 11, width: 11, rows: rows, columns: &columns, sums: &sums,
                across: &across, down: &down, brightest: &brightest)
            #expect(brightest.prefix(2) == [255, 255])
            #expect(sums.prefix(2) == [16_320, 16_320])
            #expect(across.prefix(2) == [0, 0])
            #expect(down.prefix(2) == [0, 0])
        }
    }

    @Test("Differences across and down are told apart, and the ninth row is compared with")
    func lumaDirection() {
        // Luma 10 · x + 3 · y.
        let bytes = ByteRows(count: 9 * 16)
        for index in 0..<144 { bytes.start[index] = UInt8(index % 16 * 10 + index / 16 * 3) }
        var columns = CellRow.emptySums(48)
        var (sums, across, down) = (
            CellRow.emptySums(2), CellRow.emptySums(2), CellRow.emptySums(2)
        )
        var brightest = CellRow.emptySums(2)
        lumaCells(
            bytes.start, stride: 16, width: 16, rows: 9, columns: &columns, sums: &sums,
            across: &across, down: &down, brightest: &brightest)
        #expect(across.prefix(2) == [640, 560], "the last column has no right neighbour")
        #expect(down.prefix(2) == [192, 192])
        #expect(brightest.prefix(2) == [91, 171], "the ninth row belongs to other cells")
        lumaCells(
            bytes.start, stride: 16, width: 16, rows: 8, columns: &columns, sums: &sums,
            across: &across, down: &down, brightest: &brightest)
        #expect(down.prefix(2) == [168, 168], "the last row has none below it")
    }

    @Test("Sums over cells of chroma are the reference's", arguments: widths)
    func chroma(width: Int) {
        let count = (width + 3) / 4
        for rows in 1...4 {
            let stride = width + rows * 5 % 7
            let bytes = ByteRows(
                count: (rows - 1) * stride + width, offset: rows, seed: UInt64(rows))
            var columns = CellRow.emptySums(width)
            var fast = CellRow.emptySums(count)
            var reference = fast
            chromaCells(
                bytes.start, stride: stride, width: width, rows: rows, columns: &columns,
                into: &fast)
            chromaCellsScalar(
                bytes.start, stride: stride, width: width, rows: rows, into: &reference)
            #expect(fast == reference)
            #expect(columns.isUntouched(from: width))
            #expect(fast.isUntouched(from: count))
        }
    }

    @Test("Sums over boxes are the reference's", arguments: widths)
    func boxes(count: Int) {
        let stride = count + 32 + count % 5
        // Whole numbers add up exactly in any order. A margin lies before the first cell.
        let numbers = CellRow.whole(9 * stride, within: 500, seed: UInt64(count))
        var scratch = CellRow.empty(count + 24)
        numbers.withUnsafeBufferPointer { numbers in
            guard let first = numbers.baseAddress else { return }
            let triples = (0..<3).map { row -> [Float] in
                let start = first + 3 * row * stride
                var sums = CellRow.empty(count + 31)
                addThreeRows(
                    start, start + stride, start + 2 * stride, count: count + 24, into: &sums)
                #expect(sums.isUntouched(from: count + 31))
                return sums
            }
            for size in [3, 9] {
                var fast = CellRow.empty(count + 7)
                var reference = fast
                triples[0].withUnsafeBufferPointer { upper in
                    triples[1].withUnsafeBufferPointer { middle in
                        triples[2].withUnsafeBufferPointer { lower in
                            guard let upper = upper.baseAddress, let middle = middle.baseAddress,
                                let lower = lower.baseAddress
                            else { return }
                            if size == 3 {
                                sumThreeColumns(middle + 8, count: count, into: &fast)
                            } else {
                                sumNineColumns(
                                    upper + 8, middle + 8, lower + 8, count: count,
                                    scratch: &scratch, into: &fast)
                            }
                        }
                    }
                }
                boxSumsScalar(
                    first + (4 - size / 2) * stride + 8 - size / 2, stride: stride, size: size,
                    count: count, into: &reference)
                #expect(fast.prefix(count) == reference.prefix(count))
                #expect(fast.isUntouched(from: count + 7))
                #expect(scratch.isUntouched(from: count + 24))
            }
        }
    }

    @Test("Sums over whole cells of luma are the reference's", arguments: 1...20)
    func lumaOnly(count: Int) {
        let stride = 8 * count + count % 5
        let bytes = ByteRows(count: 7 * stride + 8 * count, offset: count % 3, seed: 7)
        var fast = CellRow.emptySums(count)
        var reference = fast
        lumaCellSums(bytes.start, stride: stride, count: count, into: &fast)
        lumaCellSumsScalar(bytes.start, stride: stride, count: count, into: &reference)
        #expect(fast == reference)
        #expect(fast.isUntouched(from: count))
    }

    @Test(
        "Differences from earlier rows add up over cells, and the earlier rows are replaced",
        arguments: widths)
    func cellDifference(width: Int) {
        let count = (width + 7) / 8
        for rows in 1...4 {
            let (stride, earlierStride) = (width + rows * 3 % 7, width + rows * 5 % 11)
            let later = ByteRows(count: rows * stride, offset: rows % 3, seed: 1)
            let (fast, reference) = (
                ByteRows(count: rows * earlierStride, offset: rows, seed: 2),
                ByteRows(count: rows * earlierStride, seed: 2)
            )
            var (sums, expected) = (CellRow.emptySums(count), CellRow.emptySums(count))
            cellDifferences(
                later.start, stride: stride, replacing: fast.start, earlierStride: earlierStride,
                width: width, rows: rows, into: &sums)
            cellDifferencesScalar(
                later.start, stride: stride, replacing: reference.start,
                earlierStride: earlierStride, width: width, rows: rows, into: &expected)
            #expect(sums == expected)
            #expect(sums.isUntouched(from: count))
            #expect(fast.bytes(rows * earlierStride) == reference.bytes(rows * earlierStride))
            for row in 0..<rows {
                let copied = (0..<width).allSatisfy {
                    fast.start[row * earlierStride + $0] == later.start[row * stride + $0]
                }
                #expect(copied)
            }
        }
    }

    @Test("The last cell of a row of differences is scaled to eight columns")
    func cutDifference() {
        let (later, earlier) = (ByteRows(count: 11), ByteRows(count: 11))
        for column in 0..<11 { (later.start[column], earlier.start[column]) = (9, 5) }
        var sums = CellRow.emptySums(2)
        cellDifferences(
            later.start, stride: 11, replacing: earlier.start, earlierStride: 11, width: 11,
            rows: 1, into: &sums)
        #expect(sums.prefix(2) == [32, 32])
    }
}
