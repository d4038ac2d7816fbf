internal import Vocabulary

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Judges growth once a day by a line through the last days: what a careful user would pick instead.
///
/// It is held to the same evidence and the same rule as the live judge: coverage of 2 to 85 % and
/// days enough for a rate; P(r > 0.10/day) of 0.8 on two days in a row and coverage above 5 % for
/// an alert, which is over when the probability is below 0.4 on two days in a row.
struct SlopeJudge {
    enum Fit {
        /// Least squares through ln C of every sample.
        case logLeastSquares
        /// Theil–Sen through the daily medians of logit C.
        case dailyTheilSen
    }

    /// How far back the line looks, in days.
    let windowDays: Int
    /// Which line.
    let fit: Fit

    /// Coverage between which a rate is published.
    private static let readableCoverage = 0.02...0.85
    /// Coverage is held within what can be measured before its logarithm is taken.
    private static let measurable = 0.004...0.996
    private static let alertRate = 0.10
    private static let alertCoverage = 0.05
    private static let enterProbability = 0.8
    private static let leaveProbability = 0.4

    func verdict(on samples: [CoverageSample]) -> SeasonVerdict {
        let days = Self.days(of: samples)
        var verdict = SeasonVerdict()
        var isFiring = false
        var daysTowardsChange = 0
        var first = 0
        for (index, today) in days.enumerated() {
            while days[first].number <= today.number - windowDays { first += 1 }
            guard Self.readableCoverage.contains(today.medianCoverage),
                index - first + 1 > windowDays / 2, let line = line(through: days[first...index])
            else { continue }
            verdict.rates.append(
                RateClaim(time: today.time, rate: line.slope, low: line.low, high: line.high))
            let probability = line.probability(above: Self.alertRate)
            let wantsChange =
                isFiring
                ? probability < Self.leaveProbability
                : probability > Self.enterProbability && today.medianCoverage > Self.alertCoverage
            daysTowardsChange = wantsChange ? daysTowardsChange + 1 : 0
            guard daysTowardsChange >= 2 else { continue }
            isFiring.toggle()
            daysTowardsChange = 0
            if isFiring { verdict.growthAlerts.append(today.time) }
        }
        return verdict
    }

    private func line(through days: ArraySlice<Day>) -> SlopeFit? {
        switch fit {
        case .logLeastSquares:
            SlopeFit.leastSquares(
                days.flatMap { day in day.samples.map { ($0.day, log($0.coverage)) } })
        case .dailyTheilSen:
            SlopeFit.theilSen(
                days.map { ($0.medianDay, log($0.medianCoverage / (1 - $0.medianCoverage))) })
        }
    }

    /// The samples of one day.
    private struct Day {
        let number: Int
        let time: Timestamp
        let medianDay: Double
        let medianCoverage: Double
        let samples: [(day: Double, coverage: Double)]
    }

    private static func days(of samples: [CoverageSample]) -> [Day] {
        samples.chunked { $0.time.wholeDay == $1.time.wholeDay }.compactMap { ofDay in
            let points = ofDay.map {
                (
                    day: $0.time.daysSinceEpoch,
                    coverage: min(max($0.coverage, measurable.lowerBound), measurable.upperBound)
                )
            }
            guard let last = ofDay.last, let day = points.map(\.day).quantile(0.5),
                let coverage = points.map(\.coverage).quantile(0.5)
            else { return nil }
            return Day(
                number: last.time.wholeDay, time: last.time, medianDay: day,
                medianCoverage: coverage, samples: points)
        }
    }
}

extension Array {
    /// The array in pieces, cut wherever two neighbours do not belong together.
    fileprivate func chunked(together: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
        var pieces: [ArraySlice<Element>] = []
        var start = startIndex
        for index in indices.dropFirst() where !together(self[index - 1], self[index]) {
            pieces.append(self[start..<index])
            start = index
        }
        if start < endIndex { pieces.append(self[start...]) }
        return pieces
    }
}
