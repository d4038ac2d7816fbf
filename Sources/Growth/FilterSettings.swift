/// The numbers of the growth filter; the defaults are those of the simulated season.
public struct FilterSettings: Hashable, Sendable {
    /// Quiet water.
    public var quiet = GrowthRegime.quiet
    /// Growing plants.
    public var growing = GrowthRegime.growing
    /// How often quiet water begins to grow, per day.
    public var quietToGrowingPerDay = 1.0 / 60
    /// How often growth comes to rest, per day.
    public var growingToQuietPerDay = 1.0 / 15
    /// Weight of the growing regime at the first bin.
    public var growingPrior = 0.2
    /// Standard deviation of what wind and current do, in logit units, at a noise scale of 1.
    public var driftLogit = 0.25
    /// Time in which wind and current forget but for 1/e, in days.
    public var driftDays = 0.35
    /// How far the logistic law errs, in logit units per √day.
    public var levelWalkLogit = 0.03
    /// Standard deviation of the level at the first bin, in logit units.
    public var firstLevelLogit = 1.0
    /// By how much the level may have changed per day of a long silence, in logit units.
    public var silenceLogitPerDay = 0.1
    /// Degrees of freedom of Student's t distribution, by which outliers are weighed.
    public var studentDegrees = 4.0
    /// Within which the variance of a camera's noise may differ from the usual.
    public var noiseScaleRange = 0.2...12.0

    /// The defaults.
    public init() {}
}
