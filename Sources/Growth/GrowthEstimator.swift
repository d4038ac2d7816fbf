public import Vocabulary

/// Turns a camera's samples into its level and growth rate, one sample at a time.
///
/// The state is small and does not grow, each sample costs the same, and equal samples give an equal
/// state. How it works, in order:
///
/// 1. Samples are gathered in bins of 2 h; a bin is the median of its samples in logit units.
/// 2. A bin is judged when the first sample of a later one closes it. A sample that comes a bin's
///    width after the one before is judged at once; should more samples fall into its bin, the bin is
///    judged anew when it closes.
/// 3. A filter follows level, rate and drift (``GrowthPosterior``).
/// 4. The rate is published when there is enough evidence (``GrowthSettings``).
public struct GrowthEstimator: Hashable, Sendable {
    /// What the newest judged bin left.
    var filter: GrowthFilter?
    /// What was before it, while it may still be judged anew.
    var former: GrowthFilter?
    /// The last two weeks by days.
    var days = DailyLevels()
    /// The bin that is being filled.
    var open: OpenBin?

    /// Starts with no evidence.
    public init() {}

    /// How many bins have been judged since the start or the last long silence.
    public var binCount: Int { filter?.binCount ?? 0 }

    /// What is believed after the newest judged bin; `nil` before the first sample.
    public var posterior: GrowthPosterior? { filter?.posterior }

    /// Takes the next sample.
    ///
    /// A sample that is older than the start of the newest bin (it came late), or whose coverage is
    /// not a number, changes nothing.
    ///
    /// - Returns: What follows from the newest bin that this sample let be judged; `nil` where the
    ///   sample only joined its bin or was passed over.
    public mutating func add(
        _ sample: CoverageSample, settings: GrowthSettings = .standard
    ) -> GrowthStep? {
        guard sample.coverage.isFinite else { return nil }
        let number = Self.binNumber(of: sample.time, settings)
        guard let newestSample = open?.newestSample, let openNumber = open?.number else {
            open = OpenBin(sample, number: number)
            return judgeOpenBin(of: sample.camera, settings)
        }
        guard number > openNumber else {
            if number == openNumber { open?.insert(sample) }
            return nil
        }
        let closed = judgeOpenBin(of: sample.camera, settings)
        former = nil
        open?.reopen(sample, number: number)
        guard sample.time - newestSample >= settings.binWidth else { return closed }
        return judgeOpenBin(of: sample.camera, settings)
    }

    /// Judges the bin that is being filled, once its time is over.
    ///
    /// - Parameter time: Now. While the bin can still get samples, nothing happens.
    /// - Returns: What follows; `nil` where there was nothing to judge.
    public mutating func closeBin(
        at time: Timestamp, of camera: CameraID, settings: GrowthSettings = .standard
    ) -> GrowthStep? {
        guard let open, Self.binNumber(of: time, settings) > open.number else { return nil }
        return judgeOpenBin(of: camera, settings)
    }

    private mutating func judgeOpenBin(
        of camera: CameraID, _ settings: GrowthSettings
    ) -> GrowthStep? {
        guard let bin = open, bin.hasNews else { return nil }
        let measurement = bin.measurement(isSparse: days.isSparse(settings.evidence))
        let isAnew = bin.judgedCount > 0
        if isAnew { filter = former } else { former = filter }
        if filter?.add(measurement, settings: settings) == nil {
            filter = GrowthFilter(measurement, settings: settings)
        }
        guard let judged = filter else { return nil }
        open?.judgedCount = bin.sampleCount
        if judged.binCount == 1 { days = DailyLevels() }
        if isAnew, judged.binCount > 1 {
            days.replaceNewest(by: bin.median)
        } else {
            days.add(level: bin.median, halfDay: measurement.time.halfDayNumber)
        }
        return GrowthStep(
            estimate: estimate(by: judged, of: camera, settings), posterior: judged.posterior,
            bin: measurement.judged, binCount: judged.binCount,
            rise: RiseShape(
                days, since: judged.latestLevelStep, noiseScale: judged.noise.factor,
                settings: settings),
            latestLevelStep: judged.latestLevelStep)
    }

    private static func binNumber(of time: Timestamp, _ settings: GrowthSettings) -> Int {
        let width = settings.binSeconds * 1_000_000_000
        let (quotient, remainder) = time.nanosecondsSinceEpoch
            .quotientAndRemainder(dividingBy: width)
        return Int(remainder < 0 ? quotient - 1 : quotient)
    }
}

extension Timestamp {
    /// Half days (UTC) since the epoch, rounded down.
    var halfDayNumber: Int {
        let (quotient, remainder) =
            nanosecondsSinceEpoch
            .quotientAndRemainder(dividingBy: 43_200_000_000_000)
        return Int(remainder < 0 ? quotient - 1 : quotient)
    }
}
