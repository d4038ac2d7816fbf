/// Milliseconds of processor time: the median of many measurements, and the least.
///
/// The least is what the machine can do when nothing disturbs it.
struct Timing: Hashable, Encodable {
    var medianMilliseconds: Double
    var minimumMilliseconds: Double

    /// Sums up measurements in seconds; not a number where there are none.
    init(seconds: [Double]) {
        let sorted = seconds.sorted()
        medianMilliseconds = sorted.isEmpty ? .nan : sorted[sorted.count / 2] * 1000
        minimumMilliseconds = (sorted.first ?? .nan) * 1000
    }

    /// What each of `count` further steps adds, where `short` is without them and `long` with.
    init(perStepFrom short: Timing, to long: Timing, count: Int) {
        medianMilliseconds =
            (long.medianMilliseconds - short.medianMilliseconds) / Double(count)
        minimumMilliseconds =
            (long.minimumMilliseconds - short.minimumMilliseconds) / Double(count)
    }
}
