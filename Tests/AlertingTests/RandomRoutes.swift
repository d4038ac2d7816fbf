import Alerting
import Vocabulary

/// Alerts and routing trees that nobody planned, as a seed has them.
struct RandomRoutes {
    private var random: SeededRandom
    static let districts = ["liwan", "yuexiu", "haizhu"]
    static let departments: [DepartmentID] = ["a", "b", "c", "d", "e"]

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    /// A tree whose last route takes what is left.
    mutating func tree() -> RoutingTree {
        var routes = routes(depth: 1, most: 4)
        for index in routes.indices { routes[index].department = department() }
        return RoutingTree(routes: routes + [Route(department: department())])
    }

    /// The firing of an alert and the tags of its camera.
    mutating func alert(episode: Int) -> (event: AlertEvent, tags: [String: String]) {
        let camera = CameraID("camera-\(Int.random(in: 0..<4, using: &random))")
        let event = AlertEvent(
            identity: AlertIdentity(rule: "rule", camera: camera, episode: episode),
            kind: pick([.coverage, .growth]), severity: pick(Severity.allCases), state: .firing,
            time: june + .hours(Double(episode) / 10),
            evidence: AlertEvidence(coverage: 0.5, threshold: 0.3, since: june, model: "model-1"))
        return (event, chance(0.8) ? ["district": pick(Self.districts)] : [:])
    }

    mutating func chance(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &random) < probability
    }

    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    private mutating func department() -> DepartmentID { pick(Self.departments) }

    private mutating func routes(depth: Int, most: Int) -> [Route] {
        (0..<Int.random(in: 0...most, using: &random)).map { _ in
            Route(
                match: matcher(), department: chance(0.6) ? department() : nil,
                continues: chance(0.4),
                routes: depth < 3 ? routes(depth: depth + 1, most: 3) : [])
        }
    }

    private mutating func matcher() -> AlertMatcher {
        var matcher = AlertMatcher.all
        if chance(0.5) { matcher.tags = TagMatcher(["district": [pick(Self.districts)]]) }
        if chance(0.3) { matcher.severities = [pick(Severity.allCases), pick(Severity.allCases)] }
        if chance(0.2) { matcher.kinds = [pick([.coverage, .growth])] }
        if chance(0.2) { matcher.cameras = [CameraID("camera-\(pick([0, 1, 2, 3]))")] }
        return matcher
    }
}
