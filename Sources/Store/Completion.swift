public import Vocabulary
public import Watch

/// All that one look at a camera has led to; it is kept as a whole or not at all.
public struct Completion: Hashable, Sendable {
    /// The claim under which the camera was looked at.
    public var claim: CameraClaim
    /// Samples and gaps, in the order of their capture times.
    public var observations: [Observation]
    /// The camera's judgement after the observations.
    public var watch: CameraWatch
    /// What is known of the camera's view from now on; `nil` when nothing new was learnt.
    public var scene: SceneMemory?
    /// Changes of alerts that the observations led to.
    public var events: [AlertEvent]
    /// The tags of the camera, by which it is decided who is told of the events.
    public var tags: [String: String]
    /// The reach for which the camera's samples count too; `nil` for a camera of no reach.
    public var reach: ReachMembership?
    /// Number of the measurement of a clip that comes next, from 0.
    public var position: Int
    /// When the camera is due again.
    public var nextDue: Timestamp
    /// Whether the clip has been read to its end, so that the camera is never due again.
    public var finished: Bool
    /// Results without a usable frame since the last one with one.
    public var failuresInRow: Int

    /// Makes a completion; what is not given stays as it was claimed.
    public init(
        claim: CameraClaim, observations: [Observation], watch: CameraWatch,
        scene: SceneMemory? = nil, events: [AlertEvent] = [], tags: [String: String] = [:],
        reach: ReachMembership? = nil, position: Int? = nil, nextDue: Timestamp,
        finished: Bool = false, failuresInRow: Int = 0
    ) {
        self.claim = claim
        self.observations = observations
        self.watch = watch
        self.scene = scene
        self.events = events
        self.tags = tags
        self.reach = reach
        self.position = position ?? claim.position
        self.nextDue = nextDue
        self.finished = finished
        self.failuresInRow = failuresInRow
    }
}

/// What became of one completion of a batch.
public enum CommitOutcome: Hashable, Sendable {
    /// It is on the disk, but for what was there before.
    ///
    /// `duplicates` counts such observations and events.
    case committed(duplicates: Int, alerts: CommittedAlerts = .none)
    /// The camera has been claimed anew or was committed already; nothing of it was written.
    case fenced
    /// A record contradicts the schema or is too big; nothing of it was written.
    ///
    /// The camera is due again when the lease ends.
    case refused(reason: String)
}
