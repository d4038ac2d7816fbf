public import Vocabulary

/// All that a site says about who is told of what, and when nobody is.
public struct NotificationPolicy: Sendable, Hashable {
    /// The site, for the messages.
    public var site: String
    /// Who answers which alert.
    public var routes: RoutingTree
    /// The departments that there are; nobody else is told, whatever was said before.
    public var departments: Set<DepartmentID>
    /// Times in which nobody is told.
    public var silences: [Silence]
    /// Hours in which reminders wait; `nil` when they never do.
    public var quietHours: QuietHours?
    /// What a storm of alerts is.
    public var storm: StormSettings

    /// Makes a policy.
    ///
    /// - Parameter departments: The departments that there are; `nil` for those of the routes.
    public init(
        site: String, routes: RoutingTree, departments: Set<DepartmentID>? = nil,
        silences: [Silence] = [], quietHours: QuietHours? = nil, storm: StormSettings = .standard
    ) {
        self.site = site
        self.routes = routes
        self.departments = departments ?? routes.departments
        self.silences = silences
        self.quietHours = quietHours
        self.storm = storm
    }

    /// Who answers an alert now, of those that there are.
    func destinations(for event: AlertEvent, tags: [String: String]) -> [Destination] {
        routes.destinations(for: event, tags: tags).compactMap { destination in
            guard departments.contains(destination.department) else { return nil }
            var destination = destination
            destination.escalations.removeAll { !departments.contains($0.department) }
            return destination
        }
    }

    /// Whether somebody has asked that nobody be told of an alert at a moment.
    func isSilenced(_ event: AlertEvent, tags: [String: String], at time: Timestamp) -> Bool {
        silences.contains { $0.covers(event, tags: tags, at: time) }
    }
}
