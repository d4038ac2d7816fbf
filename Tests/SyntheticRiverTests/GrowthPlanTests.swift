import Glibc
import SyntheticRiver
import Testing
import Vocabulary

@Suite struct GrowthPlanTests {
    @Test("logit coverage rises by the rate each day")
    func logistic() {
        let plan = GrowthPlan(initialCoverage: 0.03, ratePerDay: 0.25)
        for day in 0..<40 {
            let (today, next) = (
                plan.coverage(afterDays: Double(day)), plan.coverage(afterDays: Double(day + 1))
            )
            let rise = logit(next) - logit(today)
            #expect(abs(rise - 0.25) < 1e-9)
        }
        #expect(abs(plan.coverage(afterDays: 0) - 0.03) < 1e-12)
    }

    @Test("clean water stays clean and full cover stays full", arguments: [0.0, 1.0])
    func fixedPoints(coverage: Double) {
        let plan = GrowthPlan(initialCoverage: coverage, ratePerDay: 0.4)
        #expect(plan.coverage(afterDays: 30) == coverage)
    }

    @Test("a harvest takes the mats out, and what it leaves grows again")
    func harvest() {
        let plan = GrowthPlan(
            initialCoverage: 0.1, ratePerDay: 0.2, harvestDay: 10, coverageAfterHarvest: 0.02)
        #expect(plan.coverage(afterDays: 9.99) > 0.4)
        #expect(abs(plan.coverage(afterDays: 10) - 0.02) < 1e-12)
        #expect(plan.coverage(afterDays: 15) > 0.04)
    }

    @Test("a harvest never adds plants")
    func harvestOfLittle() {
        let plan = GrowthPlan(
            initialCoverage: 0.001, ratePerDay: 0, harvestDay: 1, coverageAfterHarvest: 0.02)
        #expect(abs(plan.coverage(afterDays: 2) - 0.001) < 1e-12)
    }

    @Test("a plan's samples lie evenly in time")
    func sampleTimes() {
        let plan = FixtureClip.bloom.plan
        #expect(plan.time(ofSample: 0).description == "2026-06-01T00:00:00Z")
        #expect(plan.time(ofSample: 63).description == "2026-06-16T18:00:00Z")
        #expect(abs(plan.coverage(ofSample: 0) - 0.03) < 1e-12)
        #expect(plan.coverage(ofSample: 63) >= 0.6)
    }

    @Test(
        "an interval is read and written in its largest unit",
        arguments: [("6h", "6h"), ("90m", "90m"), ("3600s", "1h"), ("24h", "1d")])
    func spacing(text: String, canonical: String) {
        #expect(SampleSpacing(text)?.description == canonical)
    }

    @Test("what is no interval is refused", arguments: ["", "6", "h", "0h", "-1h", "1.5h", "6w"])
    func noSpacing(text: String) {
        #expect(SampleSpacing(text) == nil)
    }

    private func logit(_ share: Double) -> Double { log(share / (1 - share)) }
}
