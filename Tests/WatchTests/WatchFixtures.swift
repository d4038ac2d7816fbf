import Alerting
import SimulatedSeries
import Vocabulary
import Watch

/// Midnight of 1 June 2026, UTC.
let june = Timestamp("2026-06-01T00:00:00Z") ?? .epoch

extension Duration {
    static func hours(_ hours: Double) -> Duration { .seconds(hours * 3600) }
}

/// 30 % raises, 20 % clears; told once.
let coverageRule = AlertRule(
    id: "coverage-high", kind: .coverage, raise: 0.3, clear: 0.2, severity: .warning,
    reminders: ReminderIntervals.none)

/// 0.1 per day on two days; told once.
let growthRule = AlertRule(
    id: "growth-fast", kind: .growth, raise: 0.1, clear: 0.05, severity: .major,
    reminders: ReminderIntervals.none)

/// Without samples for 36 h; told once.
let blindRule = AlertRule(
    id: "camera-blind", kind: .blind, reminders: ReminderIntervals.none)

func sample(hours: Double, coverage: Double) -> Observation {
    .sample(
        CoverageSample(
            camera: "lock-3", time: june + .hours(hours), coverage: coverage, visibleShare: 1,
            sigmaLogit: 0.1, frames: 3, model: "model-1"))
}

func gap(hours: Double, _ reason: GapReason = .black) -> Observation {
    .gap(
        SampleGap(
            camera: "lock-3", time: june + .hours(hours), reason: reason, detail: "simulated"))
}

extension CameraWatch {
    /// Steps through all observations; gives the alerts.
    mutating func alerts(
        _ observations: [Observation], rules: [AlertRule] = [coverageRule, growthRule]
    ) -> [AlertEvent] {
        observations.flatMap { step($0, rules: rules).compactMap(\.alert) }
    }
}

/// A season nobody planned: growth, harvests, mats, glare and blindness, as a seed has it.
func randomObservations(seed: UInt64, count: Int = 900) -> [Observation] {
    var generator = SplitMix64(seed: seed)
    var hours = 0.0
    var level = generator.uniform(in: -4...0)
    var rate = 0.0
    return (0..<count).map { _ in
        let step = generator.uniform() < 0.01 ? generator.uniform(in: 0...300) : 1.5
        hours += step
        level += rate * step / 24
        if generator.uniform() < 0.01 { rate = generator.uniform(in: -0.3...0.5) }
        if generator.uniform() < 0.005 { level = generator.uniform(in: -5...3) }
        level = min(max(level, -6), 4)
        if generator.uniform() < 0.25 { return gap(hours: hours) }
        let noise = generator.uniform() < 0.03 ? 3 : 0.2
        let seen = level + noise * generator.normal()
        // Falls and rises like the logistic function and needs no library.
        let coverage = 0.5 + 0.5 * seen / (1 + abs(seen))
        // Now and then the camera's clock is wrong.
        let late = generator.uniform() < 0.01 ? -generator.uniform(in: 0...30) : 0
        return sample(hours: hours + late, coverage: coverage)
    }
}
