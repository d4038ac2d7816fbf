#if canImport(Glibc)
    import Glibc
#endif

/// How coverage changes over the days of a clip: logistic growth, a harvest and a flush at most.
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
    /// Lanes that the harvest cuts; `nil` when it takes the mats out everywhere.
    public var harvestStrips: HarvestStrips?
    /// Days from the start after which a flood carries everything off; `nil` for never.
    public var flushDay: Double?
    /// Coverage that the flood leaves.
    public var coverageAfterFlush: Double?

    /// Makes a plan.
    public init(
        initialCoverage: Double, ratePerDay: Double, harvestDay: Double? = nil,
        coverageAfterHarvest: Double = 0.02, harvestStrips: HarvestStrips? = nil,
        flushDay: Double? = nil, coverageAfterFlush: Double? = nil
    ) {
        self.initialCoverage = initialCoverage
        self.ratePerDay = ratePerDay
        self.harvestDay = harvestDay
        self.coverageAfterHarvest = coverageAfterHarvest
        self.harvestStrips = harvestStrips
        self.flushDay = flushDay
        self.coverageAfterFlush = coverageAfterFlush
    }

    /// Coverage after so many days, 0…1; where a harvest cuts lanes, coverage inside them.
    public func coverage(afterDays days: Double) -> Double {
        coverage(afterDays: days, events: events)
    }

    /// Coverage of the lanes that the harvest leaves.
    func uncutCoverage(afterDays days: Double) -> Double {
        coverage(afterDays: days, events: events.filter { $0.day == flushDay })
    }

    /// What takes mats away: when, and what it leaves at most.
    private var events: [(day: Double, left: Double)] {
        let harvest = harvestDay.map { (day: $0, left: coverageAfterHarvest) }
        let flush = flushDay.map { (day: $0, left: coverageAfterFlush ?? 0.002) }
        return [harvest, flush].compactMap { $0 }.sorted { $0.day < $1.day }
    }

    private func coverage(
        afterDays days: Double, events: [(day: Double, left: Double)]
    ) -> Double {
        var (start, since) = (initialCoverage, 0.0)
        for event in events where days >= event.day {
            start = min(logistic(from: start, days: event.day - since), event.left)
            since = event.day
        }
        return logistic(from: start, days: days - since)
    }

    private func logistic(from start: Double, days: Double) -> Double {
        guard start > 0 else { return 0 }
        guard start < 1 else { return 1 }
        let odds = start / (1 - start) * exp(ratePerDay * days)
        return odds / (1 + odds)
    }
}
