internal import Growth
internal import Vocabulary

extension AlertRule {
    /// Whether the water is covered by `raise` or more: judged at every bin.
    ///
    /// What counts is the biological level, from which wind, current and glare are told apart, never
    /// a single sample.
    func coverageVerdict(on reading: AlertReading, isOpen: Bool) -> RuleVerdict {
        guard let posterior = reading.step?.posterior else { return .nothing }
        let threshold = isOpen ? clear : raise
        return verdict(posterior.probability(coverageAtLeast: threshold), isOpen: isOpen)
    }
}
