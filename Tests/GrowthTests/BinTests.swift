import Growth
import SimulatedSeries
import Testing
import Vocabulary

/// When a bin is judged, and with what.
@Suite struct BinTests {
    @Test("samples of the same two hours are one bin, judged when the next one begins")
    func closing() throws {
        var estimator = GrowthEstimator()
        #expect(estimator.add(sample(hours: 0, coverage: 0.1))?.binCount == 1)
        for minutes in stride(from: 10.0, to: 120, by: 10) {
            #expect(
                estimator.add(sample(hours: minutes / 60, coverage: 0.1 + minutes / 1e3)) == nil)
        }
        let step = try estimator.judged(sample(hours: 2, coverage: 0.3))
        #expect(step.binCount == 1)
        #expect(step.bin.sampleCount == 12)
        #expect(step.bin.time == june + .seconds(110 * 60))
        #expect(abs(step.bin.coverage - 0.155) < 1e-3, "the median of 0.1, 0.11, … 0.21")
        #expect(step.estimate.time == step.bin.time)
    }

    @Test(
        "after two hours without one, a sample is judged at once, and anew with those that follow")
    func atOnce() throws {
        var estimator = GrowthEstimator()
        _ = estimator.add(sample(hours: 0, coverage: 0.1))
        let alone = try estimator.judged(sample(hours: 6, coverage: 0.5))
        #expect(alone.bin.sampleCount == 1)
        #expect(estimator.add(sample(hours: 6.5, coverage: 0.1)) == nil)
        #expect(estimator.add(sample(hours: 7, coverage: 0.1)) == nil)
        let anew = try estimator.judged(sample(hours: 8.1, coverage: 0.1))
        #expect(anew.bin.number == alone.bin.number)
        #expect(anew.binCount == alone.binCount)
        #expect(abs(anew.bin.coverage - 0.1) < 1e-3)

        // Nothing is left of the sample that was outvoted.
        var unspoilt = GrowthEstimator()
        _ = unspoilt.addAll(
            [0, 6, 6.5, 7].map { sample(hours: $0, coverage: 0.1) })
        let expected = try unspoilt.judged(sample(hours: 8.1, coverage: 0.1))
        #expect(anew == expected)
    }

    @Test("a bin can be closed by the time alone, once")
    func byTime() {
        var estimator = GrowthEstimator()
        _ = estimator.addAll([0, 0.5, 1].map { sample(hours: $0, coverage: 0.1) })
        #expect(estimator.closeBin(at: june + .seconds(7199), of: "lock-3") == nil)
        #expect(
            estimator.closeBin(at: june + .seconds(7200), of: "lock-3")?.bin.sampleCount == 3)
        #expect(estimator.closeBin(at: june + .seconds(7300), of: "lock-3") == nil)
    }

    @Test("while a bin is open, the order in which its samples come does not matter")
    func orderWithinBin() {
        let early = [0.0, 24].map { sample(hours: $0, coverage: 0.2) }
        let bin = [48.2, 48.5, 48.9, 49.7].map { sample(hours: $0, coverage: $0 / 100) }
        let next = [sample(hours: 50, coverage: 0.4)]
        var ordered = GrowthEstimator()
        let expected = ordered.addAll(early + bin + next).last
        for shuffled in [Array(bin.reversed()), [bin[2], bin[0], bin[3], bin[1]]] {
            var estimator = GrowthEstimator()
            #expect(estimator.addAll(early + shuffled + next).last == expected)
            #expect(estimator == ordered)
        }
    }

    @Test("a bin with more samples than are kept still gives about their median")
    func fullBin() throws {
        var estimator = GrowthEstimator()
        var generator = SplitMix64(seed: 4)
        for second in 0..<7000 {
            let coverage = generator.uniform() < 0.3 ? 0.95 : 0.2 + 0.02 * generator.normal()
            _ = estimator.add(sample(hours: Double(second) / 3600, coverage: coverage))
        }
        let step = try estimator.judged(sample(hours: 2, coverage: 0.2))
        #expect(step.bin.sampleCount == 7000)
        #expect(abs(step.bin.coverage - 0.21) < 0.03)
    }

    @Test("a degraded sample counts for less")
    func degraded() throws {
        func coverage(sigma: Double) throws -> Double {
            var estimator = GrowthEstimator()
            _ = estimator.addAll((0..<20).map { sample(hours: 6 * Double($0), coverage: 0.2) })
            var last = sample(hours: 120, coverage: 0.3)
            last.sigmaLogit = sigma
            return try estimator.judged(last).estimate.coverage
        }
        #expect(try coverage(sigma: 0.1) > coverage(sigma: 0.6) + 0.002)
        #expect(try coverage(sigma: 0.6) > 0.2)
    }
}
