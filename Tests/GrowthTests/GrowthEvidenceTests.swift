import Growth
import SimulatedSeries
import Testing
import Vocabulary

/// When a rate is published, and why not.
@Suite struct GrowthEvidenceTests {
    @Test("one bin a day: four bins on four days")
    func sparse() {
        #expect(withheld(hours: [12, 36, 60]) == .tooLittleEvidence)
        #expect(withheld(hours: [12, 36, 60, 84]) != .tooLittleEvidence)
        #expect(withheld(hours: [12, 36, 60, 61, 62]) == .tooLittleEvidence)
        // Every third day, so that the four bins lie in ten days.
        #expect(withheld(hours: [12, 84, 156, 228]) != .tooLittleEvidence)
    }

    @Test("several bins a day: twelve bins on four days of the last seven")
    func frequent() {
        let day = [0.0, 4, 8, 12]
        let three = (0..<3).flatMap { number in day.map { $0 + 24 * Double(number) } }
        #expect(withheld(hours: three) == .tooLittleEvidence)
        #expect(withheld(hours: three + [72]) != .tooLittleEvidence)
        let few = (0..<4).flatMap { number in
            [0.0, 4, 8].dropLast(number == 0 ? 1 : 0).map { $0 + 24 * Double(number) }
        }
        #expect(withheld(hours: few) == .tooLittleEvidence)
    }

    @Test("settings can ask for more")
    func settings() {
        var settings = GrowthSettings()
        settings.evidence.sparse = EvidenceSettings.Need(days: 6, bins: 6, within: 14)
        let hours = (0..<5).map { 24 * Double($0) }
        #expect(withheld(hours: hours, settings) == .tooLittleEvidence)
        #expect(withheld(hours: hours + [120], settings) != .tooLittleEvidence)
    }

    @Test(
        "nearly empty and nearly full water have no rate",
        arguments: [
            (0.0, GrowthEstimate.WithheldReason.belowDetection), (0.015, .belowDetection),
            (0.9, .saturated), (1.0, .saturated),
        ])
    func outOfRange(coverage: Double, reason: GrowthEstimate.WithheldReason) throws {
        let last = try #require(
            lastStep((0...6).map { sample(hours: 24 * Double($0), coverage: coverage) })
        ).estimate
        #expect(last.withheld == reason)
        #expect(!last.published)
        #expect(last.rate == nil && last.rateLow == nil && last.doublingDays == nil)
        #expect((0.0...1).contains(last.levelLow))
        #expect(last.levelLow <= last.coverage && last.coverage <= last.levelHigh)
        #expect(last.levelHigh <= 1)
    }

    @Test("a rate that the noise hides is given with its interval, but not published")
    func tooUncertain() throws {
        var settings = GrowthSettings()
        settings.widestDeviation = 0.03
        var estimator = GrowthEstimator()
        let steps = estimator.addAll(
            (0...6).map { sample(hours: 24 * Double($0), coverage: 0.1 + 0.05 * Double($0)) },
            settings: settings)
        let estimate = try #require(steps.last).estimate
        #expect(estimate.withheld == .tooUncertain)
        #expect(!estimate.published)
        #expect(try #require(estimate.rateLow) < (try #require(estimate.rateHigh)))
    }

    @Test("after a silence of more than 10 days the rate starts again", arguments: [9.0, 11])
    func longSilence(days: Double) throws {
        var estimator = GrowthEstimator()
        _ = estimator.addAll((0...8).map { sample(hours: 24 * Double($0), coverage: 0.2) })
        let step = try estimator.judged(sample(hours: 24 * (8 + days), coverage: 0.5))
        #expect(step.binCount == (days > 10 ? 1 : 10))
        #expect((step.estimate.withheld == .tooLittleEvidence) == (days > 10))
    }

    @Test("the longer the silence, the less is known, and never more than at the start")
    func silence() throws {
        let spreads = try [1.0, 3, 6, 9].map { days in
            var estimator = GrowthEstimator()
            _ = estimator.addAll((0...40).map { sample(hours: 6 * Double($0), coverage: 0.2) })
            let step = try estimator.judged(sample(hours: 240 + 24 * days, coverage: 0.2))
            return step.posterior.level.standardDeviation
        }
        #expect(spreads == spreads.sorted())
        #expect(spreads.allSatisfy { $0 < 1 })
    }

    @Test("a sample that is late by a bin, or is not a number, changes nothing")
    func passedOver() {
        var estimator = GrowthEstimator()
        _ = estimator.addAll(
            stride(from: 0.0, through: 96, by: 6).map { sample(hours: $0, coverage: 0.2) })
        let before = estimator
        #expect(estimator.add(sample(hours: 95, coverage: 0.9)) == nil)
        #expect(estimator.add(sample(hours: 97, coverage: .nan)) == nil)
        #expect(estimator.add(sample(hours: 97, coverage: .infinity)) == nil)
        #expect(estimator == before)
    }

    @Test("with no sample that could be used, nothing is claimed")
    func nothingKnown() {
        var estimator = GrowthEstimator()
        #expect(estimator.add(sample(hours: 0, coverage: .nan)) == nil)
        #expect(estimator.estimate(of: "lock-3") == nil)
        #expect(estimator.posterior == nil)
        #expect(estimator.closeBin(at: june, of: "lock-3") == nil)
    }

    private func withheld(
        hours: [Double], _ settings: GrowthSettings = .standard
    ) -> GrowthEstimate.WithheldReason? {
        var estimator = GrowthEstimator()
        let steps = estimator.addAll(
            hours.map { sample(hours: $0, coverage: 0.2) }, settings: settings)
        return steps.last?.estimate.withheld
    }
}
