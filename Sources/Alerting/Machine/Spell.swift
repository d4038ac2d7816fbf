internal import Vocabulary

/// A stretch of time through which all evaluations agreed.
///
/// A gap does not end a spell: nobody looked. But a spell that nobody has confirmed for long is no
/// longer known to have lasted, so the next evaluation that agrees begins it anew.
struct Spell: Codable, Hashable, Sendable {
    /// The first evaluation that agreed.
    private(set) var since: Timestamp
    /// The last evaluation that agreed.
    private(set) var confirmed: Timestamp
    /// How many agreed; a bin that is judged twice counts once.
    private(set) var evaluations = 0
    /// Capture times of the looks that agreed, the newest ``mostSamples``.
    private(set) var samples: [Timestamp] = []
    private var newestBin: Int?

    /// As many looks as evidence names.
    private static let mostSamples = 8

    /// Begins a spell.
    init(at time: Timestamp) {
        since = time
        confirmed = time
    }

    /// Adds an evaluation that agrees.
    ///
    /// - Parameters:
    ///   - bin: Number of the bin that was judged, if one was.
    ///   - patience: The longest silence that the spell bears, if three times `length` is not longer.
    mutating func confirm(
        at time: Timestamp, sample: Timestamp, bin: Int?, lasting length: Duration,
        patience: Duration
    ) {
        if time - confirmed > max(patience, length * 3) { self = Spell(at: time) }
        confirmed = time
        if bin == nil || bin != newestBin {
            evaluations += 1
            if samples.count == Self.mostSamples { samples.removeFirst() }
            samples.append(sample)
        } else if !samples.isEmpty {
            samples[samples.count - 1] = sample
        }
        newestBin = bin
    }

    /// Whether it has lasted for `length`, in at least `count` evaluations.
    func hasLasted(_ length: Duration, evaluations count: Int) -> Bool {
        evaluations >= count && confirmed - since >= length
    }
}
