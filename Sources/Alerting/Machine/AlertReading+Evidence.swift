internal import Growth
internal import Vocabulary

extension AlertReading {
    /// The figures of the reading as evidence; the rate only where it is published.
    ///
    /// - Parameter threshold: Left out for rules that have none.
    func evidence(threshold: Double, since: Timestamp) -> AlertEvidence {
        let isPublished = estimate?.published ?? false
        var evidence = AlertEvidence(
            coverage: estimate?.coverage, rate: isPublished ? estimate?.rate : nil,
            rateLow: isPublished ? estimate?.rateLow : nil,
            rateHigh: isPublished ? estimate?.rateHigh : nil,
            doublingDays: isPublished ? estimate?.doublingDays : nil, threshold: threshold,
            since: since, model: model)
        evidence.coverageLow = estimate?.levelLow
        evidence.coverageHigh = estimate?.levelHigh
        if case .gap(let reason) = sight { evidence.gapReason = reason }
        return evidence
    }
}

extension AlertEvidence {
    /// Adds what a rule found, and which rule it was.
    mutating func add(_ verdict: RuleVerdict?, of rule: AlertRule) {
        if !rule.kind.isOfWater { threshold = nil }
        probability = verdict?.probability
        if probability != nil {
            probabilityLimit =
                verdict?.finding == .away ? rule.clearProbability : rule.raiseProbability
        }
        horizonDays = rule.kind == .forecast ? rule.horizonDays : nil
        ruleVersion = rule.version
        configuration = rule.configuration
    }
}
