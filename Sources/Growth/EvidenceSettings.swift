/// How much must have been seen before a rate is published.
///
/// Which of the two sets counts follows from how often the camera is sampled.
public struct EvidenceSettings: Hashable, Sendable {
    /// What a camera needs that is sampled several times a day.
    public var frequent = Need(days: 4, bins: 12, within: 7)
    /// What a camera needs that has one bin a day, or two, or fewer.
    public var sparse = Need(days: 4, bins: 4, within: 14)
    /// Bins per day with any at which a camera still counts as sparse.
    public var sparseBinsPerDay = 2.0

    /// The least evidence.
    public struct Need: Hashable, Sendable {
        /// Days (UTC) with a bin.
        public var days: Int
        /// Bins.
        public var bins: Int
        /// Days that are looked back on, today included; 14 at most.
        public var within: Int

        /// Makes a need.
        public init(days: Int, bins: Int, within: Int) {
            self.days = days
            self.bins = bins
            self.within = within
        }
    }

    /// The defaults.
    public init() {}
}

extension DailyLevels {
    /// Whether enough has been seen for a rate.
    func hasEvidence(_ settings: EvidenceSettings) -> Bool {
        let need = isSparse(settings) ? settings.sparse : settings.frequent
        let seen = sum(within: need.within)
        return seen.days >= need.days && seen.bins >= need.bins
    }

    /// Whether the camera has hardly more than one bin a day; true before the first.
    func isSparse(_ settings: EvidenceSettings) -> Bool {
        let all = sum(within: Self.span)
        return Double(all.bins) <= settings.sparseBinsPerDay * Double(all.days)
    }

    private func sum(within span: Int) -> (days: Int, bins: Int) {
        guard let newest = days.last?.number else { return (0, 0) }
        var sum = (days: 0, bins: 0)
        for day in days where day.number > newest - span {
            sum.days += 1
            sum.bins += day.bins
        }
        return sum
    }
}
