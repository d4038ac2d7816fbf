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
    /// Ten days of half days, flat at −3 until `onset`, and from there on by `rise` of the half days since.
    private static func shape(onset: Int, rise: (Double) -> Double) -> RiseShape {
        RiseShape(
            ofHalfDays: (0..<20).map { -3 + ($0 < onset ? 0 : rise(Double($0 - onset))) })
    }

    @Test("a slope is growth, and so is one that began days ago")
    func slopes() {
        #expect(Self.shape(onset: 0) { 0.15 * $0 }.isSlopeRatherThanStep)
        // By hand: the best step leaves 1.125, which is 9 in log odds; a rate of 0.3 costs 0.4 of it.
        #expect(Self.shape(onset: 9) { 0.15 * $0 }.isSlopeRatherThanStep)
        // By hand: the best step leaves 0.21, which is 1.7 in log odds: not sure enough yet.
        #expect(!Self.shape(onset: 13) { 0.15 * $0 }.isSlopeRatherThanStep)
    }

    @Test("a step is none, whenever it came", arguments: [1, 5, 10, 16, 19])
    func steps(onset: Int) {
        #expect(!Self.shape(onset: onset) { _ in 1 }.isSlopeRatherThanStep)
        #expect(!Self.shape(onset: onset) { _ in 3 }.isSlopeRatherThanStep)
    }

    @Test("what does not rise is none")
    func falls() {
        #expect(!Self.shape(onset: 0) { -0.15 * $0 }.isSlopeRatherThanStep)
        #expect(!Self.shape(onset: 10) { _ in -2 }.isSlopeRatherThanStep)
        #expect(!Self.shape(onset: 20) { _ in 0 }.isSlopeRatherThanStep)
    }

    @Test("fewer than four days can't tell")
    func fewDays() {
        let slope = (0..<8).map { -3 + 0.4 * Double($0) }
        #expect(!RiseShape(ofHalfDays: Array(slope.prefix(6))).isSlopeRatherThanStep)
        #expect(RiseShape(ofHalfDays: slope).isSlopeRatherThanStep)
    }

    @Test("the fastest plants are growth as well: they double in 1.3 days")
    func fastest() {
        #expect(Self.shape(onset: 10) { 0.26 * $0 }.isSlopeRatherThanStep)
    }

    @Test("on a noisy camera more must have risen")
    func noise() {
        func verdict(wobble: Double) -> Bool {
            var estimator = GrowthEstimator()
            let samples = stride(from: 0.0, to: 20 * 24, by: 4).enumerated().map { number, hours in
                // The same wobble each second day, so that a slope and a step leave as much of it.
                let noise = wobble * (number % 2 == 0 ? 1 : -1)
                let level = -3 + 0.2 * max(0, hours / 24 - 13) + noise
                return sample(hours: hours, coverage: 1 / (1 + exp(-level)))
            }
            return estimator.addAll(samples).last?.rise.isSlopeRatherThanStep ?? false
        }
        #expect(verdict(wobble: 0))
        #expect(!verdict(wobble: 1))
    }

    @Test("plants that grow after a harvest are growth; the harvest is no part of it")
    func afterHarvest() {
        var estimator = GrowthEstimator()
        let samples = stride(from: 0.0, to: 20 * 24, by: 2).map { hours in
            let days = hours / 24
            let level = days < 12 ? 0.5 : -3 + 0.3 * (days - 12)
            return sample(hours: hours, coverage: 1 / (1 + exp(-level)))
        }
        let last = estimator.addAll(samples).last
        #expect((last?.latestLevelStep?.sizeLogit ?? 0) < -2)
        #expect(last?.rise.isSlopeRatherThanStep == true)
    }

    @Test("a half day counts as the median of its bins")
    func medians() {
        var estimator = GrowthEstimator()
        let samples = (0..<10).flatMap { day in
            [1.0, 4, 8].map { hour in
                let level = -3 + 0.3 * Double(day) + (hour == 4 && day == 3 ? 3 : 0)
                return sample(
                    hours: 24 * Double(day) + hour, coverage: 1 / (1 + exp(-level)))
            }
        }
        #expect(estimator.addAll(samples).last?.rise.isSlopeRatherThanStep == true)
    }
}
