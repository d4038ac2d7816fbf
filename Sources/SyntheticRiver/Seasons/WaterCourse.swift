/// What is true of a camera's water over one year: coverage and growth rate at each tick.
struct WaterCourse {
    /// Coverage that plants can reach: wind and boats keep a few per cent open.
    static let capacity = 0.95...0.99
    /// Coverage at the start of the year.
    static let startCoverage = 0.03...0.30

    /// True coverage at each tick, 0…1.
    private(set) var coverage: [Double] = []
    /// True growth rate at each tick, in 1/day.
    private(set) var ratePerDay: [Double] = []
    /// When plants came or went at once.
    let jumps: [LevelJump]
    /// K, the coverage that plants can reach.
    let capacity: Double

    /// Simulates the year with this number.
    init(_ plan: SeasonPlan, number: Int) {
        let (seed, stream) = (plan.seed, UInt64(number))
        var random = SplitMix64(seed: seed, stream: "season water", number: stream)
        capacity = random.uniform(in: Self.capacity)
        var water = WaterLevel(
            coverage: random.uniform(in: Self.startCoverage), capacity: capacity)
        var rates = RateCourse(
            seed: seed, number: stream, hasBloom: plan.hasBloom(number), capacity: capacity)
        let schedule = JumpSchedule.jumps(
            seed: seed, number: stream, daysBetween: plan.daysBetweenJumps)
        jumps = schedule.map(\.jump)
        var pending = schedule[...]

        coverage.reserveCapacity(RiverClock.ticksPerYear)
        ratePerDay.reserveCapacity(RiverClock.ticksPerYear)
        for tick in 0..<RiverClock.ticksPerYear {
            let rate = rates.next(onDay: Double(tick) * RiverClock.tickDays, water: water)
            if let before = ratePerDay.last {
                // The rate is a line from tick to tick, so its integral is exact.
                water.rise(by: (before + rate) / 2 * RiverClock.tickDays)
            }
            while let next = pending.first, next.tick == tick {
                water.rise(by: next.jump.sizeLogit)
                pending.removeFirst()
            }
            coverage.append(water.coverage)
            ratePerDay.append(rate)
        }
    }
}
