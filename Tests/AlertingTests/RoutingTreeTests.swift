import Alerting
import JSONLines
import Testing
import Vocabulary

/// Which department is told.
@Suite struct RoutingTreeTests {
    static let tree = RoutingTree(routes: [
        Route(
            match: AlertMatcher(tags: TagMatcher(["district": ["liwan"]])), department: "liwan",
            routes: [
                Route(
                    match: AlertMatcher(severities: [.major, .critical]),
                    department: "liwan-duty",
                    routes: [Route(match: AlertMatcher(kinds: [.growth]))]),
                Route(match: AlertMatcher(cameras: ["lock-3"]), department: "locks"),
            ]),
        Route(match: AlertMatcher(kinds: [.growth])),
        Route(department: "water-bureau"),
    ])

    @Test("the first route that matches takes the alert, depth first")
    func firstMatch() {
        #expect(department(.warning, .coverage, "lock-1", "liwan") == "liwan")
        #expect(department(.major, .coverage, "lock-3", "liwan") == "liwan-duty")
        #expect(department(.warning, .coverage, "lock-3", "liwan") == "locks")
        #expect(department(.warning, .coverage, "lock-3", "yuexiu") == "water-bureau")
    }

    @Test("a route without a department uses its parent's")
    func inherited() {
        #expect(department(.critical, .growth, "lock-1", "liwan") == "liwan-duty")
    }

    @Test("a route that can name no department leaves the alert to the next")
    func noDepartment() {
        #expect(department(.critical, .growth, "lock-1", "yuexiu") == "water-bureau")
    }

    @Test("only a tree whose top takes everything reaches a department for every alert")
    func hasDefault() {
        #expect(Self.tree.hasDefault)
        var tree = Self.tree
        tree.routes.removeLast()
        #expect(!tree.hasDefault)
        #expect(tree.department(for: event(.info, .coverage, "x"), tags: [:]) == nil)
        tree.routes.append(Route())
        #expect(!tree.hasDefault, "a default route must name a department")
    }

    @Test("all departments are known, so that each can be checked")
    func departments() {
        #expect(Self.tree.departments == ["liwan", "liwan-duty", "locks", "water-bureau"])
    }

    @Test("a tree comes back whole from JSON, and equal trees give equal bytes")
    func coding() throws {
        let line = try JSONLine.encode(Self.tree)
        let decoded = try JSONLine.decode(RoutingTree.self, from: line)
        #expect(decoded == Self.tree)
        #expect(try JSONLine.encode(decoded) == line)
    }

    private func department(
        _ severity: Severity, _ kind: AlertKind, _ camera: CameraID, _ district: String
    ) -> DepartmentID? {
        Self.tree.department(for: event(severity, kind, camera), tags: ["district": district])
    }

    private func event(_ severity: Severity, _ kind: AlertKind, _ camera: CameraID) -> AlertEvent {
        AlertEvent(
            identity: AlertIdentity(rule: "rule", camera: camera, episode: 1), kind: kind,
            severity: severity, state: .firing, time: june,
            evidence: AlertEvidence(coverage: 0.5, threshold: 0.3, since: june, model: "model-1"))
    }
}
