public import Alerting
public import Vocabulary
public import Watch

/// Judges water look by look: each camera by ``Watch/CameraWatch``, a reach by ``Watch/ReachWatch``, and
/// who is told by ``Alerting/IncidentBook``, as it is done live.
public struct WaterJudge: Sendable {
    private var cameras: [CameraJudge]
    private var reach: ReachJudge?

    /// Starts to judge.
    public init(_ water: Water, by ruling: Ruling) {
        cameras = water.cameras.map { camera in
            let tags = water.tags[camera] ?? [:]
            return CameraJudge(
                watch: CameraWatch(camera: camera),
                rules: ruling.rules.applying(to: camera, tags: tags),
                desk: NoticeDesk(tags: tags, policy: ruling.policy))
        }
        reach = water.reach.map { reach in
            ReachJudge(
                reach: reach, rules: ruling.rules.applying(to: nil, tags: reach.tags),
                watch: ReachWatch(reach: reach.id),
                desk: NoticeDesk(tags: reach.tags, policy: ruling.policy))
        }
    }

    /// The incidents that are open.
    public var openIncidents: [Incident] {
        let desks = cameras.map(\.desk) + [reach?.desk].compactMap(\.self)
        return desks.flatMap { $0.book.incidents.values.filter(\.isOpen) }
            .sorted { "\($0.identity)" < "\($1.identity)" }
    }

    /// Judges the next look at a camera; looks come in the order of time.
    ///
    /// - Parameters:
    ///   - point: The look.
    ///   - number: The camera, as its place in ``Water/cameras``.
    ///   - record: Takes what follows.
    public mutating func step(
        _ point: SeriesPoint, ofCamera number: Int, into record: inout WaterRecord
    ) {
        let observation = point.observation(of: cameras[number].watch.camera)
        let events = cameras[number].watch.step(observation, rules: cameras[number].rules)
        take(observation, events, ofCamera: number, into: &record)
    }

    /// Judges what the sampler measured at the next look; looks come in the order of time.
    ///
    /// - Parameters:
    ///   - measurement: From the sampler.
    ///   - time: When its frame was captured.
    ///   - number: The camera, as its place in ``Water/cameras``.
    ///   - record: Takes what follows.
    /// - Returns: The sample or the gap.
    public mutating func step(
        _ measurement: SamplingReport.Measurement, at time: Timestamp, ofCamera number: Int,
        into record: inout WaterRecord
    ) -> Observation {
        let (observation, events) = cameras[number].watch.step(
            measurement, at: time, rules: cameras[number].rules)
        take(observation, events, ofCamera: number, into: &record)
        return observation
    }

    /// Judges what the last bins hold: all recordings are over.
    ///
    /// - Parameter record: Takes what follows.
    public mutating func end(into record: inout WaterRecord) {
        reach?.end(into: &record)
        for number in cameras.indices { endRecording(ofCamera: number, into: &record) }
    }

    /// Judges what a camera's last bin holds: one of its recordings is over, and others may come.
    ///
    /// The reach goes on; another recording may fill its slots.
    ///
    /// - Parameters:
    ///   - number: The camera, as its place in ``Water/cameras``.
    ///   - record: Takes what follows.
    public mutating func endRecording(ofCamera number: Int, into record: inout WaterRecord) {
        let events = cameras[number].watch.end(rules: cameras[number].rules)
        guard case .growth(let estimate)? = events.first else { return }
        cameras[number].take(
            events, at: estimate.time, inhibitedKinds: inhibitedKinds, into: &record)
    }

    /// The reach comes first: its alert keeps those of its cameras back from the moment on at which it
    /// fires.
    private mutating func take(
        _ observation: Observation, _ events: [WatchEvent], ofCamera number: Int,
        into record: inout WaterRecord
    ) {
        record.note(observation)
        reach?.step(observation, into: &record)
        cameras[number].take(
            events, at: observation.time, inhibitedKinds: inhibitedKinds, into: &record)
    }

    private var inhibitedKinds: Set<AlertKind> { reach?.desk.book.openKinds ?? [] }
}
