internal import Alerting
public import Vocabulary

/// How many new alerts a department would have been told of in a week.
public struct DepartmentWeek: Hashable, Sendable {
    /// The department; `nil` for all alerts, where no site says who is told.
    public let department: DepartmentID?
    /// The week.
    public let week: CivilWeek
    /// By the current rules.
    public internal(set) var current = 0
    /// By the new rules.
    public internal(set) var new = 0

    /// Counts the new alerts of each department and week that has any.
    ///
    /// An alert that a silence or the alert of a reach keeps from a department does not count, nor does
    /// one that it is told of only because another has not acknowledged it.
    public static func count(
        current: [WaterRecord], new: [WaterRecord]
    ) -> [DepartmentWeek] {
        var counts: [DepartmentID?: [CivilWeek: DepartmentWeek]] = [:]
        func count(_ records: [WaterRecord], _ column: WritableKeyPath<DepartmentWeek, Int>) {
            for (department, time) in records.lazy.flatMap(\.openings) {
                let week = CivilWeek(of: time)
                let none = DepartmentWeek(department: department, week: week)
                counts[department, default: [:]][week, default: none][keyPath: column] += 1
            }
        }
        count(current, \.current)
        count(new, \.new)
        return counts.values.flatMap(\.values).sorted { left, right in
            (left.department?.rawValue ?? "", left.week.monday)
                < (right.department?.rawValue ?? "", right.week.monday)
        }
    }

    private init(department: DepartmentID?, week: CivilWeek) {
        self.department = department
        self.week = week
    }
}

extension WaterRecord {
    /// Who was told of the beginning of an alert, and when.
    fileprivate var openings: [(department: DepartmentID?, time: Timestamp)] {
        guard hasRoutes else {
            return alerts.filter { $0.state == .firing }.map { (nil, $0.time) }
        }
        return notices.filter { $0.event.state == .firing && $0.unacknowledgedBy == nil }
            .map { ($0.department, $0.event.time) }
    }
}
