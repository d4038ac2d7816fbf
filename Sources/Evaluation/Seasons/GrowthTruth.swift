public import Vocabulary

/// What was true of a camera's water, at even steps of time: what a judge is scored against.
public struct GrowthTruth: Sendable {
    /// When it begins.
    public let start: Timestamp
    /// From one value to the next.
    public let step: Duration
    /// True coverage, 0…1.
    public let coverage: [Double]
    /// True growth rate r of dC/dt = r C (1 − C/K), in 1/day, at the same moments.
    public let ratePerDay: [Double]

    /// The steps of three days.
    let stepsOfThreeDays: Int
    /// Mean rate over the three days up to each moment, in 1/day; shorter at the start.
    private let threeDayMeans: [Double]
    private let stepNanoseconds: Int64

    /// Takes the truth; `step` is positive, and there are as many rates as coverages.
    public init(start: Timestamp, step: Duration, coverage: [Double], ratePerDay: [Double]) {
        self.start = start
        self.step = step
        self.coverage = coverage
        self.ratePerDay = ratePerDay
        stepNanoseconds = max(1, step.clampedNanoseconds)
        stepsOfThreeDays = Int(Duration.days(3).clampedNanoseconds / stepNanoseconds)
        threeDayMeans = Self.means(of: ratePerDay, over: stepsOfThreeDays)
    }

    /// The place of the newest value at or before a moment; `nil` outside of the truth.
    func index(at time: Timestamp) -> Int? {
        let nanoseconds = (time - start).clampedNanoseconds
        guard nanoseconds >= 0 else { return nil }
        let index = Int(nanoseconds / stepNanoseconds)
        return coverage.indices.contains(index) ? index : nil
    }

    /// The moment of a place.
    func time(at index: Int) -> Timestamp { start + step * index }

    /// The steps of so many days.
    func steps(ofDays days: Double) -> Int {
        Int(Duration.days(days).clampedNanoseconds / stepNanoseconds)
    }

    /// Mean rate over the three days up to a place, in 1/day.
    func threeDayMean(at index: Int) -> Double { threeDayMeans[index] }

    private static func means(of rates: [Double], over count: Int) -> [Double] {
        var sum = 0.0
        return rates.indices.map { index in
            sum += rates[index]
            if index >= count { sum -= rates[index - count] }
            return sum / Double(min(index + 1, max(1, count)))
        }
    }
}
