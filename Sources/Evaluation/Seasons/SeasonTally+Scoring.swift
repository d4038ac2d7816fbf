internal import Vocabulary

extension SeasonTally {
    /// How long before a bloom or a crossing an alert may come and still be meant for it, in days.
    private static let earlyDays = (bloom: 7.0, crossing: 1.0)
    /// Coverage whose crossings are looked for, 0…1: that of the standard rule.
    private static let crossedCoverage = 0.30

    /// Scores what a method said of one camera-year.
    init(_ verdict: SeasonVerdict, against truth: GrowthTruth) {
        years = 1
        let bloom = truth.firstBloom
        for claim in verdict.rates {
            guard let index = truth.index(at: claim.time) else { continue }
            let trueRate = truth.ratePerDay[index]
            rateErrors.add(claim.rate - trueRate)
            if bloom?.contains(claim.time) == true {
                rateErrorsInBloom.add(claim.rate - trueRate)
            }
            if claim.low <= trueRate, trueRate <= claim.high { intervalsThatHold += 1 }
        }
        growthAlerts = verdict.growthAlerts.count
        let right = verdict.growthAlerts.filter(truth.justifiesGrowthAlert(at:))
        falseGrowthAlerts = growthAlerts - right.count
        coverageAlerts = verdict.coverageAlerts.count
        falseCoverageAlerts = verdict.coverageAlerts.count { !truth.justifiesCoverageAlert($0) }
        forecastAlerts = verdict.forecastAlerts.count
        falseForecastAlerts = verdict.forecastAlerts.count { !truth.justifiesForecastAlert($0) }
        if let bloom {
            blooms = 1
            bloomDelaysDays = Self.delay(of: right, to: bloom, early: Self.earlyDays.bloom)
        }
        let crossed = truth.crossings(of: Self.crossedCoverage)
        crossings = crossed.count
        let coverageTimes = verdict.coverageAlerts.map(\.time)
        crossingDelaysDays = crossed.flatMap {
            Self.delay(of: coverageTimes, to: $0, early: Self.earlyDays.crossing)
        }
    }

    /// Days from the start of a spell to the first alert in it; an early alert has the delay 0.
    ///
    /// - Returns: One value, or none when no alert came.
    private static func delay(
        of alerts: [Timestamp], to spell: ClosedRange<Timestamp>, early days: Double
    ) -> [Double] {
        let first = alerts.first {
            (spell.lowerBound - .days(days)...spell.upperBound).contains($0)
        }
        return first.map { [max(0, ($0 - spell.lowerBound).inDays)] } ?? []
    }
}
