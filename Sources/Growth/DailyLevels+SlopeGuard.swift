extension DailyLevels {
    /// The guard looks at this many days, the newest included.
    private static let guardDays = 8
    /// Fewer days with a bin can't tell a slope from a step.
    private static let leastGuardDays = 5

    /// Whether the days lie on a line rather than on two levels.
    ///
    /// Least squares of both: a line over time, and the best of all splits into two means. A mat that
    /// drifts into view looks like growth to any slope, and is a step.
    ///
    /// - Parameter share: The line's squared error may be this share of the step's at most.
    func isSlopeRatherThanStep(share: Double) -> Bool {
        guard let newest = days.last?.number else { return false }
        var all = Moments()
        for day in days where day.number > newest - Self.guardDays {
            all.add(day: Double(day.number - newest), level: LogitScale.level(ofSteps: day.median))
        }
        guard all.count >= Double(Self.leastGuardDays) else { return false }
        var before = Moments()
        var stepError = Double.infinity
        for day in days where day.number > newest - Self.guardDays {
            before.add(
                day: Double(day.number - newest), level: LogitScale.level(ofSteps: day.median))
            guard before.count < all.count else { break }
            stepError = min(stepError, before.errorAroundMean + all.less(before).errorAroundMean)
        }
        return all.errorAroundLine <= share * stepError
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

    mutating func add(day: Double, level: Double) {
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

    /// Σ(y − a − b t)² for the best a and b.
    var errorAroundLine: Double {
        let spread = dayDay - day * day / count
        let common = dayLevel - day * level / count
        return max(0, errorAroundMean - common * common / spread)
    }
}
