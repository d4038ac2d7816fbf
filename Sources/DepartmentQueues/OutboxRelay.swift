public import Store
public import Vocabulary

/// Takes messages from the outbox to their queue.
///
/// A message counts as delivered only after the queue has confirmed it. When the process ends
/// between the two, the message is delivered again with the same `id`.
public struct OutboxRelay: Sendable {
    private let store: SiteStore
    private let queue: any DepartmentQueue

    /// Relays from the outbox of `store` to `queue`.
    public init(store: SiteStore, queue: any DepartmentQueue) {
        self.store = store
        self.queue = queue
    }

    /// Delivers the oldest messages of the outbox once.
    ///
    /// What it does depends on the store and the queue alone; when to take the next step, and how
    /// long to wait after a failure, is the caller's decision. Messages that fail stay in the
    /// outbox, with the reason.
    ///
    /// - Parameter limit: The most messages to take.
    /// - Throws: ``StoreError`` when the store fails; delivered messages may then be delivered again.
    public func step(limit: Int = 256, at now: Timestamp) async throws(StoreError) -> RelayStep {
        let messages = try await store.undelivered(limit: limit)
        guard !messages.isEmpty else { return RelayStep(delivered: 0, failures: []) }
        let outcomes = await queue.deliver(messages, at: now)
        var delivered: [String] = []
        var failures: [RelayStep.Failure] = []
        for (message, outcome) in zip(messages, outcomes) {
            switch outcome {
            case .confirmed: delivered.append(message.id)
            case .failed(let error): failures.append(.init(message: message.id, error: error))
            }
        }
        if !delivered.isEmpty { try await store.markDelivered(delivered, by: queue.name, at: now) }
        if !failures.isEmpty {
            try await store.recordAttempt(failures.map { ($0.message, $0.error) })
        }
        return RelayStep(delivered: delivered.count, failures: failures)
    }
}

/// What one step of the relay has done.
public struct RelayStep: Hashable, Sendable {
    /// Messages that were confirmed and marked.
    public var delivered: Int
    /// Messages that stay in the outbox.
    public var failures: [Failure]

    package init(delivered: Int, failures: [Failure]) {
        self.delivered = delivered
        self.failures = failures
    }

    /// A message that could not be delivered.
    public struct Failure: Hashable, Sendable {
        /// The message's `id`.
        public var message: String
        /// Why, in one sentence.
        public var error: String
    }
}
