/// Which looks at the water give no sample: refused pictures, whole days, outages.
struct SampleAbsence {
    /// Share of the samples that the quality gate refuses.
    static let sampleShare: Float = 0.15
    /// Share of the days without any sample: fog, rain, flood.
    static let dayShare: Float = 0.12
    /// Days from one outage to the next, on average.
    static let daysBetweenOutages = 120.0
    /// Length of an outage in days; now and then longer than a filter trusts its rate.
    static let outageDays = 1.0...14.0

    private let missingDays: [Bool]
    private var random: SplitMix64

    init(seed: UInt64, number: UInt64) {
        var days = SplitMix64(seed: seed, stream: "season days", number: number)
        var missing = (0...RiverClock.daysPerYear).map { _ in days.chance(Self.dayShare) }
        var outages = SplitMix64(seed: seed, stream: "season outages", number: number)
        var day = outages.wait(mean: Self.daysBetweenOutages)
        while day < Double(RiverClock.daysPerYear) {
            let end = day + outages.uniform(in: Self.outageDays)
            for lost in Int(day)...min(Int(end), RiverClock.daysPerYear) { missing[lost] = true }
            day = end + outages.wait(mean: Self.daysBetweenOutages)
        }
        missingDays = missing
        random = SplitMix64(seed: seed, stream: "season refusals", number: number)
    }

    /// Whether the look at a day (whole days since the start of the year) gives no sample.
    mutating func isMissing(onDay day: Int) -> Bool {
        // Drawn on lost days too, so that one loss does not move all later ones.
        let isRefused = random.chance(Self.sampleShare)
        return isRefused || missingDays[day]
    }
}
