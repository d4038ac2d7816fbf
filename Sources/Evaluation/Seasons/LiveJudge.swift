internal import Alerting
internal import Vocabulary
internal import Watch

/// The judgement as it runs live: ``Watch/CameraWatch`` with the standard rules.
enum LiveJudge {
    static func verdict(on samples: [CoverageSample]) -> SeasonVerdict {
        guard let first = samples.first else { return SeasonVerdict() }
        var watch = CameraWatch(camera: first.camera)
        var verdict = SeasonVerdict()
        var newest: GrowthEstimate?
        for sample in samples {
            for event in watch.step(.sample(sample), rules: AlertRule.standard) {
                switch event {
                case .growth(let estimate):
                    // The last estimate of a day speaks for it.
                    if let newest, newest.time.wholeDay != estimate.time.wholeDay {
                        verdict.publish(newest)
                    }
                    newest = estimate
                case .alert(let alert) where alert.state == .firing:
                    verdict.add(alert)
                case .alert:
                    break
                }
            }
        }
        if let newest { verdict.publish(newest) }
        return verdict
    }
}

extension SeasonVerdict {
    fileprivate mutating func publish(_ estimate: GrowthEstimate) {
        guard estimate.published, let rate = estimate.rate, let low = estimate.rateLow,
            let high = estimate.rateHigh
        else { return }
        rates.append(RateClaim(time: estimate.time, rate: rate, low: low, high: high))
    }

    fileprivate mutating func add(_ alert: AlertEvent) {
        let claim = CoverageClaim(time: alert.time, threshold: alert.evidence.threshold ?? 0)
        switch alert.kind {
        case .coverage: coverageAlerts.append(claim)
        case .growth: growthAlerts.append(alert.time)
        case .forecast: forecastAlerts.append(claim)
        case .blind, .moved: break
        }
    }
}

extension Timestamp {
    /// Whole days since 1970-01-01, in UTC.
    var wholeDay: Int { Int(daysSinceEpoch.rounded(.down)) }
}
