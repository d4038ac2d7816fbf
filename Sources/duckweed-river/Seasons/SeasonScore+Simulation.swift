import Evaluation
import SyntheticRiver

extension SeasonScore {
    /// Camera-years that one task simulates and scores, one after the other.
    private static let yearsAtOnce = 10

    /// Scores all camera-years of a plan, on all cores.
    ///
    /// Each task holds one camera-year at a time. Parts are added in their order, so that equal
    /// plans give equal bits.
    init(_ plan: SeasonPlan) async {
        let starts = stride(from: 0, to: plan.years, by: Self.yearsAtOnce)
        let parts = await withTaskGroup(of: (Int, SeasonScore).self) { group in
            for start in starts {
                group.addTask {
                    let end = min(plan.years, start + Self.yearsAtOnce)
                    return (start, Self.part(of: plan, start..<end))
                }
            }
            return await group.reduce(into: [Int: SeasonScore]()) { $0[$1.0] = $1.1 }
        }
        self.init()
        for (_, part) in parts.sorted(by: { $0.key < $1.key }) { self += part }
    }

    private static func part(of plan: SeasonPlan, _ numbers: Range<Int>) -> SeasonScore {
        var score = SeasonScore()
        for number in numbers {
            let year = CameraYear(plan, number: number)
            score.add(
                samples: year.samples,
                truth: GrowthTruth(
                    start: year.start, step: year.truthStep, coverage: year.coverage,
                    ratePerDay: year.ratePerDay),
                hasBloom: year.hasBloom)
        }
        return score
    }
}
