public import Vocabulary

/// That one department is to be told of one change of an alert.
public struct Notice: Hashable, Sendable {
    /// What is told.
    public var event: AlertEvent
    /// Who is told.
    public var department: DepartmentID
    /// Who was told before and has not acknowledged the alert, when that is why.
    public var unacknowledgedBy: [DepartmentID]?

    /// Makes a notice.
    public init(
        event: AlertEvent, department: DepartmentID, unacknowledgedBy: [DepartmentID]? = nil
    ) {
        self.event = event
        self.department = department
        self.unacknowledgedBy = unacknowledgedBy
    }

    /// Whether it tells of a change as it happens; else what has waited is told, or goes on to
    /// another department.
    public func isNews(of event: AlertEvent) -> Bool {
        self.event.id == event.id && unacknowledgedBy == nil
    }
}
