import Logging
import Vocabulary

/// The store did not take a batch; the batch is kept and offered again.
struct CommitPostponed: OperationalEvent {
    static let name = "commits_postponed"
    static let message: Logger.Message = "the store takes nothing now; results are kept"
    let error: String
    let kept: Int
    var level: Logger.Level { .error }
    var metadata: Logger.Metadata { ["error": "\(error)", "kept": "\(kept)"] }
}

/// Somebody else had claimed the camera meanwhile, so nothing was written for it.
struct CommitFenced: OperationalEvent {
    static let name = "commits_fenced"
    static let message: Logger.Message = "a late result was refused"
    let camera: CameraID
    var level: Logger.Level { .warning }
    var metadata: Logger.Metadata { ["camera": "\(camera)"] }
}

/// A result contradicts the schema, so it was not written; the camera is visited again.
struct CommitRefused: OperationalEvent {
    static let name = "commits_refused"
    static let message: Logger.Message = "the store refused a result"
    let camera: CameraID
    let reason: String
    var level: Logger.Level { .error }
    var metadata: Logger.Metadata { ["camera": "\(camera)", "reason": "\(reason)"] }
}

/// The store could not say which cameras are due; it is asked again.
struct ClaimPostponed: OperationalEvent {
    static let name = "claims_postponed"
    static let message: Logger.Message = "the store gives no cameras now; sampling pauses"
    let error: String
    var level: Logger.Level { .error }
    var metadata: Logger.Metadata { ["error": "\(error)"] }
}

/// Messages reached their department's queue.
struct MessagesDelivered: OperationalEvent {
    static let name = "messages_delivered"
    static let message: Logger.Message = "messages delivered"
    let count: Int
    var level: Logger.Level { .info }
    var metadata: Logger.Metadata { ["count": "\(count)"] }
}

/// Messages could not be delivered; they stay in the outbox.
struct DeliveryPostponed: OperationalEvent {
    static let name = "deliveries_postponed"
    static let message: Logger.Message = "messages could not be delivered; they stay in the outbox"
    let error: String
    let count: Int
    var level: Logger.Level { .error }
    var metadata: Logger.Metadata { ["error": "\(error)", "messages": "\(count)"] }
}

/// Old records could not be removed; it is tried again in an hour.
struct PruningPostponed: OperationalEvent {
    static let name = "prunings_postponed"
    static let message: Logger.Message = "old records could not be removed"
    let error: String
    var level: Logger.Level { .warning }
    var metadata: Logger.Metadata { ["error": "\(error)"] }
}
