public import Vocabulary

extension AlertRule {
    /// One rule of each kind: what a site begins with.
    ///
    /// At 30 % boats begin to be hindered; 0.10/day doubles thin cover in a week. With these
    /// probabilities and holds, false coverage alerts are below 0.02, false growth alerts below
    /// 0.04 and all together below 0.05 for a camera and year in simulated seasons; the price is a
    /// delay of a day or two, and a forecast of one crossing in 24.
    public static let standard = AlertKind.allCases.map {
        standard(of: $0, id: standardID(of: $0))
    }

    /// By what a recording is judged when no site is named: the thresholds alone.
    ///
    /// A recording is no camera that could fall blind, nobody acknowledges what it shows, and its
    /// alerts stay as they fired.
    public static let forRecordings = standard.filter { [.coverage, .growth].contains($0.kind) }
        .map(\.withoutReminders).map(\.withoutEscalation)

    /// The rule for what nobody can acknowledge in time, such as a recording.
    public var withoutReminders: AlertRule {
        var rule = self
        rule.reminders = .none
        return rule
    }

    private var withoutEscalation: AlertRule {
        var rule = self
        rule.escalation = []
        return rule
    }

    /// The rule of a kind with nothing but defaults.
    public static func standard(of kind: AlertKind, id: RuleID) -> AlertRule {
        switch kind {
        case .coverage:
            AlertRule(
                standard: kind, id: id, raise: 0.30, raiseProbability: 0.9, clearProbability: 0.3,
                evaluations: 3, hold: .seconds(6 * 3600), keepFiring: .days(1), severity: .warning,
                escalation: [
                    EscalationStep(coverage: 0.5, severity: .major),
                    EscalationStep(coverage: 0.8, severity: .critical),
                ])
        case .growth:
            AlertRule(
                standard: kind, id: id, raise: 0.10, raiseProbability: 0.75, clearProbability: 0.4,
                evaluations: 2, hold: .seconds(3 * 3600), keepFiring: .days(1), severity: .warning,
                escalation: [EscalationStep(coverage: 0.2, severity: .major)])
        case .forecast:
            AlertRule(
                standard: kind, id: id, raise: 0.30, raiseProbability: 0.95, clearProbability: 0.3,
                evaluations: 2, hold: .zero, keepFiring: .zero, severity: .info)
        case .blind:
            AlertRule(
                standard: kind, id: id, raise: 0, raiseProbability: 0, clearProbability: 0,
                evaluations: 3, hold: .seconds(36 * 3600), keepFiring: .zero, severity: .warning)
        case .moved:
            AlertRule(
                standard: kind, id: id, raise: 0, raiseProbability: 0, clearProbability: 0,
                evaluations: 3, hold: .seconds(3600), keepFiring: .zero, severity: .warning)
        }
    }

    /// The `clear` that goes with a `raise`: a fifth below for coverage, where wind moves the level.
    static func standardClear(of kind: AlertKind, raise: Double) -> Double {
        kind == .coverage ? max(thresholdRange(of: kind).lowerBound, raise * 0.8) : raise
    }

    private static func standardID(of kind: AlertKind) -> RuleID {
        switch kind {
        case .coverage: "coverage-high"
        case .growth: "growth-fast"
        case .forecast: "coverage-soon"
        case .blind: "camera-blind"
        case .moved: "camera-moved"
        }
    }
}
