public import Vocabulary

/// Sums up the alerts that a storm has kept back: one summary for each district and department.
public struct StormReport: Hashable, Sendable {
    /// The summaries, by district and department.
    public private(set) var summaries: [StormSummary] = []
    /// The incidents, with who is told of each by a summary.
    public private(set) var incidents: [Incident]

    /// Sums up.
    ///
    /// An incident for which there is no department stays kept back, until there is one.
    ///
    /// - Parameters:
    ///   - incidents: What a storm has kept back; others are passed over.
    ///   - time: When the summaries are made.
    public init(of incidents: [Incident], at time: Timestamp, policy: NotificationPolicy) {
        struct Receiver: Hashable {
            var group: String?
            var department: DepartmentID
        }
        let tag = policy.storm.groupTag
        var lines: [Receiver: [SummedAlerts.Line]] = [:]
        self.incidents = []
        for var incident in incidents where incident.heldBack == .storm {
            let departments = policy.destinations(for: incident.opening, tags: incident.tags)
                .map(\.department)
            guard !departments.isEmpty else { continue }
            for department in departments {
                let receiver = Receiver(group: incident.tags[tag], department: department)
                lines[receiver, default: []].append(
                    SummedAlerts.Line(incident.opening, isOver: !incident.isOpen))
            }
            incident.wasSummedUp(to: departments, at: time)
            self.incidents.append(incident)
        }
        summaries = lines.map { receiver, lines in
            StormSummary(
                of: lines, group: receiver.group, tag: tag, to: receiver.department,
                site: policy.site, at: time)
        }.sorted { ($0.subject, $0.data.department) < ($1.subject, $1.data.department) }
    }

    /// Whether it is time to sum up: the breaker has closed, or alerts have been gathered for long
    /// enough.
    ///
    /// - Parameter oldest: When the storm kept back the first of the incidents.
    public static func isDue(
        since oldest: Timestamp, at time: Timestamp, storm: StormBreaker, settings: StormSettings
    ) -> Bool {
        !storm.isOpen || time - oldest >= settings.summaryEvery
    }
}
