/// A figure of the live judge beside what is demanded of it.
public struct SeasonBar: Codable, Hashable, Sendable {
    /// What is measured, in words.
    public var name: String
    /// What came out; `nil` when there was nothing to measure.
    public var value: Double?
    /// The least that will do; `nil` without such a limit.
    public var atLeast: Double?
    /// The most that will do; `nil` without such a limit.
    public var atMost: Double?

    init(_ name: String, _ value: Double?, atLeast: Double? = nil, atMost: Double? = nil) {
        self.name = name
        self.value = value
        self.atLeast = atLeast
        self.atMost = atMost
    }

    /// Whether the figure is there and within its limits.
    public var isMet: Bool {
        guard let value else { return false }
        return value >= atLeast ?? -.infinity && value <= atMost ?? .infinity
    }

    /// What is demanded of the live judge, beside what it reached.
    ///
    /// At 0.05 false alerts a camera-year over all rules, 80,000 cameras give 11 a day.
    ///
    /// - Parameters:
    ///   - usual: Camera-years with the usual noise.
    ///   - noisy: The same with four times as much.
    static func standard(
        usual: SeasonScore.Tallies, noisy: SeasonScore.Tallies
    ) -> [SeasonBar] {
        let quiet = SeasonFigures(usual.quiet)
        let bloom = SeasonFigures(usual.bloom)
        let all = SeasonFigures(usual.all)
        let loud = SeasonFigures(noisy.all)
        return [
            SeasonBar("rate RMSE, quiet years, 1/day", quiet.rateRMSE, atMost: 0.040),
            SeasonBar("rate RMSE, bloom years, 1/day", bloom.rateRMSE, atMost: 0.055),
            SeasonBar(
                "rate bias, quiet years, 1/day", quiet.rateBias, atLeast: -0.01, atMost: 0.01),
            SeasonBar(
                "rate bias, bloom years, 1/day", bloom.rateBias, atLeast: -0.01, atMost: 0.01),
            SeasonBar(
                "90 % intervals that hold, quiet years", quiet.intervalShare, atLeast: 0.87,
                atMost: 0.97),
            SeasonBar(
                "90 % intervals that hold, bloom years", bloom.intervalShare, atLeast: 0.87,
                atMost: 0.97),
            SeasonBar(
                "false growth alerts a camera-year", all.falseGrowthAlertsPerYear, atMost: 0.04),
            SeasonBar(
                "false coverage alerts a camera-year", all.falseCoverageAlertsPerYear, atMost: 0.02),
            SeasonBar(
                "false alerts of all rules a camera-year", all.falseAlertsPerYear, atMost: 0.05),
            SeasonBar("share of blooms found", all.bloomsFoundShare, atLeast: 0.85),
            SeasonBar("delay after onset, median, days", all.bloomDelayMedianDays, atMost: 6),
            SeasonBar("delay after onset, p90, days", all.bloomDelayP90Days, atMost: 11),
            SeasonBar(
                "noise x4: false growth alerts a camera-year", loud.falseGrowthAlertsPerYear,
                atMost: 0.1),
        ]
    }
}
