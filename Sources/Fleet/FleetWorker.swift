import Alerting
public import DepartmentQueues
public import Logging
public import ServiceLifecycle
public import SiteConfiguration
public import Store
import Vocabulary
import Watch

/// Watches all cameras of a site: claims those that are due, has them sampled, commits what was
/// judged, and relays messages to the departments' queues.
///
/// It ends when every camera is a clip that has been played. Asked to stop, it claims nothing more,
/// lets the visits under way end, and commits and relays their results.
public struct FleetWorker: Service {
    private let site: Site
    private let store: SiteStore
    private let samplers: SamplerPool
    private let relay: OutboxRelay
    private let time: any TimeSource
    private let logger: Logger
    private let status: FleetStatus
    private let lease: Duration
    private let policy: NotificationPolicy

    /// Cameras that one claim takes at most: a batch that one transaction holds with ease.
    private static let largestClaim = 64
    /// Shortest time from one claim to the next: what ends meanwhile is claimed for together.
    private static let shortestRound = Duration.milliseconds(20)
    /// Longest wait between two looks at what is due: another program may have changed it.
    private static let longestPause = Duration.seconds(10)

    /// Makes a worker.
    ///
    /// - Parameter status: Where it shows what it has done.
    public init(
        site: Site, store: SiteStore, samplers: SamplerPool, relay: OutboxRelay,
        time: any TimeSource, logger: Logger, status: FleetStatus
    ) {
        self.site = site
        self.store = store
        self.samplers = samplers
        self.relay = relay
        self.time = time
        self.logger = logger
        self.status = status
        lease = Self.lease(for: site.cameras)
        policy = site.notificationPolicy
    }

    /// Registers the site's cameras and watches them.
    ///
    /// The caller must hold the state directory's `StateLock`.
    ///
    /// - Throws: `StoreError` when the store can't be used at the start.
    public func run() async throws {
        try await store.releaseClaims()
        try await retireDeparted()
        try await store.register(FirstVisits.registrations(of: site.cameras, at: time.now()))
        status.update { $0.cameras = site.cameras.count }

        let commits = GroupCommit(
            store: store, policy: policy, time: time, logger: logger, status: status)
        let desk = VisitDesk(
            site: site, samplers: samplers, commits: commits, time: time, logger: logger,
            status: status)
        await withTaskGroup { services in
            services.addTask { await samplers.run() }
            services.addTask { await commits.run() }
            services.addTask { await keepRelaying() }
            services.addTask { await keepSummingUp() }
            services.addTask { await keepPruning() }
            await visitDueCameras(desk)
            await samplers.stop()
            services.cancelAll()
        }
        await sumUp(isLast: true)
        await relayWaiting()
    }

    /// Ends the alerts of cameras and reaches that the site no longer names: no sample would ever
    /// end them.
    private func retireDeparted() async throws(StoreError) {
        try await store.retireReaches(
            except: SiteReaches(of: site).names, at: time.now(), by: policy
        ).announce(by: logger)
        let remaining = Set(site.cameras.map(\.id))
        for departed in try await store.departedCamerasWithOpenAlerts(remaining: remaining) {
            var watch = departed.watch
            let events = watch.retireAll(at: time.now()).compactMap(\.alert)
            try await store.retire(
                departed.camera, watch: watch, events: events, at: time.now(), by: policy
            ).announce(by: logger)
        }
    }

    /// Claims and visits cameras until all clips are played or the worker is asked to stop; then
    /// waits for the visits under way.
    private func visitDueCameras(_ desk: VisitDesk) async {
        let wakeUp = WakeSignal()
        var backOff = BackOff(first: .milliseconds(500), longest: Self.longestPause)
        await withDiscardingTaskGroup { visits in
            while !Task.isShuttingDownGracefully, !Task.isCancelled {
                let pause: Duration
                do throws(StoreError) {
                    for claim in try await claimDueCameras() {
                        visits.addTask {
                            await desk.visit(claim)
                            status.update { $0.visitsUnderWay -= 1 }
                            wakeUp.signal()
                        }
                    }
                    backOff.reset()
                    guard let untilDue = try await pauseBeforeNextClaim() else { return }
                    pause = untilDue
                } catch {
                    ClaimPostponed(error: "\(error)").emit(logger)
                    pause = backOff.next(jitter: 0)
                }
                await withGracefulShutdownHandler {
                    try? await time.sleep(for: Self.shortestRound)
                    await wakeUp.wait(atMost: pause, by: time)
                } onGracefulShutdown: {
                    wakeUp.signal()
                }
            }
            await samplers.withdrawQueued()
        }
    }

    /// Claims as many due cameras as the samplers have room for, and counts them as under way.
    private func claimDueCameras() async throws(StoreError) -> [CameraClaim] {
        guard roomForVisits > 0, !status.counts.commitsArePostponed,
            let due = try await store.nextDue(after: time.now()),
            due <= time.now()
        else { return [] }
        let batch = try await store.claimDue(
            at: time.now(), limit: min(roomForVisits, Self.largestClaim), lease: lease)
        for camera in batch.unreadable { CameraUnreadable(camera: camera).emit(logger) }
        status.update { $0.visitsUnderWay += batch.claims.count }
        return batch.claims
    }

    private var roomForVisits: Int { samplers.capacity - status.counts.visitsUnderWay }

    /// How long to wait for the next camera, unless a visit ends before; `nil` when no camera is
    /// ever due again.
    private func pauseBeforeNextClaim() async throws(StoreError) -> Duration? {
        let now = time.now()
        guard let due = try await store.nextDue(after: now) else {
            return status.counts.visitsUnderWay > 0 ? Self.longestPause : nil
        }
        if status.counts.commitsArePostponed { return .seconds(1) }
        guard roomForVisits > 0 else { return Self.longestPause }
        return min(due - now, Self.longestPause)
    }

    /// Longer than a visit takes, with its sampler breaking three times over it.
    private static func lease(for cameras: [SiteCamera]) -> Duration {
        let longest = cameras.map(\.sampling.deadlineSeconds).max() ?? 20
        return .seconds(4 * (longest + 10) + 600)
    }

    // MARK: Relay

    private func keepRelaying() async {
        var pause = BackOff(first: .milliseconds(250), longest: .seconds(30))
        while !Task.isCancelled {
            if await relayWaiting() { pause.reset() }
            try? await time.sleep(for: pause.next(jitter: 0))
        }
    }

    /// Hands over what waits in the outbox; false when a queue did not take it.
    @discardableResult
    private func relayWaiting() async -> Bool {
        do {
            while true {
                let step = try await relay.step(at: time.now())
                if step.delivered > 0 {
                    status.update { $0.messages += step.delivered }
                    MessagesDelivered(count: step.delivered).emit(logger)
                }
                if let failure = step.failures.first {
                    DeliveryPostponed(error: failure.error, count: step.failures.count).emit(logger)
                    return false
                }
                if step.delivered == 0 { return true }
            }
        } catch  where error.kind == .interrupted {
            return true
        } catch {
            DeliveryPostponed(error: "\(error)", count: 1).emit(logger)
            return false
        }
    }

    // MARK: Storms

    /// Tells of the alerts that a storm keeps back, once it is time.
    private func keepSummingUp() async {
        while !Task.isCancelled {
            await sumUp(isLast: false)
            try? await time.sleep(for: .seconds(15))
        }
    }

    private func sumUp(isLast: Bool) async {
        do throws(StoreError) {
            let summaries = try await store.sumUpStorm(
                at: time.now(), by: policy, isLast: isLast)
            for summary in summaries { StormSummedUp(summary: summary).emit(logger) }
        } catch  where error.kind == .interrupted {
            // The fleet stops and sums up once more.
        } catch {
            SummaryPostponed(error: "\(error)").emit(logger)
        }
    }

    // MARK: Retention

    /// Removes what the site keeps no longer, once an hour.
    private func keepPruning() async {
        while !Task.isCancelled {
            let now = time.now()
            do throws(StoreError) {
                try await store.prune(
                    samplesBefore: now - site.retention.samples,
                    messagesBefore: now - site.retention.messages)
            } catch {
                PruningPostponed(error: "\(error)").emit(logger)
            }
            try? await time.sleep(for: .seconds(3600))
        }
    }
}
