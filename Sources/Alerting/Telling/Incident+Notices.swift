public import Vocabulary

extension Incident {
    /// What stands around an alert when it is decided who is told.
    public struct Circumstances {
        /// What the open alerts of the camera's reach watch; the camera's own say the same.
        public var inhibitedKinds: Set<AlertKind>
        /// The city's circuit breaker.
        public var storm: StormBreaker
        /// When the decision falls, by the clock of those who answer alerts.
        ///
        /// The breaker and the time to acknowledge count by it. It is not the capture time: a clip of
        /// a season is judged in minutes.
        public var now: Timestamp

        /// Makes circumstances.
        public init(
            inhibitedKinds: Set<AlertKind> = [], storm: StormBreaker = StormBreaker(),
            now: Timestamp
        ) {
            self.inhibitedKinds = inhibitedKinds
            self.storm = storm
            self.now = now
        }
    }

    /// Takes in a change of the alert, of which nobody is told yet.
    public mutating func take(_ event: AlertEvent) {
        guard isOpen, event.identity == identity else { return }
        switch event.state {
        case .firing: break
        case .escalated:
            opening.severity = event.severity
            opening.evidence = event.evidence
            if !told.isEmpty { rise = event }
        case .reminded: if !told.isEmpty { reminder = event }
        case .resolved: ending = event
        }
    }

    /// Decides who is to be told now, and notes that they were.
    ///
    /// - The first time, all departments that the routes say; nobody while the alert is silenced or
    ///   inhibited; by a summary in a storm.
    /// - A rise of the severity: those who know, and those whom the routes say for the new severity.
    /// - A reminder: those who know, unless somebody has acknowledged the alert; it waits for the end
    ///   of quiet hours.
    /// - Who is told when nobody acknowledges it in time: once each.
    /// - The end: those who know, also in a silence. An alert that nobody knows of ends unsaid.
    ///
    /// - Parameters:
    ///   - time: Capture time of the newest observation of the camera or reach.
    ///   - circumstances: What stands around the alert; the breaker counts on.
    /// - Returns: Whom to tell of what: departments in the order of the routes, none twice for one
    ///   event.
    public mutating func notices(
        at time: Timestamp, in circumstances: inout Circumstances, policy: NotificationPolicy
    ) -> [Notice] {
        if let ending {
            (rise, reminder) = (nil, nil)
            return told.filter(policy.departments.contains).map {
                Notice(event: ending, department: $0)
            }
        }
        let obstacle = obstacle(at: time, in: circumstances, policy)
        guard !told.isEmpty else {
            return begin(at: time, unless: obstacle, in: &circumstances, policy)
        }
        guard obstacle == nil else {
            reminder = nil
            return []
        }
        return tellOfRise(policy) + remind(at: time, policy)
            + escalate(at: circumstances.now, policy)
    }

    /// What forbids to tell of the alert at a moment.
    private func obstacle(
        at time: Timestamp, in circumstances: Circumstances, _ policy: NotificationPolicy
    ) -> HoldReason? {
        if circumstances.inhibitedKinds.contains(opening.kind) { return .inhibited }
        return policy.isSilenced(opening, tags: tags, at: time) ? .silenced : nil
    }

    /// Tells of the beginning, unless something keeps it back.
    private mutating func begin(
        at time: Timestamp, unless obstacle: HoldReason?, in circumstances: inout Circumstances,
        _ policy: NotificationPolicy
    ) -> [Notice] {
        guard heldBack != .storm else { return [] }
        guard obstacle == nil else {
            heldBack = obstacle
            return []
        }
        let departments = policy.destinations(for: opening, tags: tags).map(\.department)
        guard !departments.isEmpty else { return [] }
        guard circumstances.storm.admits(at: circumstances.now, settings: policy.storm) else {
            heldBack = .storm
            return []
        }
        heldBack = nil
        toldAt = circumstances.now
        told = departments
        return told.map { Notice(event: opening, department: $0) }
    }

    private mutating func tellOfRise(_ policy: NotificationPolicy) -> [Notice] {
        guard let event = rise else { return [] }
        rise = nil
        learn(policy.destinations(for: event, tags: tags).map(\.department))
        return told.filter(policy.departments.contains).map {
            Notice(event: event, department: $0)
        }
    }

    private mutating func remind(
        at time: Timestamp, _ policy: NotificationPolicy
    ) -> [Notice] {
        guard let event = reminder, policy.quietHours?.contains(time) != true else { return [] }
        reminder = nil
        guard acknowledgement == nil else { return [] }
        return told.filter(policy.departments.contains).map {
            Notice(event: event, department: $0)
        }
    }

    private mutating func escalate(
        at now: Timestamp, _ policy: NotificationPolicy
    ) -> [Notice] {
        guard acknowledgement == nil, let toldAt else { return [] }
        let before = told
        let due = policy.destinations(for: opening, tags: tags)
            .flatMap(\.escalations)
            .filter { now - toldAt >= $0.after }
            .sorted { $0.after < $1.after }
        return learn(due.map(\.department)).map {
            Notice(event: opening, department: $0, unacknowledgedBy: before)
        }
    }

    /// Adds departments to those who know; returns the ones that are new, each once.
    @discardableResult
    private mutating func learn(_ departments: [DepartmentID]) -> [DepartmentID] {
        var new: [DepartmentID] = []
        for department in departments where !told.contains(department) {
            told.append(department)
            new.append(department)
        }
        return new
    }
}
