internal import Vocabulary

/// What a bin of samples measured, for the filter.
struct BinMeasurement: Hashable, Sendable {
    /// Number of the bin: whole bin widths since the epoch.
    let number: Int
    /// Capture time of its newest sample.
    let time: Timestamp
    /// Median of its samples in logit units.
    let level: Double
    /// The same as a share of the water, 0…1.
    let coverage: Double
    /// Variance of ``level`` in logit², before the camera's own noise scale.
    let variance: Double
    /// How many samples it holds.
    let sampleCount: Int

    /// The bin, as rules see it.
    var judged: JudgedBin {
        JudgedBin(
            number: number, time: time, coverage: coverage, sampleCount: sampleCount)
    }
}
