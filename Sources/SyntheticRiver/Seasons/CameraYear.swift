internal import Coverage
public import Vocabulary

/// One camera over one simulated year: its samples, and what was true.
public struct CameraYear: Sendable {
    /// The camera: `camera-00001` for the first.
    public let camera: CameraID
    /// Whether plants bloom in this year.
    public let hasBloom: Bool
    /// When the truth begins.
    public let start: Timestamp
    /// From one value of the truth to the next.
    public let truthStep: Duration
    /// True coverage, 0…1, every ``truthStep`` from ``start``, day and night.
    public let coverage: [Double]
    /// True growth rate r of dC/dt = r C (1 − C/K), in 1/day, at the same moments.
    public let ratePerDay: [Double]
    /// K, the coverage that plants can reach.
    public let capacity: Double
    /// When plants came or went at once.
    public let jumps: [LevelJump]
    /// What the camera measured, in the order of time.
    public let samples: [CoverageSample]

    /// The name under which samples say that no model saw them.
    public static let model = "simulated-season-1"

    /// First and last hour of daylight, both ends included; looks at night give nothing.
    static let daylightHours = 6...18

    /// Simulates the camera-year with this number, from 0.
    public init(_ plan: SeasonPlan, number: Int) {
        hasBloom = plan.hasBloom(number)
        camera = CameraID("camera-" + Self.digits(number + 1))
        start = RiverClock.start
        truthStep = .seconds(RiverClock.tickSeconds)
        let course = WaterCourse(plan, number: number)
        coverage = course.coverage
        ratePerDay = course.ratePerDay
        capacity = course.capacity
        jumps = course.jumps
        samples = Self.samples(of: course, by: camera, plan, UInt64(number))
    }

    /// The true coverage and rate at the moment of a sample; `nil` outside of the year.
    public func truth(at time: Timestamp) -> (coverage: Double, ratePerDay: Double)? {
        let seconds = (time - start).components.seconds
        let tick = Int(seconds / RiverClock.tickSeconds)
        guard time >= start, coverage.indices.contains(tick) else { return nil }
        return (coverage[tick], ratePerDay[tick])
    }

    private static func samples(
        of course: WaterCourse, by camera: CameraID, _ plan: SeasonPlan, _ number: UInt64
    ) -> [CoverageSample] {
        var noise = CameraNoise(seed: plan.seed, number: number, factor: plan.noise)
        var light = LightFaults(seed: plan.seed, number: number)
        var absence = SampleAbsence(seed: plan.seed, number: number)
        let ticksPerLook = Int(plan.step.seconds / RiverClock.tickSeconds)
        let noon = RiverClock.ticksPerDay / 2
        var samples: [CoverageSample] = []
        samples.reserveCapacity(course.coverage.count / ticksPerLook / 2)
        for tick in course.coverage.indices {
            defer { noise.advance() }
            let tickOfDay = tick % RiverClock.ticksPerDay
            // Looks lie about noon, so that one a day is at noon.
            guard (tickOfDay - noon) % ticksPerLook == 0, isDaylight(tickOfDay) else { continue }
            let day = Double(tick) * RiverClock.tickDays
            let fault = light.fault(onDay: day)
            let measured = noise.measure(
                course.coverage[tick], hour: hour(tickOfDay), fault: fault)
            if absence.isMissing(onDay: tick / RiverClock.ticksPerDay) { continue }
            samples.append(
                CoverageSample(
                    camera: camera, time: RiverClock.time(ofTick: tick), coverage: measured,
                    visibleShare: 1, sigmaLogit: CoverageMeter.sigmaLogit(coverage: measured),
                    frames: 3,
                    model: model))
        }
        return samples
    }

    private static func hour(_ tickOfDay: Int) -> Int { tickOfDay * 24 / RiverClock.ticksPerDay }

    private static func isDaylight(_ tickOfDay: Int) -> Bool {
        let perHour = RiverClock.ticksPerDay / 24
        return (daylightHours.lowerBound * perHour...daylightHours.upperBound * perHour)
            .contains(tickOfDay)
    }

    /// `00001` for 1.
    private static func digits(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }
}
