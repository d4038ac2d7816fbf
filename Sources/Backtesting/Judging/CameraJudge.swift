internal import Alerting
internal import Vocabulary
internal import Watch

/// The judgement of one camera, and who is told of it.
struct CameraJudge: Sendable {
    var watch: CameraWatch
    let rules: [AlertRule]
    var desk: NoticeDesk

    mutating func take(
        _ events: [WatchEvent], at time: Timestamp, inhibitedKinds: Set<AlertKind>,
        into record: inout WaterRecord
    ) {
        var alerts: [AlertEvent] = []
        for event in events {
            switch event {
            case .growth(let estimate): record.take(estimate)
            case .alert(let alert): alerts.append(alert)
            }
        }
        record.alerts += alerts
        record.notices += desk.tell(of: alerts, at: time, inhibitedKinds: inhibitedKinds)
    }
}
