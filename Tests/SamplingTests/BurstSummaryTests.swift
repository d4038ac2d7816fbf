import Sampling
import Testing
import Vocabulary

@Suite struct BurstSummaryTests {
    @Test("the figures are the medians over the good frames")
    func medians() throws {
        var summary = BurstSummary()
        for coverage in [0.3, 0.9, 0.2] {
            summary.add(.accepted(Self.reading(coverage)))
            summary.add(.rejected(reason: .black, detail: "Too dark."))
        }
        guard case .accepted(let reading) = try #require(summary.verdict) else {
            Issue.record("the burst was refused")
            return
        }
        #expect(reading.coverage == 0.3)
        #expect(reading.frames == 3)
    }

    @Test("without a good frame the commonest reason is given, the first among equals")
    func commonestReason() {
        var summary = BurstSummary()
        summary.add(.rejected(reason: .noColour, detail: "grey"))
        #expect(summary.verdict == .rejected(reason: .noColour, detail: "grey"))
        summary.add(.rejected(reason: .black, detail: "dark 1"))
        #expect(summary.verdict == .rejected(reason: .noColour, detail: "grey"))
        summary.add(.rejected(reason: .black, detail: "dark 2"))
        #expect(summary.verdict == .rejected(reason: .black, detail: "dark 1"))
        #expect(!summary.hasReading)
    }

    @Test("the deviation grows by the median of what the degradations ask for")
    func degradation() throws {
        var summary = BurstSummary()
        for share in [0.0, 0.3, 0.2] {
            var degradation = Degradation()
            degradation.glareShare = share
            summary.add(.accepted(Self.reading(0.3)), degradation: degradation)
        }
        guard case .accepted(let reading) = try #require(summary.verdict) else {
            Issue.record("the burst was refused")
            return
        }
        var alone = BurstSummary()
        alone.add(.accepted(Self.reading(0.3)))
        guard case .accepted(let clean) = try #require(alone.verdict) else {
            Issue.record("the frame was refused")
            return
        }
        #expect(abs(reading.sigmaLogit / clean.sigmaLogit - 1.6) < 1e-9)
    }

    @Test("rain in as many frames as are good refuses the burst; in fewer it does not")
    func rain() {
        var summary = BurstSummary()
        summary.add(.accepted(Self.reading(0.3)))
        summary.add(.rejected(reason: .rain, detail: "wet"))
        #expect(summary.verdict == .rejected(reason: .rain, detail: "wet"))
        summary.add(.accepted(Self.reading(0.3)))
        #expect(summary.verdict?.reason == nil)
        var dark = BurstSummary()
        dark.add(.rejected(reason: .black, detail: "dark"))
        dark.add(.rejected(reason: .black, detail: "dark"))
        dark.add(.rejected(reason: .rain, detail: "wet"))
        #expect(dark.verdict == .rejected(reason: .black, detail: "dark"))
    }

    @Test("no frames give no verdict")
    func empty() { #expect(BurstSummary().verdict == nil) }

    private static func reading(_ coverage: Double) -> CoverageReading {
        CoverageReading(
            coverage: coverage, visibleShare: 1, sigmaLogit: 0.2, frames: 1, model: "test-1")
    }
}
