internal import Vocabulary

extension AlertRule {
    /// The rules of a site that has not chosen its own yet, and of a replay without a site.
    ///
    /// At 30 % boats begin to be hindered; 0.10/day doubles thin cover in a week. A rate must last
    /// two days, because a mat that the wind moves looks like growth for one.
    public static let standard = [
        AlertRule(
            id: "coverage-high", kind: .coverage, raise: 0.30, clear: 0.24,
            hold: .seconds(6 * 3600),
            keepFiring: .days(1), severity: .warning),
        AlertRule(
            id: "growth-fast", kind: .growth, raise: 0.10, clear: 0.05, hold: .days(2),
            keepFiring: .days(2), severity: .warning),
    ]
}
