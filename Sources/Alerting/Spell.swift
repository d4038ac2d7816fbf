internal import Vocabulary

/// A stretch of time through which all readings agreed.
///
/// A gap does not end a spell: nobody looked. But a spell that nobody has confirmed for long is no
/// longer known to have lasted, so the next reading that agrees begins it anew.
struct Spell: Codable, Hashable, Sendable {
    /// The first reading that agreed.
    private(set) var since: Timestamp
    /// The last reading that agreed.
    private(set) var confirmed: Timestamp

    /// Begins a spell.
    init(at time: Timestamp) {
        since = time
        confirmed = time
    }

    /// The shortest silence after which a spell begins anew: a night and a foggy day.
    private static let leastSilence = Duration.seconds(36 * 3600)

    /// Adds a reading that agrees.
    ///
    /// - Returns: Whether the spell has lasted for `length` without a silence of more than 36 h or
    ///   three times `length`, whichever is longer.
    mutating func confirm(at time: Timestamp, lasting length: Duration) -> Bool {
        if time - confirmed > max(Self.leastSilence, length * 3) { since = time }
        confirmed = time
        return time - since >= length
    }
}
