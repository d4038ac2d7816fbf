public import Vocabulary

/// What follows from a bin that has been judged.
///
/// It never changes and is an object, since it is large and every rule reads it.
public final class GrowthStep: Sendable {
    /// The estimate for people and for the store.
    public let estimate: GrowthEstimate
    /// The distribution for rules.
    public let posterior: GrowthPosterior
    /// The bin.
    public let bin: JudgedBin
    /// How many bins have been judged since the start or the last long silence.
    ///
    /// A level that rests on fewer than 3 bins can still be one burst of glare.
    public let binCount: Int
    /// How the levels of the last ten days rose.
    ///
    /// A mat that drifts into view looks like growth to any slope, so no growth alert is raised unless
    /// they rose along a slope.
    public let rise: RiseShape
    /// The newest jump of the level that was accepted; `nil` when there was none.
    public let latestLevelStep: LevelStep?

    /// Makes a step.
    public init(
        estimate: GrowthEstimate, posterior: GrowthPosterior, bin: JudgedBin, binCount: Int,
        rise: RiseShape, latestLevelStep: LevelStep?
    ) {
        self.estimate = estimate
        self.posterior = posterior
        self.bin = bin
        self.binCount = binCount
        self.rise = rise
        self.latestLevelStep = latestLevelStep
    }
}

extension GrowthStep: Equatable {
    /// Whether two bins led to the same.
    public static func == (left: GrowthStep, right: GrowthStep) -> Bool {
        left.estimate == right.estimate && left.posterior == right.posterior
            && left.bin == right.bin && left.binCount == right.binCount && left.rise == right.rise
            && left.latestLevelStep == right.latestLevelStep
    }
}

/// A bin of samples that the filter has taken in.
public struct JudgedBin: Codable, Hashable, Sendable {
    /// Number of the bin: whole bin widths since 1970-01-01T00:00:00Z.
    ///
    /// A bin that was judged on its first sample and is judged anew with all of them keeps its number.
    public var number: Int
    /// Capture time of its newest sample.
    public var time: Timestamp
    /// Median of its samples, 0…1, held within what can be measured.
    public var coverage: Double
    /// How many samples it holds.
    public var sampleCount: Int

    /// Makes a bin.
    public init(number: Int, time: Timestamp, coverage: Double, sampleCount: Int) {
        self.number = number
        self.time = time
        self.coverage = coverage
        self.sampleCount = sampleCount
    }
}
