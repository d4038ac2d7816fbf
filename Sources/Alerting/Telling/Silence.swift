public import Vocabulary

/// A time in which nobody is told of some alerts, because somebody knows and has said why.
///
/// Cameras are sampled and judged as ever, and alerts are kept. An alert whose condition still holds
/// when the silence ends is told then.
public struct Silence: Codable, Hashable, Sendable {
    /// The alerts that nobody is told of.
    public var match: AlertMatcher
    /// Who asked for the silence.
    public var author: String
    /// Why.
    public var reason: String
    /// When it begins.
    public var start: Timestamp
    /// When it is over; this moment is no part of it.
    public var end: Timestamp

    /// Makes a silence; ``mistakes`` tells whether it can be used.
    public init(
        match: AlertMatcher, author: String, reason: String, start: Timestamp, end: Timestamp
    ) {
        self.match = match
        self.author = author
        self.reason = reason
        self.start = start
        self.end = end
    }

    /// The longest silence there may be.
    ///
    /// A harvest takes days. What is to be silent for longer is a matter for the rules.
    public static let longest = Duration.days(30)

    /// Whether the silence lasts at a moment.
    public func isInForce(at time: Timestamp) -> Bool { start <= time && time < end }

    /// Whether nobody is to be told of an alert of a camera with these tags at a moment.
    public func covers(_ event: AlertEvent, tags: [String: String], at time: Timestamp) -> Bool {
        isInForce(at: time) && match.matches(event, tags: tags)
    }

    /// All that is wrong with the silence; empty when it can be used.
    public var mistakes: [Mistake] {
        var found: [Mistake] = []
        if author.isEmpty { found.append(.noAuthor) }
        if reason.isEmpty { found.append(.noReason) }
        if end <= start {
            found.append(.endsBeforeStart)
        } else if end - start > Self.longest {
            found.append(.tooLong)
        }
        return found
    }

    /// What can be wrong with a silence: what, and what would be right.
    public enum Mistake: Error, Hashable, Sendable, CaseIterable, CustomStringConvertible {
        /// Nobody stands for it.
        case noAuthor
        /// Nobody knows why.
        case noReason
        /// It would never be in force.
        case endsBeforeStart
        /// It lasts for more than ``Silence/longest``.
        case tooLong

        /// What is wrong; what would be right.
        public var description: String {
            switch self {
            case .noAuthor: "the silence has no author; say who asks for it"
            case .noReason: "the silence has no reason; say why nobody is to be told"
            case .endsBeforeStart: "the silence ends before it begins; give a later end"
            case .tooLong:
                "the silence is longer than 30 days; end it sooner, or change the rules"
            }
        }
    }
}
