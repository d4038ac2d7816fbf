internal import Vocabulary

/// How often usable samples come from a camera.
struct SampleCadence: Codable, Hashable, Sendable {
    /// The newest usable sample.
    private(set) var newest: Timestamp?
    /// A moving average of the time from one sample to the next, in seconds.
    private var usualSeconds: Int64 = 0

    /// Share of the newest gap in the average, as one part in so many.
    private static let memory: Int64 = 10

    /// Notes a sample; one from the past is passed over.
    mutating func add(_ time: Timestamp) {
        guard let newest else {
            self.newest = time
            return
        }
        guard time > newest else { return }
        let nanoseconds = (time - newest).clampedNanoseconds
        let gap = (nanoseconds + 500_000_000) / 1_000_000_000
        usualSeconds =
            usualSeconds == 0 ? gap : usualSeconds + (gap - usualSeconds) / Self.memory
        self.newest = time
    }

    /// The usual time from one sample to the next; zero until there are two.
    var usualGap: Duration { .seconds(usualSeconds) }

    /// Time since the newest sample; zero before the first.
    func silence(at time: Timestamp) -> Duration {
        newest.map { max(.zero, time - $0) } ?? .zero
    }
}
