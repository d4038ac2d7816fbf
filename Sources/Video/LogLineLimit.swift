/// Lets a bounded number of lines through in each second.
package struct LogLineLimit {
    private let linesPerSecond: Int
    private var second: Int64 = 0
    private var count = 0

    /// Makes a limit of `linesPerSecond` lines.
    package init(linesPerSecond: Int) { self.linesPerSecond = linesPerSecond }

    /// Whether one more line may pass in this second, counted from any start.
    package mutating func admits(second now: Int64) -> Bool {
        if now != second { (second, count) = (now, 0) }
        count += 1
        return count <= linesPerSecond
    }
}
