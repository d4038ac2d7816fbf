internal import Vocabulary

/// Which alerts are false, and which ought to come.
extension GrowthTruth {
    /// A mean rate over three days from which growth is real, in 1/day (it doubles in 12 days).
    static let realGrowth = 0.06
    /// A rate that a bloom exceeds for three days, in 1/day.
    static let bloomRate = 0.15
    /// The share of its threshold that coverage must reach for a coverage alert to be right.
    static let coverageTolerance = 0.8

    /// Whether plants really grew before a growth alert: over some three of the last seven days the
    /// mean rate was 0.06 or more.
    func justifiesGrowthAlert(at time: Timestamp) -> Bool {
        guard let index = index(at: time) else { return false }
        let earliest = max(min(index, stepsOfThreeDays), index - steps(ofDays: 4))
        return (earliest...index).contains { threeDayMean(at: $0) >= Self.realGrowth }
    }

    /// Whether the water was really covered around a coverage alert: within a day of it, coverage
    /// was at least 0.8 of the threshold.
    func justifiesCoverageAlert(_ claim: CoverageClaim) -> Bool {
        reaches(claim, daysBefore: 1, daysAfter: 1)
    }

    /// Whether the water was covered soon after a forecast: within a week and a day, coverage was at
    /// least 0.8 of the threshold.
    func justifiesForecastAlert(_ claim: CoverageClaim) -> Bool {
        reaches(claim, daysBefore: 1, daysAfter: 8)
    }

    private func reaches(_ claim: CoverageClaim, daysBefore: Double, daysAfter: Double) -> Bool {
        guard let index = index(at: claim.time) else { return false }
        let first = max(0, index - steps(ofDays: daysBefore))
        let last = min(coverage.count - 1, index + steps(ofDays: daysAfter))
        return (first...last).contains {
            coverage[$0] >= Self.coverageTolerance * claim.threshold
        }
    }

    /// The first bloom: from the first of three days with a rate above 0.15 throughout, until the
    /// rate is no longer that of real growth.
    var firstBloom: ClosedRange<Timestamp>? {
        var run = 0
        for index in ratePerDay.indices {
            run = ratePerDay[index] > Self.bloomRate ? run + 1 : 0
            guard run > stepsOfThreeDays else { continue }
            let end = ratePerDay[index...].firstIndex { $0 < Self.realGrowth }
            return time(at: index - stepsOfThreeDays)...time(at: end ?? coverage.count - 1)
        }
        return nil
    }

    /// The times when coverage rose to a threshold and stayed there for three days, each until it
    /// was below 0.8 of the threshold again.
    func crossings(of threshold: Double) -> [ClosedRange<Timestamp>] {
        var found: [ClosedRange<Timestamp>] = []
        var isAbove = true
        var since: Int?
        for index in coverage.indices {
            if coverage[index] < Self.coverageTolerance * threshold {
                if let begun = since, isAbove { found.append(time(at: begun)...time(at: index)) }
                isAbove = false
                since = nil
            } else if coverage[index] < threshold {
                if !isAbove { since = nil }
            } else if !isAbove {
                let begun = since ?? index
                since = begun
                isAbove = index - begun >= stepsOfThreeDays
            }
        }
        if let begun = since, isAbove {
            found.append(time(at: begun)...time(at: coverage.count - 1))
        }
        return found
    }
}
