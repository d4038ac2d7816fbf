import PixelKernels
import Testing

@Suite struct CountingKernelTests {
    @Test("Counting bytes gives what the reference gives", arguments: widths)
    func countBytesMatchesReference(width: Int) {
        for offset in 0..<4 {
            let row = ByteRows(count: width, offset: offset, seed: 1)
            for value: UInt8 in [0, 1, 3, 128, 255] {
                #expect(
                    countBytes(row.start, count: width, equalTo: value)
                        == countBytesScalar(row.start, count: width, equalTo: value))
            }
        }
    }

    @Test("Counting classes gives what counting each gives", arguments: widths + [9000])
    func countClassesMatchesReference(width: Int) {
        for offset in 0..<4 {
            let row = ByteRows(count: width, offset: offset, seed: UInt64(offset))
            for index in 0..<width { row.start[index] &= offset == 3 ? 2 : 3 }
            let found = countClasses(row.start, count: width)
            #expect(found.ones == countBytesScalar(row.start, count: width, equalTo: 1))
            #expect(found.twos == countBytesScalar(row.start, count: width, equalTo: 2))
            #expect(found.threes == countBytesScalar(row.start, count: width, equalTo: 3))
        }
    }

    @Test("A long row of equal bytes is counted without overflow")
    func countBytesLong() {
        let row = ByteRows(count: 400_000)
        for index in 0..<400_000 { row.start[index] = 3 }
        #expect(countBytes(row.start, count: 400_000, equalTo: 3) == 400_000)
        #expect(countBytes(row.start, count: 400_000, equalTo: 2) == 0)
    }

    @Test("Tallying detail gives what the reference gives", arguments: widths + [640, 1921])
    func detailMatchesReference(width: Int) {
        for offset in 0..<3 {
            let row = ByteRows(count: width, offset: offset, seed: 3)
            let below = ByteRows(count: width, offset: 2 * offset, seed: 4)
            var fast = DetailTally()
            var reference = DetailTally()
            for next in [below, row] {
                addDetail(row.start, below: next.start, count: width, tally: &fast)
                addDetailScalar(row.start, below: next.start, count: width, tally: &reference)
            }
            #expect(fast == reference)
            #expect(fast.smearedStretches * 2 == fast.stretches, "a row repeats itself exactly")
        }
    }

    @Test("Counting glare gives what the reference gives", arguments: widths)
    func glareMatchesReference(width: Int) {
        for offset in 0..<3 {
            let luma = ByteRows(count: 2 * width, offset: offset, seed: 5)
            let blue = ByteRows(count: width, offset: offset, seed: 6)
            let red = ByteRows(count: width, offset: 2 * offset, seed: 7)
            for (bright, chroma) in [(UInt8(235), UInt8(4)), (0, 255), (128, 128), (255, 255)] {
                let limits = GlareLimits(brightAbove: bright, chromaBelow: chroma)
                #expect(
                    glareCount(
                        luma: luma.start, blueDifference: blue.start, redDifference: red.start,
                        count: width, limits: limits)
                        == glareCountScalar(
                            luma: luma.start, blueDifference: blue.start, redDifference: red.start,
                            count: width, limits: limits))
            }
        }
    }

    @Test("Tallying luma gives what the reference gives", arguments: widths)
    func tallyMatchesReference(width: Int) {
        for offset in 0..<4 {
            let row = ByteRows(count: width, offset: offset, seed: 2)
            for (dark, bright) in [(UInt8(28), UInt8(235)), (0, 255), (255, 0), (128, 127)] {
                var fast = LumaTally()
                var reference = LumaTally()
                addToTally(
                    row.start, count: width, darkBelow: dark, brightAbove: bright, tally: &fast)
                addToTallyScalar(
                    row.start, count: width, darkBelow: dark, brightAbove: bright,
                    tally: &reference)
                #expect(fast == reference)
            }
        }
    }

    @Test("A long white row is tallied without overflow")
    func tallyLong() {
        let row = ByteRows(count: 10_000)
        for index in 0..<10_000 { row.start[index] = 255 }
        var tally = LumaTally()
        addToTally(row.start, count: 10_000, darkBelow: 28, brightAbove: 235, tally: &tally)
        #expect(tally.sum == 2_550_000)
        #expect(tally.bright == 10_000)
        #expect(tally.dark == 0)
    }

    @Test("Chroma magnitude gives what the reference gives", arguments: widths)
    func chromaMagnitudeMatchesReference(width: Int) {
        for offset in 0..<4 {
            let row = ByteRows(count: width, offset: offset, seed: 3)
            #expect(
                chromaMagnitude(row.start, count: width)
                    == chromaMagnitudeScalar(row.start, count: width))
        }
    }

    @Test("The sum of a row is the reference's", arguments: widths)
    func byteSumMatchesReference(width: Int) {
        let row = ByteRows(count: width, offset: width % 7, seed: 21)
        #expect(byteSum(row.start, count: width) == byteSumScalar(row.start, count: width))
    }
}
