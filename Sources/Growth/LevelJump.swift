/// Finds where the level jumped: a harvest, a flush of the lock, a mat that drifted in.
///
/// A jump is not growth. A line through both sides of it would be steep where nothing grew, and the
/// level would follow days late. So the fit forgets what was before the jump.
enum LevelJump {
    /// Bins that must agree on the new level.
    private static let leastBinsAfter = 3
    /// Time that they must span, so that one burst of glare is not a jump.
    private static let leastSecondsAfter: Int64 = 6 * 3600
    /// Bins before the jump that give the old level: at least and at most.
    private static let binsBefore = 3...6
    /// Jump in logit units, beyond what growth could do, that counts at least.
    private static let leastStep = 1.0

    /// Index of the first bin after a jump; `nil` when there was none.
    ///
    /// Each of the newest bins, over at least 6 h, must lie on the same side of the old level and
    /// farther from it than the fastest growth in that time plus 1 logit (or plus four standard
    /// deviations of the old bins, where that is more).
    static func firstBinAfter(in bins: [LevelBin]) -> Int? {
        guard let newest = bins.last, bins.count >= leastBinsAfter + binsBefore.lowerBound,
            let spanning = bins.lastIndex(where: {
                newest.seconds - $0.seconds >= leastSecondsAfter
            })
        else { return nil }
        let first = min(spanning, bins.count - leastBinsAfter)
        guard first >= binsBefore.lowerBound else { return nil }

        let before = bins[max(0, first - binsBefore.upperBound)..<first]
        var levels = before.map(\.level)
        let oldLevel = levels.takeMedian()
        var deviations = before.map { abs($0.level - oldLevel) }
        let step = max(leastStep, 4 * 1.4826 * deviations.takeMedian())
        let oldSeconds = before[before.startIndex + before.count / 2].seconds

        let rises = newest.level > oldLevel
        let isJump = bins[first...].allSatisfy { bin in
            let days = Double(bin.seconds - oldSeconds) / 86_400
            let change = rises ? bin.level - oldLevel : oldLevel - bin.level
            return change > step + TheilSenFit.fastestRate * days
        }
        return isJump ? first : nil
    }
}
