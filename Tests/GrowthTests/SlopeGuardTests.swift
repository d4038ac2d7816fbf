import Growth
import Testing
import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The guard that tells growth from a mat that came: half days against a slope and against a step.
@Suite struct SlopeGuardTests {
    @Test(
        "a line is a slope, and so is one that begins late; a step and a fall are none",
        arguments: [
            ([-3.0, -2.7, -2.4, -2.1, -1.8, -1.5, -1.2, -0.9], true),
            ([-3.0, -3.0, -3.0, -3.0, -1.0, -1.0, -1.0, -1.0], false),
            ([-3.0, -2.9, -3.1, -3.0, -3.0, -2.9, -3.1, -1.0], false),
            ([-3.0, -3.0, -3.0, -3.0, -3.0, -2.7, -2.4, -2.1], true),
            ([-3.0, -3.0, -3.0, -3.0, -3.0, -3.0, -2.0, -1.0], false),
            ([-0.9, -1.2, -1.5, -1.8, -2.1, -2.4, -2.7, -3.0], false),
            ([-3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5], true),
            ([-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0], false),
            // By hand: line 0.036 against step (2 | 3) 0.0667, and 0.7 of that is 0.0467.
            ([-3.0, -2.8, -2.3, -2.2, -2.0], true),
            // By hand: line 0.056 against step (2 | 3) 0.0467, and 0.7 of that is 0.0327.
            ([-3.0, -2.8, -2.2, -2.2, -2.0], false),
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

    @Test("a mat that came half a day ago is known from growth by its half days")
    func halfDays() {
        func verdict(rise: (Double) -> Double) -> Bool {
            var estimator = GrowthEstimator()
            let samples = stride(from: 0.0, to: 8 * 24, by: 4).map { hours in
                sample(hours: hours, coverage: 1 / (1 + exp(3 - rise(hours / 24))))
            }
            return estimator.addAll(samples).last?.isSlopeRatherThanStep ?? false
        }
        #expect(verdict { 0.3 * max(0, $0 - 5) })
        #expect(!verdict { $0 < 5 ? 0 : 0.9 })
        #expect(!verdict { $0 < 7.5 ? 0 : 0.9 })
    }

    @Test("a half day counts as the median of its bins")
    func medians() {
        var estimator = GrowthEstimator()
        let samples = (0..<8).flatMap { day in
            [1.0, 4, 8].map { hour in
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
