import Growth
import JSONLines
import Testing
import Vocabulary

/// Probabilities, quantiles and forecasts of a posterior, against figures from elsewhere.
@Suite struct PosteriorTests {
    @Test("one normal distribution has the quantiles and tails of the tables")
    func normal() {
        let rate = posterior(weight: 1).rate
        // 0.2 ± 1.6449 × 0.05
        #expect(abs(rate.interval.lowerBound - 0.117757) < 1e-5)
        #expect(abs(rate.median - 0.2) < 1e-5)
        #expect(abs(rate.interval.upperBound - 0.282243) < 1e-5)
        // One deviation above the mean: 15.866 %.
        #expect(abs(posterior(weight: 1).probability(rateAbove: 0.25) - 0.158655) < 1e-6)
    }

    @Test("half of two distributions far apart: the quantiles are those of their tails")
    func farApart() {
        // 5 % of all is 10 % of the lower one: 0 − 1.28155 × 0.01; and so above.
        let mixture = mixture(0.5, 0, 0.01, 5, 0.01)
        #expect(abs(mixture.interval.lowerBound + 0.0128155) < 1e-5)
        #expect(abs(mixture.interval.upperBound - 5.0128155) < 1e-5)
        #expect((0.02...4.98).contains(mixture.median))
    }

    @Test(
        "a quantile is the value with that probability below it",
        arguments: [0.001, 0.05, 0.2, 0.5, 0.8, 0.95, 0.9999], [0.0, 0.05, 0.3, 2])
    func inverse(weight: Double, gap: Double) {
        let mixture = mixture(weight, 0, 0.05, gap, 0.14)
        #expect(abs(mixture.probability(above: mixture.interval.lowerBound) - 0.95) < 1e-4)
        #expect(abs(mixture.probability(above: mixture.median) - 0.5) < 1e-4)
        #expect(abs(mixture.probability(above: mixture.interval.upperBound) - 0.05) < 1e-4)
    }

    @Test("coverage is judged at its biological level, and seen with the drift")
    func coverage() {
        var belief = belief(weight: 1)
        belief = RegimeBelief(
            weight: 1, level: 0, rate: 0.2, drift: -1, covariance: belief.covariance)
        let posterior = GrowthPosterior(
            time: june, beliefs: RegimeBank(quiet: belief, growing: self.belief(weight: 0)))
        #expect(posterior.coverage == 0.5)
        #expect(abs(posterior.visibleCoverage - 0.268941) < 1e-6)
        #expect(abs(posterior.probability(coverageAtLeast: 0.5) - 0.5) < 1e-9)
        // logit 0.55 is 0.200671, one deviation above.
        #expect(abs(posterior.probability(coverageAtLeast: 0.549834) - 0.158655) < 1e-5)
        #expect(posterior.probability(coverageAtLeast: 0) == 1)
        #expect(posterior.probability(coverageAtLeast: 1) == 0)
    }

    @Test("the forecast moves with the rate and loses certainty")
    func forecast() {
        let posterior = posterior(weight: 0.01)
        let today = posterior.probability(coverageAtLeast: 0.6)
        let later = (1...7).map { posterior.probability(coverageAtLeast: 0.6, afterDays: $0) }
        #expect(posterior.probability(coverageAtLeast: 0.6, afterDays: 0) == today)
        #expect(today < 0.05)
        #expect(zip(later, later.dropFirst()).allSatisfy(<))
        #expect((0.7...0.95).contains(later[6]), "\(later)")
    }

    @Test("the time to a threshold has a band, and ends at two weeks")
    func timeToThreshold() {
        let posterior = posterior(weight: 0.01)
        let forecast = posterior.daysUntil(coverage: 0.6)
        // From logit 0 to 0.405 at 0.2 per day: two days.
        #expect(forecast.likely == 2 || forecast.likely == 3)
        #expect((forecast.earliest ?? 99) < (forecast.likely ?? 0))
        #expect((forecast.latest ?? 99) > (forecast.likely ?? 99))
        #expect(posterior.daysUntil(coverage: 0.1).latest == 0)
        #expect(posterior.daysUntil(coverage: 0.9999) == ThresholdForecast())
    }

    @Test("a posterior that was stored is the same")
    func stored() throws {
        var estimator = GrowthEstimator()
        _ = estimator.addAll((0..<30).map { sample(hours: 5 * Double($0), coverage: 0.2) })
        let posterior = try #require(estimator.posterior)
        let line = try JSONLine.encode(posterior)
        #expect(try JSONLine.decode(GrowthPosterior.self, from: line) == posterior)
    }

    private func belief(weight: Double) -> RegimeBelief {
        RegimeBelief(
            weight: weight, level: 0, rate: 0.2, drift: 0,
            covariance: StateCovariance(level: 0.04, rate: 0.0025, drift: 0.04))
    }

    private func posterior(weight: Double) -> GrowthPosterior {
        GrowthPosterior(
            time: june,
            beliefs: RegimeBank(
                quiet: belief(weight: weight), growing: belief(weight: 1 - weight)))
    }

    private func mixture(
        _ weight: Double, _ mean: Double, _ deviation: Double, _ otherMean: Double,
        _ otherDeviation: Double
    ) -> NormalMixture {
        NormalMixture(
            first: .init(weight: weight, mean: mean, standardDeviation: deviation),
            second: .init(
                weight: 1 - weight, mean: otherMean, standardDeviation: otherDeviation))
    }
}
