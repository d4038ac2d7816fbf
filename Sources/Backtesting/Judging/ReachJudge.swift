internal import Alerting
internal import Vocabulary
internal import Watch

/// The judgement of a reach, and who is told of it.
struct ReachJudge: Sendable {
    let reach: Reach
    let rules: [AlertRule]
    var watch: ReachWatch
    var desk: NoticeDesk
    /// Time of the newest look at one of its cameras.
    var newest: Timestamp?

    mutating func step(_ observation: Observation, into record: inout WaterRecord) {
        newest = observation.time
        var events: [WatchEvent] = []
        if case .sample(let sample) = observation {
            events = watch.step(sample, of: reach, rules: rules)
        }
        take(events, at: observation.time, into: &record)
    }

    mutating func end(into record: inout WaterRecord) {
        guard let newest else { return }
        take(watch.end(of: reach, rules: rules), at: newest, into: &record)
    }

    private mutating func take(
        _ events: [WatchEvent], at time: Timestamp, into record: inout WaterRecord
    ) {
        let alerts = events.compactMap(\.alert)
        record.alerts += alerts
        record.notices += desk.tell(of: alerts, at: time)
    }
}
