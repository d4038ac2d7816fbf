import Store
import Synchronization
public import Vocabulary
import Watch

/// What the fleet has done since it started, for whoever shows it.
public final class FleetStatus: Sendable {
    /// The counts at one moment.
    public struct Counts: Sendable, Hashable {
        /// Cameras of the site.
        public var cameras = 0
        /// Visits that have begun and not ended.
        public var visitsUnderWay = 0
        /// Whether the store took no results the last time it was asked.
        public var commitsArePostponed = false
        /// Samples committed.
        public var samples = 0
        /// Gaps committed.
        public var gaps = 0
        /// Alerts that have fired.
        public var alertsFired = 0
        /// Alerts that have been resolved.
        public var alertsResolved = 0
        /// Messages handed to department queues.
        public var messages = 0
        /// How far each clip camera has come, 0…1.
        public var clipShares: [CameraID: Double] = [:]
        /// The newest sample.
        public var newestSample: CoverageSample?

        /// Makes counts of nothing.
        public init() {}

        /// How far the clips have come together, 0…1; `nil` without clips.
        public var clipProgress: Double? {
            clipShares.isEmpty ? nil : clipShares.values.reduce(0, +) / Double(clipShares.count)
        }

        mutating func count(
            _ completion: Completion, _ alerts: CommittedAlerts, duplicates: Int
        ) {
            // A clip that is looked at twice within one keyframe gives the same sample twice.
            for observation in completion.observations.dropFirst(duplicates) {
                switch observation {
                case .sample(let sample):
                    samples += 1
                    newestSample = sample
                case .gap: gaps += 1
                }
            }
            for event in alerts.events {
                switch event.state {
                case .firing: alertsFired += 1
                case .resolved: alertsResolved += 1
                case .escalated, .reminded: break
                }
            }
        }
    }

    private let state = Mutex(Counts())

    /// Makes a status of nothing done.
    public init() {}

    /// The counts now.
    public var counts: Counts { state.withLock { $0 } }

    func update(_ change: (inout Counts) -> Void) {
        state.withLock { change(&$0) }
    }
}
