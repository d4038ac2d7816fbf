import CPlatform
public import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What the fleet knows of time: the moment now, and waiting.
///
/// It is handed in, so that a test can run a season in seconds.
public protocol TimeSource: Sendable {
    /// The moment now.
    func now() -> Timestamp
    /// Time since some moment in the past, by a clock that nobody sets: for deadlines.
    func elapsed() -> Duration
    /// Waits; ends early with `CancellationError` when the task is cancelled.
    func sleep(for interval: Duration) async throws
}

/// The machine's own clock.
///
/// This is the only place in the system that reads it.
public struct WallClock: TimeSource {
    /// Makes the machine's clock.
    public init() {}

    /// The moment now, by the machine's clock.
    public func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(
            nanosecondsSinceEpoch: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    /// Time since the machine started.
    public func elapsed() -> Duration { .nanoseconds(duckweed_monotonic_nanoseconds()) }

    /// Waits by the machine's clock.
    public func sleep(for interval: Duration) async throws {
        try await Task.sleep(for: interval)
    }
}
