import Glibc
import SyntheticRiver
import Testing
import Vocabulary

/// What many simulated years must be like: the figures that the simulator states.
@Suite struct SeasonStatisticsTests {
    private static let quiet = years(SeasonPlan(years: 100, seed: 5, bloomShare: 0))
    private static let blooming = years(SeasonPlan(years: 60, seed: 6, bloomShare: 1))

    private static func years(_ plan: SeasonPlan) -> [CameraYear] {
        (0..<plan.years).map { CameraYear(plan, number: $0) }
    }

    @Test("a quiet rate has a spread of 0.03 a day and forgets in ten days")
    func quietRate() {
        let tenDays = 480
        var square = 0.0
        var product = 0.0
        var pairs = 0.0
        for year in Self.quiet {
            // Inside of these bounds nothing pulls the rate.
            let isFree = year.coverage.map { $0 > 0.04 && $0 < 0.60 }
            for tick in stride(from: 0, to: isFree.count - tenDays, by: 48)
            where isFree[tick] && isFree[tick + tenDays] {
                square += year.ratePerDay[tick] * year.ratePerDay[tick]
                product += year.ratePerDay[tick] * year.ratePerDay[tick + tenDays]
                pairs += 1
            }
        }
        #expect(pairs > 5000)
        #expect(abs((square / pairs).squareRoot() - 0.03) < 0.003)
        #expect(abs(product / square - exp(-1)) < 0.08)
    }

    @Test("jumps come once in 90 days, half of them arrivals")
    func jumps() {
        let jumps = (Self.quiet + Self.blooming).flatMap(\.jumps)
        let perYear = Double(jumps.count) / 160
        #expect(abs(perYear - 365.0 / 90) < 0.5)
        let arrivals = jumps.filter { $0.cause == .arrival }
        #expect(abs(Double(arrivals.count) / Double(jumps.count) - 0.5) < 0.07)
        #expect(arrivals.allSatisfy { (0.8...1.8).contains($0.sizeLogit) })
        let removals = jumps.filter { $0.cause != .arrival }
        #expect(removals.allSatisfy { (-3.5 ... -1.2).contains($0.sizeLogit) })
        #expect(Set(removals.map(\.cause)) == [.harvest, .flush])
    }

    @Test("15 % of samples are missing, and about a sixth of the days")
    func absence() {
        var samples = 0
        var days = 0
        for year in Self.quiet {
            samples += year.samples.count
            days +=
                Set(year.samples.map { ($0.time - year.start).components.seconds / 86_400 }).count
        }
        // 25 looks from 6 to 18 o'clock, both included.
        #expect(abs(Double(samples) / Double(days * 25) - 0.85) < 0.005)
        // 12 % by themselves, and about 6.5 % in outages.
        let lost = 1 - Double(days) / Double(365 * Self.quiet.count)
        #expect(abs(lost - 0.177) < 0.02)
    }

    @Test("the usual camera errs by 0.32 logit, cameras differ, and noise multiplies it")
    func noise() {
        let usual = Self.quiet.compactMap { Self.spread(of: $0) }.sorted()
        #expect(usual.count > 60)
        let median = usual[usual.count / 2]
        #expect(abs(median - 0.315) < 0.05)
        // Spread exp(0.4): two of three cameras lie within a factor of 1.5.
        #expect(usual[usual.count / 6] < 0.8 * median && usual[usual.count * 5 / 6] > 1.25 * median)

        let noisy = Self.years(SeasonPlan(years: 100, seed: 5, bloomShare: 0, noise: 4))
            .compactMap { Self.spread(of: $0) }.sorted()
        #expect(abs(noisy[noisy.count / 2] / median - 4) < 0.6)
    }

    /// Robust standard deviation of a camera's errors in logit units where a third of the water is
    /// covered, so that the error of segmentation weighs little.
    private static func spread(of year: CameraYear) -> Double? {
        let errors = year.samples.compactMap { sample -> Double? in
            guard let truth = year.truth(at: sample.time), (0.1...0.9).contains(truth.coverage),
                sample.coverage > 0, sample.coverage < 1
            else { return nil }
            return log(sample.coverage / (1 - sample.coverage))
                - log(truth.coverage / (1 - truth.coverage))
        }
        guard errors.count > 1000 else { return nil }
        let sizes = errors.map { abs($0) }.sorted()
        return 1.4826 * sizes[sizes.count / 2]
    }

    @Test(
        "blooms exceed 0.15 a day for three days in nearly all of their years, and never in others")
    func blooms() {
        func blooms(_ year: CameraYear) -> Bool {
            var run = 0
            for rate in year.ratePerDay {
                run = rate > 0.15 ? run + 1 : 0
                if run > 144 { return true }
            }
            return false
        }
        #expect(Self.blooming.count(where: blooms) >= 54)
        #expect(!Self.quiet.contains(where: blooms))
    }

    @Test("water is neither empty nor full for ever")
    func bounded() {
        for years in [Self.quiet, Self.blooming] {
            let shares = years.map { year in
                Double(year.coverage.count { $0 > 0.02 && $0 < 0.85 })
                    / Double(year.coverage.count)
            }
            #expect(shares.reduce(0, +) / Double(shares.count) > 0.7)
            #expect(shares.allSatisfy { $0 > 0.1 }, "\(shares.min() ?? 0)")
        }
    }
}
