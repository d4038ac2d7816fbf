/// What a method reached over camera-years.
///
/// A figure is `nil` where there was nothing to measure.
public struct SeasonFigures: Codable, Hashable, Sendable {
    /// Camera-years.
    public var years: Int
    /// Rates that were published: at most one for each camera and day.
    public var rates: Int
    /// Root of the mean squared error of the published rates, in 1/day.
    public var rateRMSE: Double?
    /// Mean error of the published rates, in 1/day.
    public var rateBias: Double?
    /// The RMSE of those that were published while plants bloomed, in 1/day.
    public var rateRMSEInBloom: Double?
    /// Share of the 90 % intervals that hold the true rate.
    public var intervalShare: Double?
    /// Growth alerts of a camera in a year.
    public var growthAlertsPerYear: Double?
    /// Those among them before which nothing grew.
    public var falseGrowthAlertsPerYear: Double?
    /// Coverage alerts of a camera in a year.
    public var coverageAlertsPerYear: Double?
    /// Those among them around which too little was covered.
    public var falseCoverageAlertsPerYear: Double?
    /// Alerts of coming coverage of a camera in a year.
    public var forecastAlertsPerYear: Double?
    /// Those among them after which too little was covered.
    public var falseForecastAlertsPerYear: Double?
    /// False alerts of a camera in a year, of all rules about the water.
    public var falseAlertsPerYear: Double?
    /// Blooms that there were.
    public var blooms: Int
    /// Share of them for which a growth alert came.
    public var bloomsFoundShare: Double?
    /// Median of the days from onset to alert, of those found.
    public var bloomDelayMedianDays: Double?
    /// The days within which nine of ten of these alerts came.
    public var bloomDelayP90Days: Double?
    /// Times when coverage rose to 30 % and stayed there.
    public var crossings: Int
    /// Share of them for which a coverage alert came.
    public var crossingsFoundShare: Double?
    /// Median of the days from crossing to alert, of those found.
    public var crossingDelayMedianDays: Double?

    /// Takes the figures of what was counted.
    public init(_ tally: SeasonTally) {
        func perYear(_ count: Int) -> Double? { Self.share(count, of: tally.years) }
        years = tally.years
        rates = tally.rateErrors.count
        rateRMSE = tally.rateErrors.rootMeanSquare
        rateBias = tally.rateErrors.bias
        rateRMSEInBloom = tally.rateErrorsInBloom.rootMeanSquare
        intervalShare = Self.share(tally.intervalsThatHold, of: tally.rateErrors.count)
        growthAlertsPerYear = perYear(tally.growthAlerts)
        falseGrowthAlertsPerYear = perYear(tally.falseGrowthAlerts)
        coverageAlertsPerYear = perYear(tally.coverageAlerts)
        falseCoverageAlertsPerYear = perYear(tally.falseCoverageAlerts)
        forecastAlertsPerYear = perYear(tally.forecastAlerts)
        falseForecastAlertsPerYear = perYear(tally.falseForecastAlerts)
        falseAlertsPerYear = perYear(
            tally.falseGrowthAlerts + tally.falseCoverageAlerts + tally.falseForecastAlerts)
        blooms = tally.blooms
        bloomsFoundShare = Self.share(tally.bloomDelaysDays.count, of: tally.blooms)
        bloomDelayMedianDays = tally.bloomDelaysDays.quantile(0.5)
        bloomDelayP90Days = tally.bloomDelaysDays.quantile(0.9)
        crossings = tally.crossings
        crossingsFoundShare = Self.share(tally.crossingDelaysDays.count, of: tally.crossings)
        crossingDelayMedianDays = tally.crossingDelaysDays.quantile(0.5)
    }

    private static func share(_ part: Int, of whole: Int) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }
}
