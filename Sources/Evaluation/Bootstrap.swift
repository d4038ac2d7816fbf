import Vocabulary

/// Intervals by drawing pictures anew: how far figures would move with other pictures of the same
/// sort (percentile bootstrap; Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, §13).
///
/// The same pictures and the same seed give the same intervals.
public struct Bootstrap: Hashable, Sendable {
    /// How often a set as large as the first is drawn from it.
    public var resamples: Int
    /// Where the random numbers begin.
    public var seed: UInt64
    /// Share of the draws that lie within an interval.
    public var confidence: Double

    /// Makes a bootstrap.
    public init(resamples: Int = 2000, seed: UInt64 = 1, confidence: Double = 0.95) {
        self.resamples = resamples
        self.seed = seed
        self.confidence = confidence
    }

    /// The interval of each figure.
    ///
    /// - Parameters:
    ///   - items: What was measured, one for each picture.
    ///   - figures: Takes the figures of a draw, always in the same order; `nil` where the draw has
    ///     none, which is left out.
    /// - Returns: `nil` for a figure that no draw has.
    public func intervals<Item>(
        of items: [Item], _ figures: ([Item]) -> [Double?]
    ) -> [ClosedRange<Double>?] {
        var draws = figures(items).map { _ in [Double]() }
        guard !items.isEmpty else { return draws.map { _ in nil } }
        var random = SeededRandom(seed: seed)
        for _ in 0..<resamples {
            let drawn = items.indices.map { _ in
                items[Int.random(in: items.indices, using: &random)]
            }
            for (number, figure) in figures(drawn).enumerated() {
                if let figure { draws[number].append(figure) }
            }
        }
        let tail = (1 - confidence) / 2
        return draws.map { values in
            guard let low = values.quantile(tail), let high = values.quantile(1 - tail) else {
                return nil
            }
            return low...high
        }
    }
}
