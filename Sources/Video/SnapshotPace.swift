/// Keeps the requests for single pictures of one camera apart, and ends them where all is damaged.
struct SnapshotPace {
    /// Least time from one request to the next, in nanoseconds: a camera serves others too.
    private static let leastInterval: Int64 = 200_000_000
    /// After so many damaged pictures in a row the camera is given up.
    static let mostDamagedInARow = 3

    private var requestedAt: Int64
    private var damagedInARow = 0

    /// Starts with a request at this time of the monotonic clock.
    init(requestedAtNanoseconds: Int64) { requestedAt = requestedAtNanoseconds }

    /// How long to wait before the next request.
    func pauseNanoseconds(at nowNanoseconds: Int64) -> Int64 {
        max(0, requestedAt + Self.leastInterval - nowNanoseconds)
    }

    /// Notes a request.
    mutating func request(atNanoseconds now: Int64) { requestedAt = now }

    /// Notes what came; returns whether the camera is worth another request.
    mutating func isWorthwhile(after isDamaged: Bool) -> Bool {
        damagedInARow = isDamaged ? damagedInARow + 1 : 0
        return damagedInARow < Self.mostDamagedInARow
    }
}
