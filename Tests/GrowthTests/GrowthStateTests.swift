import Growth
import JSONLines
import SimulatedSeries
import Testing
import Vocabulary

/// The state: bounded, the same for the same input, whole after it has been stored.
@Suite struct GrowthStateTests {
    @Test("equal samples give equal bytes, wherever the state is stored in between")
    func storing() throws {
        var series = LogisticSeries()
        series.interval = .seconds(50 * 60)
        series.drift = 0.25
        series.outlierShare = 0.1
        var straight = GrowthEstimator()
        var stored = GrowthEstimator()
        for sample in series.samples(seed: 11) {
            let line = try JSONLine.encode(stored)
            stored = try JSONLine.decode(GrowthEstimator.self, from: line)
            #expect(stored.add(sample) == straight.add(sample))
        }
        #expect(try JSONLine.encode(stored) == JSONLine.encode(straight))
    }

    @Test("while a bin is open, the order in which its samples come does not matter")
    func orderWithinBin() {
        let early = [0.0, 24].map { sample(hours: $0, coverage: 0.2) }
        let bin = [48.2, 48.5, 48.9, 49.7].map { sample(hours: $0, coverage: $0 / 100) }
        var ordered = GrowthEstimator()
        for sample in early + bin { _ = ordered.add(sample) }
        for shuffled in [Array(bin.reversed()), [bin[2], bin[0], bin[3], bin[1]]] {
            var estimator = GrowthEstimator()
            for sample in early + shuffled { _ = estimator.add(sample) }
            #expect(estimator == ordered)
        }
    }

    @Test("however much is sampled, the state stays small")
    func bounded() throws {
        var series = LogisticSeries()
        series.interval = .seconds(30)
        series.days = 9
        series.ratePerDay = 0.1
        var estimator = GrowthEstimator()
        for sample in series.samples(seed: 2) { _ = estimator.add(sample) }
        #expect(estimator.binCount <= 85)
        #expect(try JSONLine.encode(estimator).utf8.count < 2600)
    }

    @Test("a bin with more samples than are kept still gives about their median")
    func fullBin() {
        var estimator = GrowthEstimator()
        var generator = SplitMix64(seed: 4)
        var estimate: GrowthEstimate?
        for second in 0..<7000 {
            let coverage = generator.uniform() < 0.3 ? 0.95 : 0.2 + 0.02 * generator.normal()
            estimate = estimator.add(sample(hours: Double(second) / 3600, coverage: coverage))
        }
        #expect(estimator.binCount == 1)
        #expect(abs((estimate?.coverage ?? 0) - 0.21) < 0.03)
    }

    @Test(
        "a stored state that can't be one is refused with the reason",
        arguments: [
            ("[7200,14400]", "[1]", "2 times and 1 levels"),
            ("[14400,7200]", "[1,2]", "must ascend"), ("[7200,7200]", "[1,2]", "must ascend"),
            ("[9223372036854775807]", "[1]", "between 1677 and 2262"),
            ("[7200]", "[60000]", "outside -55175...55175"),
            (numbers(86), numbers(86), "at most 85"),
        ])
    func damagedState(seconds: String, levels: String, reason: String) throws {
        let line =
            #"{"bins":{"seconds":\#(seconds),"levels":\#(levels),"openLevels":[1],"#
            + #""openSince":14400}}"#
        let error = #expect(throws: JSONLineError.self) {
            try JSONLine.decode(GrowthEstimator.self, from: line)
        }
        #expect(error?.description.contains(reason) == true)
    }

    private static func numbers(_ count: Int) -> String { "\(Array(1...count))" }
}
