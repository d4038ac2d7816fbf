/// Camera-years of a simulated river: how many, from which seed, and what is in them.
///
/// The same plan gives the same bytes. A camera-year depends on the seed and its own number alone,
/// so a longer plan begins with the years of a shorter one, and another noise or sample step leaves
/// the truth as it is.
public struct SeasonPlan: Hashable, Sendable {
    /// How many camera-years.
    public var years: Int
    /// Where the random numbers begin.
    public var seed: UInt64
    /// Share of the camera-years that have a bloom, 0…1; they lie evenly among the others.
    public var bloomShare: Double
    /// Multiplies the camera's noise and drift; 1 is a fixed camera on slow water.
    public var noise: Double
    /// Days from one jump of the level to the next, on average: harvests, floods, mats that arrive.
    public var daysBetweenJumps: Double
    /// From one look at the water to the next, by daylight.
    public var step: SampleSpacing

    /// Makes a plan.
    public init(
        years: Int, seed: UInt64, bloomShare: Double = 0.5, noise: Double = 1,
        daysBetweenJumps: Double = 90, step: SampleSpacing = .minutes30
    ) {
        self.years = years
        self.seed = seed
        self.bloomShare = bloomShare
        self.noise = noise
        self.daysBetweenJumps = daysBetweenJumps
        self.step = step
    }

    /// What can't be meant in the plan, in one sentence; `nil` when it can be simulated.
    public var mistake: String? {
        if !(1...1_000_000).contains(years) {
            return "\(years) camera-years can't be simulated; give 1 to 1000000"
        }
        if !(0...1).contains(bloomShare) {
            return "the share of blooms is \(bloomShare); give a number from 0 to 1"
        }
        if !(0...20).contains(noise) { return "the noise is \(noise); give a factor from 0 to 20" }
        if !(daysBetweenJumps >= 1) {
            return "the days between jumps are \(daysBetweenJumps); give 1 or more"
        }
        if step.seconds > 86_400 || step.seconds % RiverClock.tickSeconds != 0 {
            return "the step is \(step); give a multiple of 30m that is at most 1d"
        }
        return nil
    }

    /// Whether the camera-year with this number, from 0, has a bloom.
    public func hasBloom(_ number: Int) -> Bool {
        (Double(number + 1) * bloomShare).rounded(.down)
            > (Double(number) * bloomShare).rounded(.down)
    }
}

extension SampleSpacing {
    /// Half an hour.
    public static let minutes30 = SampleSpacing("30m") ?? .minutes10
}
