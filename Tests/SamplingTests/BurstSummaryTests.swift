import Sampling
import Testing
import Vocabulary

@Suite struct BurstSummaryTests {
    private static func refusal(_ reason: GapReason, _ detail: String) -> QualityGate.Refusal {
        QualityGate.Refusal(reason: reason, detail: detail)
    }

    private static func accepted(_ coverage: Double) -> SamplingReport.Verdict {
        .accepted(
            CoverageReading(
                coverage: coverage, visibleShare: 1, sigmaLogit: 0.2, frames: 1, model: "test-1"))
    }

    private func summary(
        good: Int, degradations: [Double] = [], refusals: [QualityGate.Refusal] = []
    ) -> BurstSummary {
        var summary = BurstSummary()
        for number in 0..<good {
            var degradation = Degradation()
            if number < degradations.count { degradation.glareShare = degradations[number] }
            summary.add(degradation)
        }
        for refusal in refusals { summary.add(refusal) }
        return summary
    }

    @Test("the figures are those of the last good frame, and the good frames are counted")
    func lastGoodFrame() throws {
        let summary = summary(good: 3, refusals: [Self.refusal(.black, "Too dark.")])
        #expect(summary.goodCount == 3)
        #expect(summary.refusal == nil)
        let reading = try #require(summary.verdict(ofMeasured: Self.accepted(0.3)).reading)
        #expect(reading.coverage == 0.3)
        #expect(reading.frames == 3)
        #expect(reading.sigmaLogit == 0.2)
    }

    @Test("a last good frame of which too little can be judged refuses the burst")
    func littleVisible() {
        let refused = SamplingReport.Verdict.rejected(reason: .littleVisible, detail: "41 %")
        #expect(summary(good: 2).verdict(ofMeasured: refused) == refused)
    }

    @Test("without a good frame the commonest reason is given, the first among equals")
    func commonestReason() {
        var summary = BurstSummary()
        summary.add(Self.refusal(.noColour, "grey"))
        #expect(summary.refusal == Self.refusal(.noColour, "grey"))
        summary.add(Self.refusal(.black, "dark 1"))
        #expect(summary.refusal == Self.refusal(.noColour, "grey"))
        summary.add(Self.refusal(.black, "dark 2"))
        #expect(summary.refusal == Self.refusal(.black, "dark 1"))
        #expect(summary.goodCount == 0)
    }

    @Test("the deviation grows by the median of what the degradations ask for")
    func degradation() throws {
        let degraded = summary(good: 3, degradations: [0, 0.3, 0.2])
        let reading = try #require(degraded.verdict(ofMeasured: Self.accepted(0.3)).reading)
        #expect(abs(reading.sigmaLogit / 0.2 - 1.6) < 1e-9)
    }

    @Test("rain in as many frames as are good refuses the burst; in fewer it does not")
    func rain() {
        let rain = Self.refusal(.rain, "wet")
        #expect(summary(good: 1, refusals: [rain]).refusal == rain)
        #expect(summary(good: 2, refusals: [rain]).refusal == nil)
        let dark = [Self.refusal(.black, "dark"), Self.refusal(.black, "darker"), rain]
        #expect(summary(good: 0, refusals: dark).refusal == dark[0])
    }

    @Test("no frames refuse nothing")
    func empty() {
        #expect(BurstSummary().refusal == nil)
        #expect(BurstSummary().goodCount == 0)
    }
}
