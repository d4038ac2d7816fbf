import Imaging
import Testing

@Suite struct LevelHistogramTests {
    private func histogram(
        _ counts: [(value: Float, count: Int)], lowest: Float = 0
    ) -> LevelHistogram {
        var histogram = LevelHistogram(lowest: lowest)
        for (value, count) in counts {
            let values = [Float](repeating: value, count: count)
            let share = [Float](repeating: 1, count: count)
            histogram.add(values, share: share, shareAbove: 0.5, count: count)
        }
        return histogram
    }

    @Test("Percentiles are the middles of quarters of a code")
    func percentiles() {
        let histogram = histogram((0..<100).map { (Float($0), 1) })
        #expect(histogram.percentile(0.1) == 9.125)
        #expect(histogram.percentile(0.5) == 49.125)
        #expect(histogram.percentile(0.9) == 89.125)
        #expect(histogram.percentile(0) == 0.125)
        #expect(histogram.percentile(1) == 99.125)
    }

    @Test("Figures beyond the range count at its ends")
    func ends() {
        let histogram = histogram([(-500, 3), (500, 3)], lowest: -128)
        #expect(histogram.percentile(0.5) == -127.875)
        #expect(histogram.percentile(0.51) == 127.875)
    }

    @Test("Cells with too small a share are not counted")
    func share() {
        var histogram = LevelHistogram(lowest: 0)
        histogram.add([7, 9, 11], share: [0.5, 0.6, 0], shareAbove: 0.5, count: 3)
        #expect(histogram.percentile(0) == 9.125)
        #expect(histogram.percentile(1) == 9.125)
    }

    @Test("A cleared histogram is empty")
    func clear() {
        var histogram = histogram([(7, 3)])
        #expect(!histogram.isEmpty)
        histogram.clear()
        #expect(histogram.isEmpty)
        histogram.add([9], share: [1], shareAbove: 0.5, count: 1)
        #expect(histogram.percentile(0.5) == 9.125)
    }

    @Test("The parting level is the middle between both means")
    func parting() {
        let two = histogram([(0, 50), (4, 50), (30, 20)])
        #expect(two.partingLevel(from: 12, in: 10...24) == 16.125)
        #expect(two.partingLevel(from: 100, in: 10...24) == 16.125, "the start is held")
    }

    @Test("The parting level is held within its range")
    func held() {
        #expect(histogram([(0, 50), (90, 50)]).partingLevel(from: 12, in: 10...24) == 24)
        #expect(histogram([(0, 50), (12, 50)]).partingLevel(from: 11, in: 10...24) == 10)
    }

    @Test("Without two sides the search ends where it began")
    func oneSide() {
        #expect(histogram([(0, 50)]).partingLevel(from: 12, in: 10...24) == 12)
        #expect(histogram([(60, 50)]).partingLevel(from: 12, in: 10...24) == 12)
        #expect(histogram([(0, 301), (60, 1)]).partingLevel(from: 12, in: 10...24) == 12)
        #expect(histogram([]).partingLevel(from: 3, in: 10...24) == 10)
    }
}
