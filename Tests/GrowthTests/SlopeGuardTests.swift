import Growth
import Testing
import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The guard that tells growth from a mat that came: daily levels against a line and against a step.
@Suite struct SlopeGuardTests {
    @Test(
        "a line is a slope, a step is none",
        arguments: [
            ([-3.0, -2.7, -2.4, -2.1, -1.8, -1.5, -1.2, -0.9], true),
            ([-3.0, -3.0, -3.0, -3.0, -1.0, -1.0, -1.0, -1.0], false),
            ([-3.0, -2.9, -3.1, -3.0, -3.0, -2.9, -3.1, -1.0], false),
            // By hand: line 0.0933 against step (2 | 3) 0.1667, and 0.8 of that is 0.1333.
            ([-3.0, -2.8, -2.3, -2.2, -2.0], true),
        ])
    func shapes(levels: [Double], isSlope: Bool) {
        #expect(verdict(days: Array(levels.indices), levels: levels) == isSlope)
    }

    @Test("fewer than five of the last eight days can't tell")
    func fewDays() {
        #expect(!verdict(days: [0, 1, 2, 3], levels: [-3, -2.7, -2.4, -2.1]))
        #expect(!verdict(days: [0, 1, 2, 3, 8], levels: [-3, -2.7, -2.4, -2.1, -0.6]))
        #expect(verdict(days: [0, 1, 2, 3, 7], levels: [-3, -2.7, -2.4, -2.1, -0.9]))
    }

    @Test("a day counts as the median of its bins")
    func medians() {
        var estimator = GrowthEstimator()
        let samples = (0..<8).flatMap { day in
            [0.0, 4, 8].map { hour in
                let level = -3 + 0.3 * Double(day) + (hour == 4 && day == 3 ? 3 : 0)
                return sample(
                    hours: 24 * Double(day) + hour, coverage: 1 / (1 + exp(-level)))
            }
        }
        #expect(estimator.addAll(samples).last?.isSlopeRatherThanStep == true)
    }

    private func verdict(days: [Int], levels: [Double]) -> Bool {
        let samples = zip(days, levels).map { day, level in
            sample(hours: 24 * Double(day) + 12, coverage: 1 / (1 + exp(-level)))
        }
        return lastStep(samples)?.isSlopeRatherThanStep ?? false
    }
}
