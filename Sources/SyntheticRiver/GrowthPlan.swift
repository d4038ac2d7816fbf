#if canImport(Glibc)
    import Glibc
#endif

/// How coverage changes over the days of a clip: logistic growth and at most one harvest.
///
/// C(t) solves dC/dt = r C (1 − C) (Verhulst 1838), so that logit C rises by r each day.
public struct GrowthPlan: Codable, Hashable, Sendable {
    /// Coverage at the start, 0…1; zero stays zero.
    public var initialCoverage: Double
    /// r, relative growth rate per day while coverage is small.
    public var ratePerDay: Double
    /// Days from the start after which the mats are taken out; `nil` for never.
    public var harvestDay: Double?
    /// Coverage that a harvest leaves.
    public var coverageAfterHarvest: Double

    /// Makes a plan.
    public init(
        initialCoverage: Double, ratePerDay: Double, harvestDay: Double? = nil,
        coverageAfterHarvest: Double = 0.02
    ) {
        self.initialCoverage = initialCoverage
        self.ratePerDay = ratePerDay
        self.harvestDay = harvestDay
        self.coverageAfterHarvest = coverageAfterHarvest
    }

    /// Coverage after so many days, 0…1.
    public func coverage(afterDays days: Double) -> Double {
        if let harvestDay, days >= harvestDay {
            let before = logistic(from: initialCoverage, days: harvestDay)
            return logistic(from: min(before, coverageAfterHarvest), days: days - harvestDay)
        }
        return logistic(from: initialCoverage, days: days)
    }

    private func logistic(from start: Double, days: Double) -> Double {
        guard start > 0 else { return 0 }
        guard start < 1 else { return 1 }
        let odds = start / (1 - start) * exp(ratePerDay * days)
        return odds / (1 + odds)
    }
}
