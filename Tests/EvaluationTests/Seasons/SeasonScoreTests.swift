import Evaluation
import Glibc
import Testing
import Vocabulary

/// Scores of camera-years that are so simple that the right score is known.
@Suite struct SeasonScoreTests {
    /// Sixty days of water, a truth every hour, a sample every two hours without any noise.
    private struct Water {
        var level = -3.0
        var rates: (Int) -> Double = { _ in 0 }
        var jumps: [Int: Double] = [:]

        func judged(by methods: [SeasonMethod], hasBloom: Bool = false) -> SeasonScore {
            let start = Timestamp(nanosecondsSinceEpoch: 1_780_272_000_000_000_000)
            var level = level
            var coverage: [Double] = []
            var rates: [Double] = []
            for hour in 0..<60 * 24 {
                level += jumps[hour] ?? 0
                coverage.append(1 / (1 + exp(-level)))
                rates.append(self.rates(hour / 24))
                level += self.rates(hour / 24) / 24
            }
            let samples = stride(from: 0, to: coverage.count, by: 2).map { hour in
                CoverageSample(
                    camera: "lock-3", time: start + .seconds(3600 * hour), coverage: coverage[hour],
                    visibleShare: 1, sigmaLogit: 0.15, frames: 3, model: "none")
            }
            var score = SeasonScore()
            score.add(
                samples: samples,
                truth: GrowthTruth(
                    start: start, step: .seconds(3600), coverage: coverage, ratePerDay: rates),
                hasBloom: hasBloom, methods: methods)
            return score
        }
    }

    private let slopes: [SeasonMethod] = [.leastSquares7, .theilSen7, .theilSen14]

    @Test("flat water gives no alert, no bloom and no error")
    func flat() {
        let score = Water(level: -1.5).judged(by: SeasonMethod.allCases)
        for method in SeasonMethod.allCases {
            let figures = SeasonFigures(score[method].quiet)
            #expect(figures.years == 1 && figures.blooms == 0 && figures.crossings == 0)
            #expect(figures.growthAlertsPerYear == 0 && figures.coverageAlertsPerYear == 0)
            if method != .threeInARow {
                #expect(figures.rates > 40)
                #expect(abs(figures.rateBias ?? 1) < 0.02, "\(method)")
            }
        }
        #expect(score[.live].bloom.years == 0)
    }

    @Test("a bloom is found, its delay counts from the first of three days above 0.15 a day")
    func bloom() {
        let score = Water(rates: { (20..<38).contains($0) ? 0.25 : 0 })
            .judged(by: SeasonMethod.allCases, hasBloom: true)
        for method in slopes + [.live] {
            let figures = SeasonFigures(score[method].bloom)
            #expect(figures.blooms == 1)
            #expect(figures.bloomsFoundShare == 1, "\(method)")
            let delay = figures.bloomDelayMedianDays ?? 0
            #expect(delay > 1 && delay < 12, "\(method): \(delay) days")
            #expect(figures.falseGrowthAlertsPerYear == 0, "\(method)")
        }
        // From 5 % for 18 days at 0.25 to 82 %: coverage reached 30 % and stayed.
        let simple = SeasonFigures(score[.threeInARow].bloom)
        #expect(simple.crossings == 1 && simple.crossingsFoundShare == 1)
        #expect((simple.crossingDelayMedianDays ?? 1) < 0.3)
        #expect(simple.falseCoverageAlertsPerYear == 0)
        #expect(simple.bloomsFoundShare == 0 && simple.rates == 0)
    }

    @Test("a mat that arrives looks like growth to a line through all samples: a false alert")
    func arrival() {
        let score = Water(jumps: [30 * 24: 1.5]).judged(by: [.leastSquares7])
        let figures = SeasonFigures(score[.leastSquares7].quiet)
        #expect(figures.blooms == 0)
        #expect(figures.growthAlertsPerYear == 1)
        #expect(figures.falseGrowthAlertsPerYear == 1)
        #expect((figures.rateRMSE ?? 0) > 0.05)
        #expect((figures.intervalShare ?? 1) < 0.9)
    }

    @Test("a growth alert is right while a three-day mean of 0.06 lies in the last seven days")
    func realGrowth() {
        // Nine days at 0.2 are no bloom of 0.25, but real growth; then an arrival.
        func falseAlerts(arrivalDay: Int) -> Double? {
            let water = Water(
                rates: { (10..<14).contains($0) ? 0.08 : 0 }, jumps: [arrivalDay * 24: 1.5])
            let score = water.judged(by: [.leastSquares7])
            return SeasonFigures(score[.leastSquares7].quiet).falseGrowthAlertsPerYear
        }
        #expect(falseAlerts(arrivalDay: 14) == 0)
        #expect(falseAlerts(arrivalDay: 30) == 1)
    }

    @Test("three samples of glare make a false coverage alert")
    func glare() {
        // Up by three logit units for six hours: 18 % looks like 82 %.
        let water = Water(level: -1.5, jumps: [500: 3, 506: -3])
        let real = SeasonFigures(water.judged(by: [.threeInARow])[.threeInARow].quiet)
        #expect(real.coverageAlertsPerYear == 1 && real.falseCoverageAlertsPerYear == 0)

        // The same measured, while the truth stays flat.
        let start = Timestamp(nanosecondsSinceEpoch: 1_780_272_000_000_000_000)
        let samples = (0..<60).map { index in
            CoverageSample(
                camera: "lock-3", time: start + .seconds(7200 * index),
                coverage: (30..<33).contains(index) ? 0.8 : 0.18, visibleShare: 1, sigmaLogit: 0.15,
                frames: 3, model: "none")
        }
        let truth = GrowthTruth(
            start: start, step: .seconds(3600), coverage: Array(repeating: 0.18, count: 120),
            ratePerDay: Array(repeating: 0, count: 120))
        var score = SeasonScore()
        score.add(samples: samples, truth: truth, hasBloom: false, methods: [.threeInARow])
        let figures = SeasonFigures(score[.threeInARow].quiet)
        #expect(figures.falseCoverageAlertsPerYear == 1 && figures.crossings == 0)
        #expect(figures.falseAlertsPerYear == 1)
    }

    @Test("scores of parts add up to that of the whole")
    func sums() {
        let one = Water(rates: { (20..<38).contains($0) ? 0.25 : 0 })
            .judged(by: [.theilSen7], hasBloom: true)
        var both = one
        both += one
        let single = SeasonFigures(one[.theilSen7].all)
        let double = SeasonFigures(both[.theilSen7].all)
        #expect(double.years == 2 && double.blooms == 2 && double.rates == 2 * single.rates)
        #expect(double.bloomDelayMedianDays == single.bloomDelayMedianDays)
        #expect(abs((double.rateRMSE ?? 0) - (single.rateRMSE ?? 1)) < 1e-12)
    }

    @Test("a bar without a figure is not met")
    func bars() {
        let report = SeasonReport(seed: 1, years: 0, usual: SeasonScore(), noisy: SeasonScore())
        #expect(report.bars.count == 13)
        #expect(report.bars.allSatisfy { !$0.isMet })
        #expect(report.methods.count == 2 * SeasonMethod.allCases.count)
    }
}
