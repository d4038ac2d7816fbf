public import Vocabulary

/// A message that a department has received and must acknowledge before its lease ends.
public struct LeasedMessage: Hashable, Sendable {
    /// The place in the order of the queue.
    public var sequence: Int64
    /// The dedupe key, `id` of the CloudEvent.
    public var id: String
    /// The CloudEvent (``DepartmentMessage``) as one line of JSON.
    public var body: String
    /// How often it has been handed out, with this time.
    public var deliveries: Int
    /// When it is handed out again unless it is acknowledged.
    public var leaseEnds: Timestamp
}

/// What an acknowledgement has done.
public enum AckOutcome: String, Codable, Hashable, Sendable {
    /// The message is settled and will not come again.
    case acked
    /// It was settled before.
    case alreadyAcked
    /// The department has no such message.
    case unknown
}

/// How much lies in the queue of one department.
public struct QueueSummary: Codable, Hashable, Sendable {
    /// The department.
    public var department: DepartmentID
    /// Messages that can be received.
    public var waiting: Int
    /// Messages that were received and whose lease has not ended.
    public var leased: Int
    /// Messages that were acknowledged and not pruned yet.
    public var acked: Int
    /// When the oldest message that is not acknowledged came into the queue.
    public var oldest: Timestamp?
}
