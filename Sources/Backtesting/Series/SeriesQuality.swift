internal import Vocabulary

/// What the column `quality` says.
enum SeriesQuality {
    /// The reason of a gap of which nothing is known but that it is one.
    static let missing = GapReason.timedOut
    /// The reason of a gap that is called by a word of another program.
    private static let unknown = GapReason.littleVisible
    private static let good: [[UInt8]] = ["ok", "accepted", "OK"].map { Array($0.utf8) }

    /// Why there is no sample; `nil` when there is one.
    static func gapReason(_ cell: SeriesCell, in bytes: [UInt8]) -> GapReason? {
        if cell.isEmpty || good.contains(where: { cell.holds($0, in: bytes) }) { return nil }
        let word = cell.text(in: bytes)
        if ["ok", "accepted"].contains(word.lowercased()) { return nil }
        return GapReason(rawValue: word) ?? unknown
    }
}
