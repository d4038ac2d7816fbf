public import Vocabulary

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Samples of water on which duckweed grows by the logistic law, with the noise of a camera.
public struct LogisticSeries: Sendable {
    /// Growth rate in 1/day.
    public var ratePerDay = 0.2
    /// Coverage at the start, 0…1.
    public var startCoverage = 0.05
    /// When it starts.
    public var start = Timestamp(nanosecondsSinceEpoch: 1_780_272_000_000_000_000)
    /// Length in days.
    public var days = 7.0
    /// From one sample to the next.
    public var interval = Duration.seconds(6 * 3600)
    /// Standard deviation of independent noise, in logit units.
    public var noise = 0.15
    /// Standard deviation of what wind does (Ornstein–Uhlenbeck), in logit units.
    public var drift = 0.0
    /// Time constant of the wind in hours.
    public var driftHours = 8.0
    /// Share of samples that are ``outlierSize`` off, up or down.
    public var outlierShare = 0.0
    /// Size of an outlier in logit units.
    public var outlierSize = 2.0
    /// The camera.
    public var camera: CameraID = "lock-3"

    /// Makes a series with the usual noise.
    public init() {}

    /// The true coverage, `days` after the start.
    public func trueCoverage(afterDays days: Double) -> Double {
        1 / (1 + exp(-(log(startCoverage / (1 - startCoverage)) + ratePerDay * days)))
    }

    /// The samples for a seed; the first is at the start.
    public func samples(seed: UInt64) -> [CoverageSample] {
        var noiseSource = SplitMix64(seed: seed)
        // Outliers have a source of their own, so that the same seed has the same noise without.
        var outlierSource = SplitMix64(seed: seed ^ 0xD6E8_FEB8_6659_FD93)
        var windLevel = drift * noiseSource.normal()
        let memory = exp(-interval.inSeconds / 3600 / driftHours)
        let count = Int(days / interval.inDays) + 1
        return (0..<count).map { index in
            let time = start + interval * index
            let truth = trueCoverage(afterDays: (time - start).inDays)
            windLevel =
                memory * windLevel
                + drift * (1 - memory * memory).squareRoot() * noiseSource.normal()
            var level = log(truth / (1 - truth)) + windLevel + noise * noiseSource.normal()
            if outlierSource.uniform() < outlierShare {
                level += outlierSource.uniform() < 0.5 ? -outlierSize : outlierSize
            }
            return CoverageSample(
                camera: camera, time: time, coverage: 1 / (1 + exp(-level)), visibleShare: 1,
                sigmaLogit: noise, frames: 3, model: "simulated-1")
        }
    }
}
