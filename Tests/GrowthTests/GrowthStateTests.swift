import Growth
import JSONLines
import SimulatedSeries
import Testing
import Vocabulary

/// The state: bounded, the same for the same input, whole after it has been stored.
@Suite struct GrowthStateTests {
    @Test(
        "a run that is stored and taken up at any point gives the same bytes",
        arguments: 0..<20 as Range<UInt64>)
    func splitting(seed: UInt64) throws {
        var straight = GrowthEstimator()
        var stored = GrowthEstimator()
        for sample in RandomSeries.samples(seed: seed, count: 400) {
            let line = try JSONLine.encode(stored)
            let decoded = try JSONLine.decode(GrowthEstimator.self, from: line)
            #expect(decoded == stored)
            stored = decoded
            #expect(stored.add(sample) == straight.add(sample))
        }
        #expect(try JSONLine.encode(stored) == JSONLine.encode(straight))
    }

    @Test(
        "whatever comes, every figure is a number and every interval in order",
        arguments: 0..<40 as Range<UInt64>)
    func numbers(seed: UInt64) throws {
        var estimator = GrowthEstimator()
        var steps = 0
        for sample in RandomSeries.samples(seed: seed, count: 2000) {
            guard let step = estimator.add(sample) else { continue }
            steps += 1
            let estimate = step.estimate
            #expect(estimate.levelLow <= estimate.coverage)
            #expect(estimate.coverage <= estimate.levelHigh)
            #expect(estimate.levelLow >= 0 && estimate.levelHigh <= 1)
            if let low = estimate.rateLow, let rate = estimate.rate, let high = estimate.rateHigh {
                #expect(low < rate && rate < high && abs(rate) < 3)
            }
            let posterior = step.posterior
            let weights = posterior.beliefs.quiet.weight + posterior.beliefs.growing.weight
            #expect(abs(weights - 1) < 1e-6)
            #expect(posterior.beliefs.quiet.covariance.isPositive)
            #expect(posterior.beliefs.growing.covariance.isPositive)
            #expect((0.2...12.01).contains(posterior.noiseScale))
        }
        #expect(steps > 100)
    }

    @Test("however much is sampled, the state stays small")
    func bounded() throws {
        var longest = 0
        var estimator = GrowthEstimator()
        for sample in RandomSeries.samples(seed: 3, count: 5000) {
            _ = estimator.add(sample)
            longest = max(longest, try JSONLine.encode(estimator).utf8.count)
        }
        #expect(longest < 2600, "\(longest)")
    }

    @Test("a stored state of another version is refused with its number")
    func version() throws {
        for (state, reason) in [
            (#"{"version":9}"#, "has version 9"), (#"{"bins":{}}"#, "has version 1"),
        ] {
            let error = #expect(throws: JSONLineError.self) {
                try JSONLine.decode(GrowthEstimator.self, from: state)
            }
            #expect(error?.description.contains(reason) == true)
        }
    }

    @Test(
        "a stored state that can't be one is refused with the reason",
        arguments: [
            (#""medians":["#, #""medians":[90000,"#, "one count for each"),
            (#""levels":["#, #""levels":[60000,"#, "ascending order"),
            (#""quiet":["#, #""quiet":[7,"#, "weight of 0…1"),
        ])
    func damaged(part: String, replacement: String, reason: String) throws {
        var estimator = GrowthEstimator()
        _ = estimator.add(sample(hours: 0, coverage: 0.2))
        let line = try JSONLine.encode(estimator).replacing(part, with: replacement)
        let error = #expect(throws: JSONLineError.self) {
            try JSONLine.decode(GrowthEstimator.self, from: line)
        }
        #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
    }
}

extension StateCovariance {
    /// Whether every variance is above zero and no correlation above one (Sylvester's criterion).
    var isPositive: Bool {
        let minor = level * rate - levelRate * levelRate
        let determinant =
            level * (rate * drift - rateDrift * rateDrift)
            - levelRate * (levelRate * drift - rateDrift * levelDrift)
            + levelDrift * (levelRate * rateDrift - rate * levelDrift)
        return level > 0 && rate > 0 && drift > 0 && minor > 0 && determinant > 0
    }
}
