public import Logging
import Metrics

/// Something that happened while the fleet runs: it is logged and counted, always both.
///
/// Each event is a type of its own, so this folder is the catalogue of all that can happen. The
/// message is constant; what differs is metadata. No event holds a URL or a secret.
public protocol OperationalEvent: Sendable {
    /// The event's name, as the counter is called: `duckweed_<name>_total`.
    static var name: String { get }
    /// The constant log message.
    static var message: Logger.Message { get }
    /// How loud it is.
    var level: Logger.Level { get }
    /// What differs from one to the next.
    var metadata: Logger.Metadata { get }
    /// How many things the event stands for.
    var count: Int { get }
}

extension OperationalEvent {
    /// One.
    public var count: Int { 1 }

    /// Logs and counts the event.
    public func emit(_ logger: Logger) {
        logger.log(level: level, Self.message, metadata: metadata)
        Counter(label: "duckweed_\(Self.name)_total").increment(by: count)
    }
}
