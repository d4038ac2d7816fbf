public import Vocabulary

/// Decides which department answers an alert.
///
/// Routes are tried in order and depth first: the first route that matches takes the alert, and
/// within it the first of its children that matches, and so on. A child without a department uses
/// its parent's. A route that matches but can name no department leaves the alert to the next one.
/// (The rules are those of Alertmanager's routing tree.)
public struct RoutingTree: Codable, Hashable, Sendable {
    /// The routes, first match first.
    public var routes: [Route]

    /// Makes a tree.
    public init(routes: [Route]) { self.routes = routes }

    /// The department for an alert of a camera with these tags; `nil` when no route takes it.
    ///
    /// With a default route (``hasDefault``) every alert reaches a department.
    public func department(for event: AlertEvent, tags: [String: String]) -> DepartmentID? {
        routes.firstDepartment(for: event, tags: tags, inherited: nil)
    }

    /// Whether every alert reaches a department: a route at the top matches all and names one.
    public var hasDefault: Bool {
        routes.contains { $0.match == .all && $0.department != nil }
    }

    /// All departments that the tree names.
    public var departments: Set<DepartmentID> {
        routes.reduce(into: []) { $0.formUnion($1.departments) }
    }
}

/// A branch of the routing tree.
public struct Route: Codable, Hashable, Sendable {
    /// The alerts that the route takes.
    public var match: AlertMatcher
    /// Who answers them; `nil` for the parent's department.
    public var department: DepartmentID?
    /// Finer routes, first match first.
    public var routes: [Route]

    /// Makes a route.
    public init(
        match: AlertMatcher = .all, department: DepartmentID? = nil, routes: [Route] = []
    ) {
        self.match = match
        self.department = department
        self.routes = routes
    }

    /// All departments that the route and its children name.
    public var departments: Set<DepartmentID> {
        routes.reduce(into: Set([department].compactMap(\.self))) {
            $0.formUnion($1.departments)
        }
    }

    fileprivate func department(
        for event: AlertEvent, tags: [String: String], inherited: DepartmentID?
    ) -> DepartmentID? {
        guard match.matches(event, tags: tags) else { return nil }
        let own = department ?? inherited
        return routes.firstDepartment(for: event, tags: tags, inherited: own) ?? own
    }
}

extension [Route] {
    fileprivate func firstDepartment(
        for event: AlertEvent, tags: [String: String], inherited: DepartmentID?
    ) -> DepartmentID? {
        for route in self {
            if let department = route.department(for: event, tags: tags, inherited: inherited) {
                return department
            }
        }
        return nil
    }
}
