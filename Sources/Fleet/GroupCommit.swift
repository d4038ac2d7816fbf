import Alerting
import Logging
import Store

/// Commits the results of many cameras in one transaction.
///
/// A durable commit waits for the disk, so results that come in during one commit share the next.
/// A store that takes nothing (a full disk, say) is asked again; nothing that was handed in is
/// dropped while the fleet runs, and whoever handed it in waits. No camera is claimed meanwhile, so
/// that no claim of a result that waits is given away.
actor GroupCommit {
    private typealias Entry = (
        completion: Completion, continuation: CheckedContinuation<CommitOutcome?, Never>
    )

    private let store: SiteStore
    private let policy: NotificationPolicy
    private let time: any TimeSource
    private let logger: Logger
    private let status: FleetStatus
    private let largestBatch = 64
    private var waiting: [Entry] = []
    private var isClosed = false
    private let wakeUps: AsyncStream<Void>
    private let wakeUp: AsyncStream<Void>.Continuation

    init(
        store: SiteStore, policy: NotificationPolicy, time: any TimeSource, logger: Logger,
        status: FleetStatus
    ) {
        self.store = store
        self.policy = policy
        self.time = time
        self.logger = logger
        self.status = status
        (wakeUps, wakeUp) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Hands in a result; returns once it is durable, or `nil` when the fleet stopped first.
    func commit(_ completion: Completion) async -> CommitOutcome? {
        guard !isClosed else { return nil }
        return await withCheckedContinuation { continuation in
            waiting.append((completion, continuation))
            wakeUp.yield()
        }
    }

    /// Commits what is handed in until the task is cancelled.
    func run() async {
        for await _ in wakeUps {
            while !waiting.isEmpty, !Task.isCancelled { await commitBatch() }
        }
        isClosed = true
        for entry in waiting { entry.continuation.resume(returning: nil) }
        waiting = []
    }

    private func commitBatch() async {
        let batch = Array(waiting.prefix(largestBatch))
        var pause = BackOff(first: .milliseconds(200), longest: .seconds(10))
        while !Task.isCancelled {
            do {
                let outcomes = try await store.commit(
                    batch.map(\.completion), at: time.now(), by: policy)
                status.update { $0.commitsArePostponed = false }
                waiting.removeFirst(batch.count)
                for (entry, outcome) in zip(batch, outcomes) {
                    entry.continuation.resume(returning: outcome)
                }
                return
            } catch {
                status.update { $0.commitsArePostponed = true }
                CommitPostponed(error: "\(error)", kept: waiting.count).emit(logger)
                try? await time.sleep(for: pause.next(jitter: 0))
            }
        }
    }
}
