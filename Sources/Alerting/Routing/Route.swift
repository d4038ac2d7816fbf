public import Vocabulary

/// A branch of the routing tree.
public struct Route: Hashable, Sendable {
    /// The alerts that the route takes.
    public var match: AlertMatcher
    /// Who answers them; `nil` for the parent's department.
    public var department: DepartmentID?
    /// Who is told when nobody acknowledges them; `nil` for the parent's escalation.
    public var escalation: Escalation?
    /// Whether the routes after this one are tried too when it takes an alert.
    public var continues: Bool
    /// Finer routes, first match first.
    public var routes: [Route]

    /// Makes a route.
    public init(
        match: AlertMatcher = .all, department: DepartmentID? = nil, escalation: Escalation? = nil,
        continues: Bool = false, routes: [Route] = []
    ) {
        self.match = match
        self.department = department
        self.escalation = escalation
        self.continues = continues
        self.routes = routes
    }

    /// All departments that the route and its children name, those of escalations too.
    public var departments: Set<DepartmentID> {
        routes.reduce(into: Set([department, escalation?.department].compactMap(\.self))) {
            $0.formUnion($1.departments)
        }
    }
}

/// Who else is told of an alert that nobody acknowledges.
public struct Escalation: Codable, Hashable, Sendable {
    /// How long after the first department was told.
    public var after: Duration
    /// Who is told then.
    public var department: DepartmentID

    /// Makes an escalation.
    public init(after: Duration, to department: DepartmentID) {
        self.after = after
        self.department = department
    }
}

extension Route: Codable {
    private enum CodingKeys: String, CodingKey {
        case match, department, escalation, continues, routes
    }

    /// Reads an object; a route that says nothing of `continues` does not.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        match = try container.decodeIfPresent(AlertMatcher.self, forKey: .match) ?? .all
        department = try container.decodeIfPresent(DepartmentID.self, forKey: .department)
        escalation = try container.decodeIfPresent(Escalation.self, forKey: .escalation)
        continues = try container.decodeIfPresent(Bool.self, forKey: .continues) ?? false
        routes = try container.decodeIfPresent([Route].self, forKey: .routes) ?? []
    }
}

extension Route {
    /// What a route hands down to its children.
    struct Inheritance {
        var department: DepartmentID?
        var escalation: Escalation?
    }

    fileprivate func destinations(
        for event: AlertEvent, tags: [String: String], inherited: Inheritance
    ) -> [Destination] {
        guard match.matches(event, tags: tags) else { return [] }
        let own = Inheritance(
            department: department ?? inherited.department,
            escalation: escalation ?? inherited.escalation)
        let finer = routes.destinations(for: event, tags: tags, inherited: own)
        guard finer.isEmpty else { return finer }
        return own.department.map {
            [Destination(department: $0, escalations: own.escalation.map { [$0] } ?? [])]
        } ?? []
    }
}

extension [Route] {
    /// What the routes decide one after the other, up to the first that takes the alert and does
    /// not continue.
    func destinations(
        for event: AlertEvent, tags: [String: String], inherited: Route.Inheritance
    ) -> [Destination] {
        var found: [Destination] = []
        for route in self {
            let taken = route.destinations(for: event, tags: tags, inherited: inherited)
            found += taken
            if !taken.isEmpty, !route.continues { break }
        }
        return found
    }
}
