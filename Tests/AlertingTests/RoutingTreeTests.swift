import Alerting
import JSONLines
import Testing
import Vocabulary

/// Which departments are told.
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
        #expect(tree.departments(for: event(.info, .coverage, "x"), tags: [:]) == [])
        tree.routes.append(Route())
        #expect(!tree.hasDefault, "a default route must name a department")
    }

    @Test("all departments are known, so that each can be checked")
    func departments() {
        #expect(Self.tree.departments == ["liwan", "liwan-duty", "locks", "water-bureau"])
    }

    @Test("a route that continues leaves the alert to the ones after it too, in their order")
    func continuing() {
        let tree = RoutingTree(routes: [
            Route(
                match: AlertMatcher(kinds: [.growth]), department: "biologists", continues: true),
            Route(
                match: AlertMatcher(tags: TagMatcher(["district": ["liwan"]])), department: "liwan",
                continues: true,
                routes: [
                    Route(
                        match: AlertMatcher(severities: [.critical]), department: "duty",
                        continues: true),
                    Route(match: AlertMatcher(cameras: ["lock-3"]), department: "biologists"),
                ]),
            Route(department: "water-bureau"),
        ])
        func told(_ severity: Severity, _ kind: AlertKind, _ camera: CameraID) -> [DepartmentID] {
            tree.departments(for: event(severity, kind, camera), tags: ["district": "liwan"])
        }
        #expect(told(.info, .coverage, "lock-1") == ["liwan", "water-bureau"])
        #expect(told(.info, .growth, "lock-1") == ["biologists", "liwan", "water-bureau"])
        #expect(told(.critical, .growth, "lock-3") == ["biologists", "duty", "water-bureau"])
    }

    @Test("an escalation is handed down, and that of each route that took the alert counts")
    func escalations() {
        let hours = { (count: Double) in Duration.seconds(count * 3600) }
        let tree = RoutingTree(routes: [
            Route(
                department: "liwan", escalation: Escalation(after: hours(24), to: "mayor"),
                continues: true,
                routes: [
                    Route(match: AlertMatcher(kinds: [.growth])),
                    Route(
                        match: AlertMatcher(severities: [.critical]),
                        escalation: Escalation(after: hours(2), to: "duty")),
                ]),
            Route(department: "liwan", escalation: Escalation(after: hours(6), to: "bureau")),
        ])
        let late = Escalation(after: hours(24), to: "mayor")
        let bureau = Escalation(after: hours(6), to: "bureau")
        #expect(
            tree.destinations(for: event(.info, .growth, "x"), tags: [:]) == [
                Destination(department: "liwan", escalations: [late, bureau])
            ])
        #expect(
            tree.destinations(for: event(.critical, .coverage, "x"), tags: [:]) == [
                Destination(
                    department: "liwan",
                    escalations: [Escalation(after: hours(2), to: "duty"), bureau])
            ])
        #expect(tree.departments == ["liwan", "mayor", "duty", "bureau"])
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
        let told = Self.tree.departments(
            for: event(severity, kind, camera), tags: ["district": district])
        return told.count == 1 ? told.first : nil
    }

    private func event(_ severity: Severity, _ kind: AlertKind, _ camera: CameraID) -> AlertEvent {
        AlertEvent(
            identity: AlertIdentity(rule: "rule", camera: camera, episode: 1), kind: kind,
            severity: severity, state: .firing, time: june,
            evidence: AlertEvidence(coverage: 0.5, threshold: 0.3, since: june, model: "model-1"))
    }
}
