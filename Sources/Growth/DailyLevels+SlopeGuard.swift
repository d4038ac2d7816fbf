extension DailyLevels {
    /// Fewer days with a bin can't tell a slope from a step.
    private static let leastGuardDays = 5
    /// A slope is seen in this many half days at least.
    private static let leastRisingHalfDays = 3
    /// The steepest slope that is tried, in 1/day.
    ///
    /// Growth of up to 0.6 per day still lies nearer to this slope than to a step, on each day of its
    /// rise (39 clones of duckweed grew at 0.15 to 0.52: Ziegler et al., 2015). A mat that came two days
    /// ago would need 0.4 to 0.9.
    private static let steepestPerDay = 0.35

    /// Whether the half days of the last eight days rise along a slope rather than in one step.
    ///
    /// Both are fitted by least squares, each with three parameters. The slope: a level that is flat
    /// until some half day and rises from there on; a straight line is the case where it rises from the
    /// first on. The step: two levels, and the half day at which the second begins. A mat that drifts
    /// into view looks like growth to any slope, and is a step; a bloom that has begun within these
    /// days is no straight line.
    ///
    /// - Parameter share: The slope's squared error may be this share of the step's at most.
    func isSlopeRatherThanStep(share: Double) -> Bool {
        guard let newest = halfDays.last?.number, guardDayCount >= Self.leastGuardDays else {
            return false
        }
        var all = Moments()
        for half in halfDays { all.add(half, newest: newest) }
        var before = Moments()
        var stepError = Double.infinity
        var slopeError = Double.infinity
        for half in halfDays {
            let since = before
            before.add(half, newest: newest)
            let after = all.less(before)
            if all.less(since).count > Double(Self.leastRisingHalfDays) {
                slopeError = min(
                    slopeError,
                    all.errorAroundHinge(
                        rising: after, from: Moments.day(of: half, newest: newest),
                        steepest: Self.steepestPerDay))
            }
            guard after.count > 0 else { break }
            stepError = min(stepError, before.errorAroundMean + after.errorAroundMean)
        }
        return slopeError <= share * stepError
    }

    private var guardDayCount: Int {
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

    /// Σ(y − ȳ)².
    var errorAroundMean: Double { max(0, levelLevel - level * level / count) }

    /// Σ(y − a − b f)² for the best a, and the best b from 0 to `steepest`, where f is 0 until `start`
    /// and the days since then after it.
    ///
    /// - Parameter rising: The sums over the days after `start` alone.
    func errorAroundHinge(rising: Moments, from start: Double, steepest: Double) -> Double {
        let f = rising.day - rising.count * start
        let ff = rising.dayDay - 2 * start * rising.day + rising.count * start * start
        let fLevel = rising.dayLevel - start * rising.level
        let spread = ff - f * f / count
        let common = fLevel - f * level / count
        guard spread > 0 else { return errorAroundMean }
        let slope = min(max(common / spread, 0), steepest)
        return max(0, errorAroundMean - 2 * slope * common + slope * slope * spread)
    }
}
