internal import Vocabulary

/// Where a reading stands against the two thresholds of a rule.
enum RuleVerdict: Hashable, Sendable {
    /// At `raise` or above.
    case raised
    /// Between the two thresholds.
    case between
    /// Below `clear`.
    case cleared
    /// The reading says nothing about this rule.
    case unknown
}

extension AlertRule {
    /// Judges a reading.
    ///
    /// - Coverage: the level of the fit over 2 h bins, never a single sample, so that one picture
    ///   with glare can neither fire nor resolve an alert.
    /// - Growth: the published rate; to be raised, the lower end of its interval must be above zero
    ///   as well. Coverage that is below detection is cleared: what can't be seen does not grow in
    ///   sight. Otherwise a rate that is withheld says nothing.
    func verdict(on reading: AlertReading) -> RuleVerdict {
        let estimate = reading.estimate
        switch kind {
        case .coverage:
            return reading.isLevelSettled ? verdict(onValue: estimate.coverage) : .unknown
        case .growth:
            if estimate.withheld == .belowDetection { return .cleared }
            guard estimate.published, let rate = estimate.rate else { return .unknown }
            let verdict = verdict(onValue: rate)
            let isCertain = (estimate.rateLow ?? 0) > 0
            return verdict == .raised && !isCertain ? .between : verdict
        }
    }

    private func verdict(onValue value: Double) -> RuleVerdict {
        if value >= raise { return .raised }
        if value < clear { return .cleared }
        return value.isNaN ? .unknown : .between
    }
}
