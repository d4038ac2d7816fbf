public import Vocabulary

/// Decides which departments answer an alert.
///
/// Routes are tried in order and depth first. A route that matches takes the alert, and the routes
/// after it are passed over, unless it says `continues`. Within a route the same holds for its
/// children; when none of them takes the alert, the route itself keeps it. So several departments
/// are responsible only where a route continues. (These are the rules of Alertmanager's tree.)
///
/// A child without a department, or without an escalation, uses its parent's. A route that matches
/// but can name no department leaves the alert to the next one.
public struct RoutingTree: Codable, Hashable, Sendable {
    /// The routes, first match first.
    public var routes: [Route]

    /// Makes a tree.
    public init(routes: [Route]) { self.routes = routes }

    /// The departments for an alert of a camera with these tags, in the order of the routes that
    /// name them; none twice, and none at all when no route takes the alert.
    ///
    /// With a default route (``hasDefault``) every alert reaches a department.
    public func departments(for event: AlertEvent, tags: [String: String]) -> [DepartmentID] {
        destinations(for: event, tags: tags).map(\.department)
    }

    /// The departments for an alert, and who is told when they do not acknowledge it.
    ///
    /// Where two routes name the same department, it stands at the place of the first, with the
    /// escalations of both.
    public func destinations(for event: AlertEvent, tags: [String: String]) -> [Destination] {
        routes.destinations(for: event, tags: tags, inherited: Route.Inheritance())
            .reduce(into: []) { found, next in
                guard let known = found.firstIndex(where: { $0.department == next.department })
                else { return found.append(next) }
                for escalation in next.escalations
                where !found[known].escalations.contains(escalation) {
                    found[known].escalations.append(escalation)
                }
            }
    }

    /// Whether every alert reaches a department: a route at the top matches all and names one.
    public var hasDefault: Bool {
        routes.contains { $0.match == .all && $0.department != nil }
    }

    /// All departments that the tree names, those of escalations too.
    public var departments: Set<DepartmentID> {
        routes.reduce(into: []) { $0.formUnion($1.departments) }
    }
}

/// A department that answers an alert, and who is told when nobody acknowledges it.
public struct Destination: Codable, Hashable, Sendable {
    /// Who answers the alert.
    public var department: DepartmentID
    /// Who else is told when it stays unacknowledged, and after how long.
    public var escalations: [Escalation]

    /// Makes a destination.
    public init(department: DepartmentID, escalations: [Escalation] = []) {
        self.department = department
        self.escalations = escalations
    }
}
