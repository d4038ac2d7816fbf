public import Vocabulary

/// An alert from its beginning to its end, with who was told of it.
///
/// What the alert *is* was judged before; an incident only keeps who knows of it. It is stored
/// beside the alert's events, and each step is decided from it alone
/// (``take(_:)``, ``notices(at:in:policy:)``).
public struct Incident: Codable, Hashable, Sendable {
    /// Which alert.
    public let identity: AlertIdentity
    /// Its beginning, with the severity and the evidence that it has risen to since.
    public internal(set) var opening: AlertEvent
    /// The tags of its camera, or of its reach, when it began or was last looked at.
    public internal(set) var tags: [String: String]
    /// Who was told that it began, in that order; they are told of its end, and nobody else is.
    public internal(set) var told: [DepartmentID] = []
    /// When the first department was told, by the clock of those who answer.
    public internal(set) var toldAt: Timestamp?
    /// Why nobody has been told yet.
    public internal(set) var heldBack: HoldReason?
    /// Who has taken care of it; `nil` while nobody has said so.
    public private(set) var acknowledgement: Acknowledgement?
    /// Its end, once it has come.
    public internal(set) var ending: AlertEvent?
    /// A rise of the severity of which the departments are still to be told.
    var rise: AlertEvent?
    /// A reminder that waits for the end of the quiet hours.
    var reminder: AlertEvent?

    /// Begins an incident.
    ///
    /// - Parameters:
    ///   - opening: The event with which the alert fires.
    ///   - tags: The tags of its camera or reach.
    public init(opening: AlertEvent, tags: [String: String]) {
        identity = opening.identity
        self.opening = opening
        self.tags = tags
    }

    /// Whether the alert is open: it has begun and has not ended.
    public var isOpen: Bool { ending == nil }

    /// Whether nothing can follow any more: it has ended, and whoever knows of it has been told.
    public var isClosed: Bool { !isOpen && heldBack != .storm }

    /// Notes that somebody takes care of the alert; the first one stays.
    public mutating func acknowledge(by name: String, at time: Timestamp) {
        acknowledgement = acknowledgement ?? Acknowledgement(name: name, time: time)
    }

    /// Notes that a summary has told departments of it.
    public mutating func wasSummedUp(to departments: [DepartmentID], at now: Timestamp) {
        heldBack = nil
        told += departments.filter { !told.contains($0) }
        toldAt = toldAt ?? now
    }
}

/// Why nobody has been told of an alert yet.
public enum HoldReason: String, Codable, Hashable, Sendable {
    /// Somebody has asked for silence.
    case silenced
    /// The alert of the camera's reach says the same.
    case inhibited
    /// Too many alerts came at once; a summary tells of it.
    case storm
}

/// That somebody takes care of an alert.
public struct Acknowledgement: Codable, Hashable, Sendable {
    /// Who.
    public var name: String
    /// When they said so.
    public var time: Timestamp

    /// Makes an acknowledgement.
    public init(name: String, time: Timestamp) {
        self.name = name
        self.time = time
    }
}
