internal import Growth
internal import Vocabulary

extension AlertRule {
    /// Whether the water will be covered by `raise` or more in `horizonDays`: judged once a day.
    ///
    /// It needs a published rate, and fires only while the threshold is more likely ahead than
    /// reached: what is there already is no forecast.
    func forecastVerdict(on reading: AlertReading, isOpen: Bool) -> RuleVerdict {
        guard case .judged(let step, isFirstOfDay: true) = reading.sight else { return .nothing }
        if step.estimate.withheld == .belowDetection {
            return RuleVerdict(finding: isOpen ? .away : .neither)
        }
        guard step.estimate.published else { return .nothing }
        let posterior = step.posterior
        let probability = posterior.probability(
            coverageAtLeast: isOpen ? clear : raise, afterDays: horizonDays)
        let verdict = verdict(probability, isOpen: isOpen)
        guard verdict.finding == .met, posterior.probability(coverageAtLeast: raise) >= 0.5 else {
            return verdict
        }
        return RuleVerdict(finding: .neither, probability: probability)
    }
}
