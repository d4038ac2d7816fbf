import Alerting
import Vocabulary

/// The section `routes`: `[{match: {district: north}, to: north-office}, {to: water-bureau}]`.
///
/// A route may say `continue: true` and `escalate: {after: 24h, to: mayor}`.
enum RoutesSection {
    /// Routes may stand inside routes this deep.
    private static let deepest = 16
    /// How soon and how late an alert may go on to another department.
    private static let escalationTimes = Duration.seconds(600)...(.days(30))

    /// The routes as they stand in the file.
    static var shape: Shape<[RouteDraft]> {
        list(depth: 1).lookedAt { routes, source in
            guard let last = routes.last else {
                source.mistake("there is no route", advice)
                return
            }
            if let match = last.match, match.matcher != .all {
                last.source.mistake(
                    "the last route does not match everything, so some alerts would reach nobody",
                    advice)
            }
        }
    }

    private static let advice =
        "end the list with a route without 'match', such as '- to: water-bureau'"

    private static func list(depth: Int) -> Shape<[RouteDraft]> {
        Shape<[RouteDraft]>.list(
            of: Shape { route($0, depth: depth) }, called: "a list of routes"
        ).lookedAt { routes, _ in
            tellUnreachable(routes)
            guard let last = routes.last?.continues, last.value else { return }
            last.mistake(
                "no route follows to which the alert could continue",
                "remove 'continue', or put the route further up")
        }
    }

    private static func route(_ source: SourceValue, depth: Int) -> RouteDraft? {
        guard depth <= deepest else {
            source.mistake("routes are nested too deeply", "nest them at most \(deepest) deep")
            return nil
        }
        guard var keys = MappingReader(source, "a route") else { return nil }
        let match = keys.has("match") ? keys.optional("match", MatchSection.ofRoute) : MatchDraft()
        let department = Shape<DepartmentID>.identifier.located
        let to =
            depth == 1
            ? keys.required("to", department, example: "to: water-bureau")
            : keys.optional("to", department)
        let escalation = keys.optional("escalate", Shape(read: escalation))
        let continues = keys.optional("continue", Shape<Bool>.toggle.located)
        let routes = keys.optional("routes", list(depth: depth + 1)) ?? []
        keys.finish()
        return RouteDraft(
            source: source, match: match, department: to, escalation: escalation,
            continues: continues, routes: routes)
    }

    private static func escalation(_ source: SourceValue) -> EscalationDraft? {
        guard var keys = MappingReader(source, "an escalation") else { return nil }
        let after = keys.required(
            "after", .duration(escalationTimes, written: "from 10m to 30d, such as 24h"),
            example: "after: 24h")
        let to = keys.required(
            "to", Shape<DepartmentID>.identifier.located, example: "to: water-bureau")
        keys.finish()
        guard let after, let to else { return nil }
        return EscalationDraft(after: after, department: to)
    }

    /// Tells every route that an earlier one beside it always forestalls.
    private static func tellUnreachable(_ routes: [RouteDraft]) {
        for (index, route) in routes.enumerated() {
            guard let matcher = route.match?.matcher,
                let earlier = routes[..<index].first(where: {
                    $0.continues?.value != true && $0.match?.matcher.covers(matcher) == true
                })
            else { continue }
            route.source.mistake(
                "this route is never reached: the route on line \(earlier.source.node.place.line) "
                    + "takes all that it matches",
                "put it before that route, or remove it")
        }
    }
}

/// A route as it stands in the file.
struct RouteDraft {
    var source: SourceValue
    /// `nil` when it has a mistake.
    var match: MatchDraft?
    /// `nil` when it is absent, or has a mistake.
    var department: Located<DepartmentID>?
    /// `nil` when it is absent, or has a mistake.
    var escalation: EscalationDraft?
    /// Whether the routes after it are tried too; `nil` when it does not say.
    var continues: Located<Bool>?
    var routes: [RouteDraft]

    /// This route and all inside it.
    var all: [RouteDraft] { [self] + routes.flatMap(\.all) }

    /// The route as alerts follow it.
    var route: Route {
        Route(
            match: match?.matcher ?? .all, department: department?.value,
            escalation: escalation.map { Escalation(after: $0.after, to: $0.department.value) },
            continues: continues?.value ?? false, routes: routes.map(\.route))
    }
}

/// Who is told of an alert that nobody acknowledges, and where that stands.
struct EscalationDraft {
    var after: Duration
    var department: Located<DepartmentID>
}
