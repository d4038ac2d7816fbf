public import Alerting

extension Site {
    /// What the site says about who is told of what.
    public var notificationPolicy: NotificationPolicy {
        NotificationPolicy(
            site: id, routes: routes, departments: Set(departments.map(\.id)), silences: silences,
            quietHours: quietHours, storm: storm)
    }
}
