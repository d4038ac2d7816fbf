internal import Vocabulary

/// What is counted of one method over camera-years; tallies of parts add up to that of the whole.
public struct SeasonTally: Hashable, Sendable {
    /// Camera-years.
    public var years = 0
    /// Errors of the published rates, in 1/day.
    public var rateErrors = ErrorSums()
    /// The same while plants bloomed.
    public var rateErrorsInBloom = ErrorSums()
    /// Published 90 % intervals that held the true rate.
    public var intervalsThatHold = 0
    /// Growth alerts.
    public var growthAlerts = 0
    /// Growth alerts before which nothing grew.
    public var falseGrowthAlerts = 0
    /// Coverage alerts.
    public var coverageAlerts = 0
    /// Coverage alerts around which too little was covered.
    public var falseCoverageAlerts = 0
    /// Alerts of coming coverage.
    public var forecastAlerts = 0
    /// Alerts of coming coverage after which too little was covered.
    public var falseForecastAlerts = 0
    /// Blooms that there were, at most one for each camera-year.
    public var blooms = 0
    /// Days from the onset of each bloom that was found to its growth alert.
    public var bloomDelaysDays: [Double] = []
    /// Times when coverage rose to 30 % and stayed there.
    public var crossings = 0
    /// Days from each crossing that was found to its coverage alert.
    public var crossingDelaysDays: [Double] = []

    /// Starts with nothing.
    public init() {}

    /// Adds what another one counted.
    public static func += (tally: inout SeasonTally, other: SeasonTally) {
        tally.years += other.years
        tally.rateErrors += other.rateErrors
        tally.rateErrorsInBloom += other.rateErrorsInBloom
        tally.intervalsThatHold += other.intervalsThatHold
        tally.growthAlerts += other.growthAlerts
        tally.falseGrowthAlerts += other.falseGrowthAlerts
        tally.coverageAlerts += other.coverageAlerts
        tally.falseCoverageAlerts += other.falseCoverageAlerts
        tally.forecastAlerts += other.forecastAlerts
        tally.falseForecastAlerts += other.falseForecastAlerts
        tally.blooms += other.blooms
        tally.bloomDelaysDays += other.bloomDelaysDays
        tally.crossings += other.crossings
        tally.crossingDelaysDays += other.crossingDelaysDays
    }
}

/// Count, sum and sum of squares of errors.
public struct ErrorSums: Hashable, Sendable {
    /// How many errors.
    public private(set) var count = 0
    private var sum = 0.0
    private var sumOfSquares = 0.0

    /// Starts with nothing.
    public init() {}

    /// Takes an error.
    public mutating func add(_ error: Double) {
        count += 1
        sum += error
        sumOfSquares += error * error
    }

    /// Adds what another one counted.
    public static func += (sums: inout ErrorSums, other: ErrorSums) {
        sums.count += other.count
        sums.sum += other.sum
        sums.sumOfSquares += other.sumOfSquares
    }

    /// Mean error; `nil` of nothing.
    public var bias: Double? { count > 0 ? sum / Double(count) : nil }

    /// Root of the mean squared error; `nil` of nothing.
    public var rootMeanSquare: Double? {
        count > 0 ? (sumOfSquares / Double(count)).squareRoot() : nil
    }
}
