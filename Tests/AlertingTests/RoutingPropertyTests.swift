import Alerting
import Testing
import Vocabulary

/// The tree held against a second statement of its rule, over trees that nobody planned.
@Suite struct RoutingPropertyTests {
    @Test("an alert reaches the routes that the rule names, and no others", arguments: 0..<40)
    func sameAsTheRule(seed: Int) {
        var random = RandomRoutes(seed: UInt64(seed))
        for _ in 0..<25 {
            let tree = random.tree()
            for episode in 1...20 {
                let (event, tags) = random.alert(episode: episode)
                let told = tree.departments(for: event, tags: tags)
                #expect(told == Self.departments(of: tree, for: event, tags))
                #expect(!told.isEmpty, "the last route takes everything")
                #expect(Set(told).count == told.count)
            }
        }
    }

    /// A place in the tree: the routes from the top to it, with those before each of them.
    private struct Place {
        var path: [Route]
        var before: [[Route]]
    }

    /// The rule, said of single routes rather than of walks through the tree: a route receives an
    /// alert when it and all around it match, none inside it matches, and neither before it nor
    /// before any around it stands a route that matches and does not continue.
    private static func departments(
        of tree: RoutingTree, for event: AlertEvent, _ tags: [String: String]
    ) -> [DepartmentID] {
        let matches = { (route: Route) in route.match.matches(event, tags: tags) }
        var told: [DepartmentID] = []
        for place in places(tree.routes) {
            let receives =
                place.path.allSatisfy(matches)
                && place.path.last?.routes.contains(where: matches) == false
                && !place.before.joined().contains { matches($0) && !$0.continues }
            guard receives, let department = place.path.compactMap(\.department).last,
                !told.contains(department)
            else { continue }
            told.append(department)
        }
        return told
    }

    /// All places of the tree, those around others first, in the order in which they are written.
    private static func places(
        _ routes: [Route], inside outer: Place = Place(path: [], before: [])
    ) -> [Place] {
        routes.indices.flatMap { index -> [Place] in
            let place = Place(
                path: outer.path + [routes[index]],
                before: outer.before + [Array(routes[..<index])])
            return [place] + places(routes[index].routes, inside: place)
        }
    }
}
