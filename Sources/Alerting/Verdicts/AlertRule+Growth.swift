internal import Growth
internal import Vocabulary

extension AlertRule {
    /// How long after a mat has arrived a rising level is not taken for growth.
    static let arrivalPause = Duration.days(2)

    /// Whether the plants grow faster than `raise`: judged at every bin.
    ///
    /// To fire there must be a published rate, the levels of the last days must rise along a slope
    /// rather than in one step, no mat may have arrived in the last two days, and there must be plants
    /// enough.
    /// Coverage that is below detection is away: what can't be seen does not grow in sight. Otherwise
    /// a rate that is withheld says nothing.
    func growthVerdict(on reading: AlertReading, isOpen: Bool) -> RuleVerdict {
        guard case .judged(let step, _) = reading.sight else { return .nothing }
        if step.estimate.withheld == .belowDetection {
            return RuleVerdict(finding: isOpen ? .away : .neither)
        }
        guard step.estimate.published else { return .nothing }
        let probability = step.posterior.probability(rateAbove: isOpen ? clear : raise)
        let verdict = verdict(probability, isOpen: isOpen)
        guard verdict.finding == .met, !isGrowth(step, at: reading.time) else { return verdict }
        return RuleVerdict(finding: .neither, probability: probability)
    }

    private func isGrowth(_ step: GrowthStep, at time: Timestamp) -> Bool {
        step.estimate.coverage >= minimumCoverage
            && !Self.hasArrival(step.latestLevelStep, before: time)
            && step.rise.isSlopeRatherThanStep
    }

    private static func hasArrival(_ step: LevelStep?, before time: Timestamp) -> Bool {
        guard let step, step.sizeLogit > 0 else { return false }
        return time - step.accepted < arrivalPause
    }
}
