internal import Growth
internal import Vocabulary

/// What an evaluation of a rule found.
struct RuleVerdict: Hashable, Sendable {
    /// Where the condition stands.
    var finding: Finding
    /// How likely the threshold is reached, where the finding rests on that.
    var probability: Double?

    enum Finding: Hashable, Sendable {
        /// The condition is met.
        case met
        /// It is not met, and for an open alert not away either.
        case neither
        /// The condition of an open alert is away.
        case away
        /// The reading says nothing about this rule.
        case nothing
    }

    /// The reading says nothing about the rule.
    static let nothing = RuleVerdict(finding: .nothing)

    init(finding: Finding, probability: Double? = nil) {
        self.finding = finding
        self.probability = probability
    }
}

extension AlertRule {
    /// Judges a reading.
    ///
    /// - Parameter isOpen: Whether an alert is open: then it is asked whether the condition is away,
    ///   otherwise whether it is met.
    func verdict(on reading: AlertReading, isOpen: Bool) -> RuleVerdict {
        switch kind {
        case .coverage: coverageVerdict(on: reading, isOpen: isOpen)
        case .growth: growthVerdict(on: reading, isOpen: isOpen)
        case .forecast: forecastVerdict(on: reading, isOpen: isOpen)
        case .blind: blindVerdict(on: reading, isOpen: isOpen)
        case .moved: movedVerdict(on: reading, isOpen: isOpen)
        }
    }

    /// Whether a machine that remembers nothing of this rule would remember nothing after a reading:
    /// there is nothing to step then.
    public func leavesAtRest(_ reading: AlertReading) -> Bool {
        !(kind.isOfWater && reading.isDataMissing)
            && verdict(on: reading, isOpen: false).finding != .met
    }

    /// How long the condition must be met at this subject.
    func hold(for reading: AlertReading) -> Duration {
        kind == .blind ? blindHold(for: reading) : hold
    }

    /// The severity that the coverage asks for; `nil` when none of the steps is reached.
    ///
    /// A bin far below a step contradicts it, whatever the level.
    func severity(at reading: AlertReading) -> Severity? {
        guard let step = reading.step else { return nil }
        return escalation.lazy.filter { rise in
            step.bin.coverage >= Self.standardClear(of: .coverage, raise: rise.coverage)
                && step.posterior.probability(coverageAtLeast: rise.coverage) >= raiseProbability
        }.map(\.severity).max()
    }

    /// The finding that a probability means, by the rule's two limits.
    func verdict(_ probability: Double, isOpen: Bool) -> RuleVerdict {
        let finding: RuleVerdict.Finding =
            isOpen
            ? probability <= clearProbability ? .away : .neither
            : probability >= raiseProbability ? .met : .neither
        return RuleVerdict(finding: finding, probability: probability)
    }
}
