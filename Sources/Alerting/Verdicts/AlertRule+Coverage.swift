internal import Growth
internal import Vocabulary

extension AlertRule {
    /// Whether the water is covered by `raise` or more: judged at every bin.
    ///
    /// What counts is the biological level, from which wind, current and glare are told apart, never
    /// a single sample. But a bin that contradicts the level says nothing: the filter may be about to
    /// find that the level has jumped, or that it began with glare.
    func coverageVerdict(on reading: AlertReading, isOpen: Bool) -> RuleVerdict {
        guard let step = reading.step else { return .nothing }
        let probability = step.posterior.probability(coverageAtLeast: isOpen ? clear : raise)
        let verdict = verdict(probability, isOpen: isOpen)
        switch verdict.finding {
        case .met where step.bin.coverage < clear: return .nothing
        case .away where step.bin.coverage >= raise: return .nothing
        default: return verdict
        }
    }
}
