/// What a bloom adds to the growth rate: a ramp, some weeks, and a ramp back.
///
/// It begins on the first moment after a drawn day at which there is room for it, and ends early
/// when the water is full, because nothing grows further then.
struct Bloom {
    /// The rate that it adds at its height, in 1/day.
    ///
    /// Duckweed in the field; in the laboratory 39 clones reach 0.15 to 0.52 (Ziegler et al., Plant
    /// Biology 17 Suppl. 1, 2015).
    static let heightPerDay = 0.15...0.40
    /// Days from nothing to the height, and back.
    static let rampDays = 3.0
    /// Days at the height: weeks of warm water.
    static let lengthDays = 15.0...40.0
    /// The day of the year from which it may begin.
    static let earliestDay = 30.0...300.0
    /// Coverage at which it begins: enough to be seen, with room to grow.
    static let startCoverage = 0.02...0.20
    /// Share of the carrying capacity at which the water is full.
    static let fullShare = 0.95

    private enum Phase {
        case waiting(fromDay: Double)
        case rising(sinceDay: Double)
        case full(untilDay: Double)
        case falling(sinceDay: Double)
        case over
    }

    private let height: Double
    private let length: Double
    private var phase: Phase

    init(random: inout SplitMix64) {
        height = random.uniform(in: Self.heightPerDay)
        length = random.uniform(in: Self.lengthDays)
        phase = .waiting(fromDay: random.uniform(in: Self.earliestDay))
    }

    /// The rate that it adds, in 1/day.
    ///
    /// - Parameters:
    ///   - day: Days since the start of the year; each call later than the one before.
    ///   - coverage: True coverage, 0…1.
    ///   - shareOfCapacity: True coverage over the carrying capacity.
    mutating func rate(onDay day: Double, coverage: Double, shareOfCapacity: Double) -> Double {
        switch phase {
        case .waiting(let first):
            if day >= first, Self.startCoverage.contains(coverage) {
                phase = .rising(sinceDay: day)
            }
            return 0
        case .rising(let since):
            let share = (day - since) / Self.rampDays
            if share >= 1 { phase = .full(untilDay: day + length) }
            return height * min(1, share)
        case .full(let until):
            if day >= until || shareOfCapacity >= Self.fullShare {
                phase = .falling(sinceDay: day)
            }
            return height
        case .falling(let since):
            let share = 1 - (day - since) / Self.rampDays
            if share <= 0 { phase = .over }
            return height * max(0, share)
        case .over:
            return 0
        }
    }
}
