/// How the levels of the last ten days rose: along a slope, as plants grow, or in one step, as a mat
/// comes into view.
///
/// A mat looks like growth to any slope, so a filter that knows rates and no mats takes one for a
/// bloom. Both explanations are fitted to the medians of half days:
///
/// - *Slope*: flat until some half day, and rising by b per day from there on. Growth of plants is
///   expected to be what ``GrowthRegime/growing`` says, so a slope that is too steep for plants explains
///   little.
/// - *Step*: one level, and from some half day on a higher one. A fall is no rival of growth.
///
/// The misfit of an explanation is its squared error over the camera's noise; half the difference of
/// the misfits is the logarithm of the odds (a likelihood ratio test: Neyman and Pearson, 1933).
public struct RiseShape: Hashable, Sendable {
    private let halfDays: [DailyLevels.HalfDay]
    /// The half day since which plants may have grown; what was before a removal is another level.
    private let firstHalfDay: Int
    private let variance: Double
    private let growing: GrowthRegime
    private let leastLogOdds: Double

    /// Fewer days can't tell a slope from a step.
    private static let leastDays = 4
    /// Standard deviation of a half day's median in logit units, on a camera with the usual noise: what
    /// wind and current leave in it.
    private static let halfDayLogit = 0.25

    init(
        _ days: DailyLevels, since latestStep: LevelStep?, noiseScale: Double,
        settings: GrowthSettings
    ) {
        halfDays = days.halfDays
        firstHalfDay =
            latestStep.map { $0.sizeLogit < 0 ? $0.began.halfDayNumber : .min } ?? .min
        variance = Self.halfDayLogit * Self.halfDayLogit * noiseScale
        growing = settings.filter.growing
        leastLogOdds = settings.slopeLogOdds
    }

    /// The shape of a camera that was seen once in each half day, the newest last.
    ///
    /// - Parameter levels: In logit units.
    public init(ofHalfDays levels: [Double], settings: GrowthSettings = .standard) {
        var days = DailyLevels()
        for (number, level) in levels.enumerated() {
            days.add(level: LogitScale.steps(ofLevel: level), halfDay: number)
        }
        self.init(days, since: nil, noiseScale: 1, settings: settings)
    }

    /// Whether the levels rose along a slope rather than in one step.
    ///
    /// `false` where there are too few days to tell.
    public var isSlopeRatherThanStep: Bool { logOdds.map { $0 >= leastLogOdds } ?? false }

    /// Logarithm of the odds of a slope against a step; `nil` where there are too few days to tell.
    var logOdds: Double? {
        let halfDays = halfDays.drop { $0.number < firstHalfDay }
        guard let newest = halfDays.last?.number, Self.days(of: halfDays) >= Self.leastDays else {
            return nil
        }
        var all = Moments()
        for half in halfDays { all.add(half, newest: newest) }
        var before = Moments()
        var stepError = all.errorAroundMean
        var slopeMisfit = Double.infinity
        for half in halfDays {
            let after = all.less(before)
            let start = Moments.day(of: half, newest: newest)
            slopeMisfit = min(
                slopeMisfit,
                all.misfitOfHinge(
                    rising: after, from: start, variance: variance, growing: growing))
            if before.count > 0, after.meanLevel > before.meanLevel {
                stepError = min(stepError, before.errorAroundMean + after.errorAroundMean)
            }
            before.add(half, newest: newest)
        }
        return 0.5 * (stepError / variance - slopeMisfit)
    }

    private static func days(of halfDays: ArraySlice<DailyLevels.HalfDay>) -> Int {
        var count = 0
        var newest: Int?
        for half in halfDays where half.number >> 1 != newest {
            newest = half.number >> 1
            count += 1
        }
        return count
    }
}

/// Sums from which least squares follow.
private struct Moments {
    var count = 0.0
    var day = 0.0
    var level = 0.0
    var dayDay = 0.0
    var dayLevel = 0.0
    var levelLevel = 0.0

    /// Days from the newest half day to another.
    static func day(of half: DailyLevels.HalfDay, newest: Int) -> Double {
        0.5 * Double(half.number - newest)
    }

    mutating func add(_ half: DailyLevels.HalfDay, newest: Int) {
        let day = Self.day(of: half, newest: newest)
        let level = LogitScale.level(ofSteps: half.median)
        count += 1
        self.day += day
        self.level += level
        dayDay += day * day
        dayLevel += day * level
        levelLevel += level * level
    }

    /// The sums over the rest.
    func less(_ part: Moments) -> Moments {
        Moments(
            count: count - part.count, day: day - part.day, level: level - part.level,
            dayDay: dayDay - part.dayDay, dayLevel: dayLevel - part.dayLevel,
            levelLevel: levelLevel - part.levelLevel)
    }

    var meanLevel: Double { level / count }

    /// Σ(y − ȳ)².
    var errorAroundMean: Double { max(0, levelLevel - level * level / count) }

    /// Σ(y − a − b f)² / `variance` + (b − m)² / s² for the best a and b ≥ 0, where f is 0 until `start`
    /// and the days since then after it, and m and s are mean and spread of growing plants' rates.
    ///
    /// - Parameter rising: The sums over the days from `start` on alone.
    func misfitOfHinge(
        rising: Moments, from start: Double, variance: Double, growing: GrowthRegime
    ) -> Double {
        let f = rising.day - rising.count * start
        let ff = rising.dayDay - 2 * start * rising.day + rising.count * start * start
        let fLevel = rising.dayLevel - start * rising.level
        let spread = (ff - f * f / count) / variance
        let common = (fLevel - f * level / count) / variance
        let certainty = 1 / (growing.spreadPerDay * growing.spreadPerDay)
        let slope = max(0, (common + growing.meanPerDay * certainty) / (spread + certainty))
        let surprise = slope - growing.meanPerDay
        let error = errorAroundMean / variance - 2 * slope * common + slope * slope * spread
        return max(0, error) + surprise * surprise * certainty
    }
}
