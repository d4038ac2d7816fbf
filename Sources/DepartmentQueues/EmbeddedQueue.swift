public import Store
public import Vocabulary

/// The departments' queues in the site's own store, for departments that fetch their messages.
///
/// A message is handed out with a lease and comes again, in its order, unless it is acknowledged
/// before the lease ends: at least once, never lost. Works beside another process that writes.
public struct EmbeddedQueue: DepartmentQueue {
    private let store: SiteStore

    /// The queues in `store`.
    public init(store: SiteStore) { self.store = store }

    /// `embedded`.
    public var name: String { SiteStore.embeddedQueueName }

    /// Puts messages into their departments' queues; a message that was there before stays one.
    ///
    /// The messages go in together or, when the store fails, not at all.
    public func deliver(
        _ messages: [OutboxMessage], at now: Timestamp
    ) async -> [DeliveryOutcome] {
        let outcome: DeliveryOutcome
        do {
            try await store.enqueue(messages, at: now)
            outcome = .confirmed
        } catch {
            outcome = .failed(error.message)
        }
        return messages.map { _ in outcome }
    }

    /// How much lies in the queue of each department that has ever got a message.
    public func departments(at now: Timestamp) async throws(StoreError) -> [QueueSummary] {
        try await store.queueSummaries(at: now)
    }

    /// Hands out the oldest messages of a department that nobody holds.
    ///
    /// - Parameters:
    ///   - department: The department that asks.
    ///   - max: The most messages to hand out.
    ///   - lease: How long the department has to acknowledge them.
    public func receive(
        _ department: DepartmentID, max: Int, lease: Duration, at now: Timestamp
    ) async throws(StoreError) -> [LeasedMessage] {
        try await store.receive(department, limit: max, lease: lease, at: now)
    }

    /// Settles messages of a department, so that they do not come again.
    ///
    /// An acknowledgement after the end of the lease counts too.
    ///
    /// - Returns: One outcome for each of `ids`, in their order.
    public func acknowledge(
        _ ids: [String], department: DepartmentID, at now: Timestamp
    ) async throws(StoreError) -> [AckOutcome] {
        try await store.acknowledge(ids, of: department, at: now)
    }
}
