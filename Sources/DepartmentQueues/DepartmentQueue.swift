public import Store
public import Vocabulary

/// A way to get messages to departments, which takes over the care for what it confirms.
///
/// Another transport is another conforming type in a file of its own. A queue may be given a
/// message again that it has confirmed before, and must drop it by its `id` or leave that to the
/// receiver.
public protocol DepartmentQueue: Sendable {
    /// Names the queue in the store's record of what was delivered by whom.
    var name: String { get }

    /// Delivers messages in their order and waits until each is confirmed or has failed.
    ///
    /// - Parameters:
    ///   - messages: The messages, for any departments.
    ///   - now: The time of the delivery.
    /// - Returns: One outcome for each message, in their order.
    func deliver(_ messages: [OutboxMessage], at now: Timestamp) async -> [DeliveryOutcome]
}

/// What became of one message that was given to a queue.
public enum DeliveryOutcome: Hashable, Sendable {
    /// The receiver has it safely.
    case confirmed
    /// It may not have arrived; the reason is one sentence for the operator.
    case failed(String)
}
