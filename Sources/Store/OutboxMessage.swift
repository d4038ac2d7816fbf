public import Vocabulary

/// A message to a department that waits in the outbox.
///
/// The body is carried as the text that was committed, so every receiver gets the same bytes,
/// and a message that an older version wrote is still delivered.
public struct OutboxMessage: Hashable, Sendable {
    /// The place in the order of the outbox.
    public var sequence: Int64
    /// The dedupe key, `id` of the CloudEvent.
    public var id: String
    /// Who is told.
    public var department: DepartmentID
    /// The CloudEvent (``DepartmentMessage``) as one line of JSON.
    public var body: String
    /// When it was committed.
    public var createdAt: Timestamp
    /// How often delivery has failed.
    public var attempts: Int

    /// Makes a message from its parts.
    public init(
        sequence: Int64, id: String, department: DepartmentID, body: String,
        createdAt: Timestamp, attempts: Int = 0
    ) {
        self.sequence = sequence
        self.id = id
        self.department = department
        self.body = body
        self.createdAt = createdAt
        self.attempts = attempts
    }
}

/// How far the outbox is behind.
public struct OutboxStatus: Codable, Hashable, Sendable {
    /// Messages that are not delivered yet.
    public var pending: Int
    /// Age of the oldest of them in seconds; 0 when there is none.
    public var oldestAgeSeconds: Double
    /// Why the oldest of them could not be delivered, where that was tried.
    public var lastError: String?

    package init(pending: Int, oldestAgeSeconds: Double, lastError: String? = nil) {
        self.pending = pending
        self.oldestAgeSeconds = oldestAgeSeconds
        self.lastError = lastError
    }
}
