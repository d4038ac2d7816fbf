import Alerting
import Growth
import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Midnight of 1 June 2026, UTC.
let june = Timestamp("2026-06-01T00:00:00Z") ?? .epoch

extension Duration {
    static func hours(_ hours: Double) -> Duration { .seconds(hours * 3600) }
}

/// 30 % raises, 20 % clears, 6 h hold, 24 h keep firing, one evaluation is enough.
func coverageRule(
    hold: Duration = .hours(6), keepFiring: Duration = .hours(24), severity: Severity = .warning,
    evaluations: Int = 1, escalation: [EscalationStep] = [], reminders: ReminderIntervals = .none
) -> AlertRule {
    AlertRule(
        id: "coverage-high", kind: .coverage, raise: 0.3, clear: 0.2, evaluations: evaluations,
        hold: hold, keepFiring: keepFiring, severity: severity, escalation: escalation,
        reminders: reminders)
}

/// 0.1 per day raises and clears, at the first evaluation that says so.
let growthRule = AlertRule(
    id: "growth-fast", kind: .growth, raise: 0.1, evaluations: 1, hold: .zero, keepFiring: .zero,
    severity: .major, reminders: ReminderIntervals.none)

/// What is believed of the water: normal distributions of the level's logit and of the rate.
struct Belief {
    var coverage: Double
    /// Standard deviation in logit units: thresholds a fifth away are clear on either side.
    var sigma = 0.05
    var rate = 0.0
    /// Standard deviation in 1/day.
    var rateSigma = 0.02
    var withheld: GrowthEstimate.WithheldReason?
    var isSlope = true
    var levelStep: LevelStep?

    private static let slope = (0..<20).map { -3 + 0.15 * Double($0) }
    private static let stepUp = (0..<20).map { $0 < 10 ? -3.0 : -1 }

    /// The step of the estimator at a bin that ends at `time`.
    func step(at time: Timestamp) -> GrowthStep {
        let part = RegimeBelief(
            weight: 0.5, level: log(coverage / (1 - coverage)), rate: rate, drift: 0,
            covariance: StateCovariance(
                level: sigma * sigma, rate: rateSigma * rateSigma, drift: 0.01))
        let posterior = GrowthPosterior(
            time: time, beliefs: RegimeBank(quiet: part, growing: part))
        return GrowthStep(
            estimate: GrowthEstimate(
                camera: "lock-3", time: time, coverage: coverage,
                levelLow: posterior.coverageInterval.lowerBound,
                levelHigh: posterior.coverageInterval.upperBound,
                rate: rate, rateLow: rate - 1.645 * rateSigma, rateHigh: rate + 1.645 * rateSigma,
                doublingDays: rate > 0 ? 0.5 / rate : nil, published: withheld == nil,
                withheld: withheld),
            posterior: posterior,
            bin: JudgedBin(
                number: Int((time.secondsSinceEpoch / 7200).rounded(.down)), time: time,
                coverage: coverage, sampleCount: 3),
            binCount: 20, rise: RiseShape(ofHalfDays: isSlope ? Self.slope : Self.stepUp),
            latestLevelStep: levelStep)
    }
}

/// A reading of the camera `lock-3` at which a bin was judged, `hours` after midnight.
func reading(
    hours: Double, _ belief: Belief, isFirstOfDay: Bool = true, usualGap: Duration = .zero
) -> AlertReading {
    let time = june + .hours(hours)
    let step = belief.step(at: time)
    return AlertReading(
        subject: .camera("lock-3"), time: time, sight: .judged(step, isFirstOfDay: isFirstOfDay),
        formerEstimate: nil, model: "model-1", usualGap: usualGap)
}

/// A reading at which a bin of this coverage was judged.
func reading(
    hours: Double, coverage: Double, usualGap: Duration = .zero
) -> AlertReading {
    reading(hours: hours, Belief(coverage: coverage), usualGap: usualGap)
}

/// A look that gave no sample; `silentFor` hours after the newest one.
func gapReading(
    hours: Double, _ reason: GapReason = .black, silentFor silence: Double = 0,
    usualGap: Duration = .zero
) -> AlertReading {
    AlertReading(
        subject: .camera("lock-3"), time: june + .hours(hours), sight: .gap(reason),
        formerEstimate: nil, model: "model-1", silence: .hours(silence), usualGap: usualGap)
}

/// A sample that waits in its bin.
func waitingReading(hours: Double) -> AlertReading {
    AlertReading(
        subject: .camera("lock-3"), time: june + .hours(hours), sight: .sampled,
        formerEstimate: nil, model: "model-1")
}

extension AlertMachine {
    /// Steps through pairs of hour and coverage; gives each event as `firing@6` and the like.
    mutating func run(
        _ readings: KeyValuePairs<Double, Double>, rule: AlertRule = coverageRule()
    ) -> [String] {
        run(readings.map { reading(hours: $0, coverage: $1) }, rule: rule)
    }

    /// Steps through readings; gives each event as `firing@6` and the like.
    mutating func run(_ readings: [AlertReading], rule: AlertRule) -> [String] {
        readings.compactMap { step($0, rule: rule) }.map { event in
            "\(event.state.rawValue)@\(Int((event.time - june).inSeconds / 3600))"
        }
    }

    /// A machine with an open alert of the rule `coverageRule()`, fired at 6 h.
    static func firing(rule: AlertRule = coverageRule()) -> AlertMachine {
        var machine = AlertMachine()
        _ = machine.run([0: 0.4, 6: 0.4], rule: rule)
        return machine
    }
}
