import Foundation
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

    /// A zone whose greens are normal about two means: `cover` of it plants, the rest water.
    private func zone(
        cover: Double, plants: (mean: Double, spread: Double),
        water: (mean: Double, spread: Double) = (2, 2)
    ) -> ByteHistogram {
        var histogram = ByteHistogram()
        for green in -40...80 {
            func density(_ part: (mean: Double, spread: Double)) -> Double {
                let distance = (Double(green) - part.mean) / part.spread
                return exp(-0.5 * distance * distance) / (part.spread * 2.5066)
            }
            let share = cover * density(plants) + (1 - cover) * density(water)
            histogram.add(UInt8(128 + green), count: Int((share * 100_000).rounded()))
        }
        return histogram
    }

    /// Share of the zone that is greener than the threshold found for it.
    private func measured(_ histogram: ByteHistogram) -> Double {
        let threshold = GreenThreshold.threshold(of: histogram)
        var (above, all) = (0, 0)
        for byte in UInt8(1)...255 {
            all += histogram[byte]
            if Double(byte) - 128 > threshold { above += histogram[byte] }
        }
        return Double(above) / Double(all)
    }

    @Test(
        "Coverage rises with the truth until the water is closed, pale mats or green ones",
        arguments: [(20.0, 2.0), (20, 4), (24, 2), (24, 4), (24, 6), (28, 4), (28, 6), (35, 6)])
    func closingRiver(green: Double, spread: Double) {
        var before = -1.0
        for cover in [0, 0.05, 0.3, 0.6, 0.85, 0.9, 0.95, 0.97, 1] {
            let found = measured(zone(cover: cover, plants: (green, spread)))
            #expect(abs(found - cover) < 0.1, "cover \(cover) measured as \(found)")
            #expect(found > before - 0.03)
            before = found
        }
    }

    @Test("Water that is green and uneven is not cut in two", arguments: [-4.0, 2, 6, 10])
    func greenWater(green: Double) {
        let found = measured(zone(cover: 0, plants: (30, 4), water: (green, 3.5)))
        #expect(found < 0.02, "measured as \(found)")
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
