extension Array where Element == Double {
    /// The arithmetic mean; `nil` of nothing.
    var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }

    /// The value below which a share of all lies, straight between neighbours (Hyndman and Fan,
    /// "Sample quantiles in statistical packages", The American Statistician 50, 1996, type 7).
    ///
    /// - Parameter share: 0…1.
    /// - Returns: `nil` of nothing.
    func quantile(_ share: Double) -> Double? {
        guard !isEmpty else { return nil }
        let sorted = sorted()
        let position = share * Double(count - 1)
        let below = Int(position.rounded(.down))
        let above = Swift.min(below + 1, count - 1)
        return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
    }
}
