import Alerting
import Logging
import Store
import Vocabulary

/// An alert changed.
struct AlertDecided: OperationalEvent {
    static let name = "alerts"
    static let message: Logger.Message = "alert"
    let event: AlertEvent
    /// Who is told; nobody while the alert is suppressed, inhibited or summed up.
    let departments: [DepartmentID]
    var level: Logger.Level { .notice }
    var metadata: Logger.Metadata {
        [
            "alert": "\(event.identity)", "state": "\(event.state.rawValue)",
            "severity": "\(event.severity.rawValue)", "time": "\(event.time)",
            "departments": "\(departments.map(\.rawValue).joined(separator: " "))",
        ]
    }
}

/// A department is told of an alert later than it changed: a silence has ended, or nobody has
/// acknowledged it.
struct AlertToldLater: OperationalEvent {
    static let name = "alerts_told_later"
    static let message: Logger.Message = "alert told later"
    let event: AlertEvent
    let department: DepartmentID
    var level: Logger.Level { .notice }
    var metadata: Logger.Metadata {
        [
            "alert": "\(event.identity)", "state": "\(event.state.rawValue)",
            "department": "\(department)",
        ]
    }
}

/// So many alerts came at once that a department got one summary of them.
struct StormSummedUp: OperationalEvent {
    static let name = "storm_summaries"
    static let message: Logger.Message = "many alerts at once were summed up"
    let summary: StormSummary
    var level: Logger.Level { .warning }
    var metadata: Logger.Metadata {
        [
            "group": "\(summary.subject)", "department": "\(summary.data.department)",
            "alerts": "\(summary.data.alerts.count)",
        ]
    }
}

/// Alerts that a storm keeps back could not be summed up; it is tried again.
struct SummaryPostponed: OperationalEvent {
    static let name = "storm_summaries_postponed"
    static let message: Logger.Message = "alerts of a storm could not be summed up yet"
    let error: String
    var level: Logger.Level { .error }
    var metadata: Logger.Metadata { ["error": "\(error)"] }
}

extension CommittedAlerts {
    /// Says what has become of alerts, and who is told.
    func announce(by logger: Logger) {
        for event in events {
            let told = notices.filter { $0.isNews(of: event) }
            AlertDecided(event: event, departments: told.map(\.department)).emit(logger)
        }
        for notice in notices where !events.contains(where: notice.isNews) {
            AlertToldLater(event: notice.event, department: notice.department).emit(logger)
        }
    }
}
