import Alerting
import Vocabulary

/// Midnight of 1 June 2026, UTC.
let june = Timestamp("2026-06-01T00:00:00Z") ?? .epoch

extension Duration {
    static func hours(_ hours: Double) -> Duration { .seconds(hours * 3600) }
}

/// 30 % raises, 20 % clears, 6 h hold, 24 h keep firing.
func coverageRule(
    hold: Duration = .hours(6), keepFiring: Duration = .hours(24), severity: Severity = .warning
) -> AlertRule {
    AlertRule(
        id: "coverage-high", kind: .coverage, raise: 0.3, clear: 0.2, hold: hold,
        keepFiring: keepFiring, severity: severity)
}

/// 0.1 per day raises, 0.05 clears, no hold.
let growthRule = AlertRule(
    id: "growth-fast", kind: .growth, raise: 0.1, clear: 0.05, hold: .zero, keepFiring: .zero,
    severity: .major)

/// A reading of the camera `lock-3`, `hours` after midnight; with a rate it is published.
func reading(
    hours: Double, coverage: Double, rate: Double? = nil, rateLow: Double? = nil,
    withheld: GrowthEstimate.WithheldReason? = nil, isLevelSettled: Bool = true
) -> AlertReading {
    let time = june + .hours(hours)
    let estimate = GrowthEstimate(
        camera: "lock-3", time: time, coverage: coverage, levelLow: coverage / 2,
        levelHigh: coverage, rate: rate, rateLow: rateLow, rateHigh: rate.map { $0 + 0.05 },
        doublingDays: rate.map { 0.5 / $0 }, published: rate != nil && withheld == nil,
        withheld: rate == nil ? withheld ?? .tooLittleEvidence : withheld)
    return AlertReading(
        time: time, estimate: estimate, isLevelSettled: isLevelSettled, model: "model-1")
}

extension AlertMachine {
    /// Steps through pairs of hour and coverage; gives each event as `firing@6` and the like.
    mutating func run(
        _ readings: KeyValuePairs<Double, Double>, rule: AlertRule = coverageRule()
    ) -> [String] {
        readings.compactMap { hours, coverage in
            step(reading(hours: hours, coverage: coverage), rule: rule).map {
                "\($0.state.rawValue)@\(Int(($0.time - june).inSeconds / 3600))"
            }
        }
    }
}
