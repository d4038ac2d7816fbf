public import Alerting
internal import Vocabulary
internal import Watch

/// Judges water look by look: each camera by ``Watch/CameraWatch``, a reach by ``Watch/ReachWatch``, and
/// who is told by ``Alerting/IncidentBook``, as it is done live.
public struct WaterJudge: Sendable {
    private var cameras: [CameraJudge] = []
    private var reach: ReachJudge?
    private let policy: NotificationPolicy?

    private struct CameraJudge: Sendable {
        var watch: CameraWatch
        let rules: [AlertRule]
        let tags: [String: String]
        var book = IncidentBook()
    }

    private struct ReachJudge: Sendable {
        let reach: Reach
        let rules: [AlertRule]
        var watch: ReachWatch
        var book = IncidentBook()
    }

    /// Starts to judge.
    public init(_ water: Water, by ruling: Ruling) {
        policy = ruling.policy
        cameras = water.cameras.map { camera in
            let tags = water.tags[camera] ?? [:]
            return CameraJudge(
                watch: CameraWatch(camera: camera),
                rules: ruling.rules.applying(to: camera, tags: tags), tags: tags)
        }
        reach = water.reach.map { reach in
            ReachJudge(
                reach: reach, rules: ruling.rules.applying(to: nil, tags: reach.tags),
                watch: ReachWatch(reach: reach.id))
        }
    }

    /// The incidents that are open.
    public var openIncidents: [Incident] {
        let books = cameras.map(\.book) + [reach?.book].compactMap(\.self)
        return books.flatMap { $0.incidents.values.filter(\.isOpen) }
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
        let firstAlert = record.alerts.count
        record.note(point)
        let observation = point.observation(of: cameras[number].watch.camera)
        if reach != nil { judgeReach(observation, into: &record) }
        let events = cameras[number].watch.step(observation, rules: cameras[number].rules)
        take(events, ofCamera: number, since: firstAlert, at: point.time, into: &record)
    }

    /// Judges what the cameras' last bins hold: the series are over.
    ///
    /// - Parameter record: Takes what follows.
    public mutating func end(into record: inout WaterRecord) {
        for number in cameras.indices {
            let firstAlert = record.alerts.count
            let events = cameras[number].watch.end(rules: cameras[number].rules)
            guard case .growth(let estimate)? = events.first else { continue }
            take(
                events, ofCamera: number, since: firstAlert, at: estimate.time, into: &record)
        }
    }

    private mutating func take(
        _ events: [WatchEvent], ofCamera number: Int, since firstAlert: Int, at time: Timestamp,
        into record: inout WaterRecord
    ) {
        let firstOfCamera = record.alerts.count
        var isJudged = false
        for event in events {
            switch event {
            case .growth(let estimate):
                isJudged = true
                record.take(estimate)
            case .alert(let alert):
                record.alerts.append(alert)
            }
        }
        guard let policy, isJudged || record.alerts.count > firstAlert else { return }
        tell(record.alerts[firstOfCamera...], number, policy, at: time, into: &record)
    }

    private mutating func judgeReach(_ observation: Observation, into record: inout WaterRecord) {
        guard case .sample(let sample) = observation, var judge = reach else { return }
        var alerts: [AlertEvent] = []
        for case .alert(let alert) in judge.watch.step(
            sample, of: judge.reach, rules: judge.rules)
        {
            alerts.append(alert)
        }
        record.alerts += alerts
        if let policy {
            var circumstances = Incident.Circumstances(now: sample.time)
            record.notices += judge.book.step(
                alerts, tags: judge.reach.tags, at: sample.time, in: &circumstances,
                policy: policy)
            judge.book.removeClosed()
        }
        reach = judge
    }

    private mutating func tell(
        _ alerts: ArraySlice<AlertEvent>, _ number: Int, _ policy: NotificationPolicy,
        at time: Timestamp, into record: inout WaterRecord
    ) {
        guard !alerts.isEmpty || !cameras[number].book.incidents.isEmpty else { return }
        var circumstances = Incident.Circumstances(
            inhibitedKinds: reach?.book.openKinds ?? [], now: time)
        record.notices += cameras[number].book.step(
            Array(alerts), tags: cameras[number].tags, at: time, in: &circumstances,
            policy: policy)
        cameras[number].book.removeClosed()
    }
}
