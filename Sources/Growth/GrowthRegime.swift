/// How the growth rate moves while one regime is at work.
///
/// The rate is an Ornstein–Uhlenbeck process (G. E. Uhlenbeck and L. S. Ornstein, Physical Review
/// 36, 1930): chance pushes it about, and it returns to its mean.
public struct GrowthRegime: Hashable, Sendable {
    /// The rate to which it returns, in 1/day.
    public var meanPerDay: Double
    /// Standard deviation of the rate in the long run, in 1/day.
    public var spreadPerDay: Double
    /// Time in which it forgets a deviation but for 1/e of it, in days.
    public var reversionDays: Double

    /// Makes a regime.
    public init(meanPerDay: Double, spreadPerDay: Double, reversionDays: Double) {
        self.meanPerDay = meanPerDay
        self.spreadPerDay = spreadPerDay
        self.reversionDays = reversionDays
    }

    /// Water on which nothing much grows: what the rate does outside blooms.
    public static let quiet = GrowthRegime(
        meanPerDay: 0, spreadPerDay: 0.035, reversionDays: 20)

    /// A bloom: spans 0 to 0.45 per day.
    ///
    /// The mean is a little below that of real wells, 0.2 per day. 39 clones of duckweed grew at 0.15 to
    /// 0.52 per day in the laboratory (Ziegler et al., Plant Biology 17, 2015).
    public static let growing = GrowthRegime(
        meanPerDay: 0.17, spreadPerDay: 0.15, reversionDays: 10)
}
