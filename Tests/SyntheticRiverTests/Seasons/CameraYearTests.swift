import Glibc
import SyntheticRiver
import Testing
import Vocabulary

/// What a simulated year must be, whatever is drawn.
@Suite struct CameraYearTests {
    private let plan = SeasonPlan(years: 40, seed: 11)

    @Test("the same seed gives the same year, another seed or number another")
    func sameSeed() {
        let year = CameraYear(plan, number: 3)
        let again = CameraYear(plan, number: 3)
        #expect(year.samples == again.samples)
        #expect(year.coverage == again.coverage && year.ratePerDay == again.ratePerDay)
        let other = CameraYear(SeasonPlan(years: 40, seed: 12), number: 3)
        #expect(other.coverage != year.coverage && other.samples != year.samples)
        #expect(CameraYear(plan, number: 4).coverage != year.coverage)
    }

    @Test("a longer plan begins with the years of a shorter one")
    func longerPlan() {
        let longer = SeasonPlan(years: 5000, seed: 11)
        #expect(CameraYear(longer, number: 5).samples == CameraYear(plan, number: 5).samples)
    }

    @Test("noise and sample step leave the truth as it is")
    func sameTruth() {
        let year = CameraYear(plan, number: 1)
        var noisy = plan
        noisy.noise = 4
        noisy.step = SampleSpacing("6h") ?? noisy.step
        let other = CameraYear(noisy, number: 1)
        #expect(other.coverage == year.coverage && other.ratePerDay == year.ratePerDay)
        #expect(other.jumps == year.jumps)
        #expect(other.samples != year.samples)
    }

    @Test("between jumps the level rises by the rate, at jumps by their size", arguments: 0..<6)
    func logisticLaw(number: Int) {
        let year = CameraYear(plan, number: number)
        let days = year.truthStep.inDays
        let jumps = Dictionary(grouping: year.jumps) { $0.time }
            .mapValues { $0.reduce(0) { $0 + $1.sizeLogit } }
        var worst = 0.0
        for tick in year.coverage.indices.dropFirst() {
            let before = year.coverage[tick - 1] / year.capacity
            let now = year.coverage[tick] / year.capacity
            let rise = log(now / (1 - now)) - log(before / (1 - before))
            let grown = (year.ratePerDay[tick - 1] + year.ratePerDay[tick]) / 2 * days
            let jumped = jumps[year.start + year.truthStep * tick] ?? 0
            worst = max(worst, abs(rise - grown - jumped))
        }
        #expect(worst < 1e-9)
        #expect(year.capacity > 0.94 && year.capacity < 1)
    }

    @Test("samples come by daylight, in order, within the year, each with its truth")
    func sampleTimes() {
        for number in 0..<10 {
            let year = CameraYear(plan, number: number)
            let times = year.samples.map(\.time)
            #expect(zip(times, times.dropFirst()).allSatisfy(<))
            for sample in year.samples {
                let secondOfDay = (sample.time - year.start).components.seconds % 86_400
                #expect((6 * 3600...18 * 3600).contains(secondOfDay))
                #expect(secondOfDay % 1800 == 0)
                #expect((0...1).contains(sample.coverage))
                #expect(year.truth(at: sample.time) != nil)
            }
        }
    }

    @Test("one look a day is at noon")
    func noon() {
        let daily = SeasonPlan(years: 1, seed: 1, step: SampleSpacing("1d") ?? .minutes30)
        let year = CameraYear(daily, number: 0)
        #expect(year.samples.count > 200 && year.samples.count < 365)
        #expect(
            year.samples.allSatisfy {
                ($0.time - year.start).components.seconds % 86_400 == 12 * 3600
            })
    }

    @Test(
        "the share of years with a bloom is exact", arguments: [(0.0, 0), (0.25, 10), (1.0, 40)])
    func bloomShare(share: Double, expected: Int) {
        let plan = SeasonPlan(years: 40, seed: 1, bloomShare: share)
        #expect((0..<40).count { plan.hasBloom($0) } == expected)
    }

    @Test("what can't be simulated is named")
    func mistakes() {
        #expect(plan.mistake == nil)
        #expect(SeasonPlan(years: 0, seed: 1).mistake?.contains("camera-years") == true)
        #expect(SeasonPlan(years: 1, seed: 1, bloomShare: 1.5).mistake?.contains("1.5") == true)
        #expect(SeasonPlan(years: 1, seed: 1, noise: -1).mistake?.contains("noise") == true)
        #expect(SeasonPlan(years: 1, seed: 1, daysBetweenJumps: 0).mistake != nil)
        for step in ["10m", "45m", "2d"] {
            let spacing = SampleSpacing(step) ?? .minutes30
            #expect(SeasonPlan(years: 1, seed: 1, step: spacing).mistake?.contains(step) == true)
        }
    }
}
