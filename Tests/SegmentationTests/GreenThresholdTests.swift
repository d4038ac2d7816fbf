import Imaging
import Segmentation
import Testing

@Suite struct GreenThresholdTests {
    /// A histogram with `count` pixels around each level of excess green, ±2 codes.
    private func histogram(_ peaks: [(green: Int, count: Int)]) -> ByteHistogram {
        var histogram = ByteHistogram()
        for peak in peaks {
            for (step, share) in zip(-2...2, [1, 2, 4, 2, 1]) {
                histogram.add(UInt8(128 + peak.green + step), count: peak.count * share / 10)
            }
        }
        return histogram
    }

    @Test("Between two modes the threshold is in the middle, however small one of them is")
    func twoModes() {
        for count in [200, 1000, 5000, 20_000] {
            let found = GreenThreshold.threshold(
                of: histogram([(green: 1, count: 10_000), (green: 25, count: count)]))
            #expect(abs(found - 13) < 1)
        }
    }

    @Test("Water alone stays below the threshold", arguments: [-12, 0, 6, 9])
    func waterAlone(green: Int) {
        let found = GreenThreshold.threshold(of: histogram([(green: green, count: 10_000)]))
        #expect(found > Double(green) + 4)
        #expect(found >= GreenThreshold.lowest)
    }

    @Test("Full cover stays above the threshold", arguments: [28, 35, 60])
    func fullCover(green: Int) {
        let found = GreenThreshold.threshold(of: histogram([(green: green, count: 10_000)]))
        #expect(found <= GreenThreshold.highest)
    }

    @Test("A few green pixels are noise and move nothing")
    func noise() {
        let clean = GreenThreshold.threshold(of: histogram([(green: 0, count: 10_000)]))
        let noisy = GreenThreshold.threshold(
            of: histogram([(green: 0, count: 10_000), (green: 40, count: 20)]))
        #expect(noisy == clean)
    }

    @Test("Glare is not counted, and an empty zone has the lowest threshold")
    func glareAndNothing() {
        var histogram = histogram([(green: 1, count: 1000), (green: 25, count: 1000)])
        let before = GreenThreshold.threshold(of: histogram)
        histogram.add(0, count: 100_000)
        #expect(GreenThreshold.threshold(of: histogram) == before)
        #expect(GreenThreshold.threshold(of: ByteHistogram()) == GreenThreshold.lowest)
    }
}
