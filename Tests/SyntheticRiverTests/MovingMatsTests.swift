import SyntheticRiver
import Testing
import Vocabulary

/// Mats that drift, are cut in lanes, or are flushed away.
@Suite struct MovingMatsTests {
    private func truth(
        growth: GrowthPlan, drift: DriftPlan? = nil, samples: Int = 8
    ) throws -> [KeyframeTruth] {
        let plan = ClipPlan(
            site: .canal(width: 192, height: 108), seed: 7, start: FixtureClip.start,
            every: .hours6,
            sampleCount: samples, growth: growth, framesPerSample: 1, drift: drift)
        var film = try RiverFilm(plan)
        return film.play { _ in }.keyframes
    }

    @Test("without growth, drift alone changes what is seen, and only a little on average")
    func drift() throws {
        let still = GrowthPlan(initialCoverage: 0.3, ratePerDay: 0)
        let coverage = try truth(
            growth: still, drift: DriftPlan(rightMetresPerHour: 3), samples: 24
        ).map(\.coverageImage)
        #expect(abs(coverage[0] - 0.3) < 1e-4)
        #expect((coverage.max() ?? 0) - (coverage.min() ?? 0) > 0.03)
        #expect(abs(coverage.reduce(0, +) / 24 - 0.3) < 0.12)
    }

    @Test("mats that drift keep their shape: moved back, they are the same")
    func driftedShape() throws {
        let still = GrowthPlan(initialCoverage: 0.3, ratePerDay: 0)
        let away = try truth(
            growth: still, drift: DriftPlan(rightMetresPerHour: 5), samples: 2)
        let back = try truth(
            growth: still, drift: DriftPlan(rightMetresPerHour: -5), samples: 2)
        let calm = try truth(growth: still, samples: 2)
        #expect(away[0].coverageImage == calm[0].coverageImage)
        #expect(away[1].coverageImage != calm[1].coverageImage)
        #expect(away[1].coverageImage != back[1].coverageImage)
    }

    @Test("a harvest in lanes leaves the share of the lanes between")
    func lanes() throws {
        func coverage(_ strips: HarvestStrips?) throws -> [Double] {
            try truth(
                growth: GrowthPlan(
                    initialCoverage: 0.4, ratePerDay: 0, harvestDay: 1, coverageAfterHarvest: 0,
                    harvestStrips: strips)
            ).map(\.coverageImage)
        }
        let (all, lanes) = (
            try coverage(nil), try coverage(HarvestStrips(cutMetres: 3, leftMetres: 3))
        )
        #expect(all[3] == lanes[3])
        #expect(all[4] == 0)
        #expect((0.1...0.3).contains(lanes[4]))
    }

    @Test("a flush carries all off, and plants grow again from what it left")
    func flush() throws {
        let keyframes = try truth(
            growth: GrowthPlan(
                initialCoverage: 0.3, ratePerDay: 0.5, flushDay: 1, coverageAfterFlush: 0.01))
        #expect(keyframes[3].coverageImage > 0.3)
        #expect(abs(keyframes[4].coverageImage - 0.01) < 1e-3)
        #expect(keyframes[7].coverageImage > 1.2 * keyframes[4].coverageImage)
        #expect(keyframes.allSatisfy { $0.expected == .accept })
    }

    @Test("harvest and flush act in the order of their days")
    func order() {
        let plan = GrowthPlan(
            initialCoverage: 0.5, ratePerDay: 0, harvestDay: 4, coverageAfterHarvest: 0.2,
            flushDay: 2, coverageAfterFlush: 0.1)
        #expect([1, 3, 5].map { plan.coverage(afterDays: $0) } == [0.5, 0.1, 0.1])
    }
}
