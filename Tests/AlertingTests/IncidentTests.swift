import Alerting
import JSONLines
import Testing
import Vocabulary

/// Who is told of what, from the beginning of an alert to its end.
@Suite struct IncidentTests {
    private let policy = NotificationPolicy(
        site: "demo",
        routes: RoutingTree(routes: [
            Route(
                match: AlertMatcher(severities: [.critical]), department: "duty", continues: true),
            Route(
                department: "bureau", escalation: Escalation(after: .hours(24), to: "mayor")),
        ]))

    @Test("those who were told of the beginning are told of the end, and nobody else")
    func ends() {
        var desk = Desk(policy)
        #expect(desk.step(.firing, .critical, hours: 0) == ["firing→duty", "firing→bureau"])
        desk.policy.routes = RoutingTree(routes: [Route(department: "other")])
        desk.policy.departments.insert("other")
        #expect(desk.step(.resolved, .critical, hours: 9) == ["resolved→duty", "resolved→bureau"])
        #expect(desk.step(hours: 99) == [])
    }

    @Test("a department that the site no longer has is told nothing")
    func goneDepartment() {
        var desk = Desk(policy)
        _ = desk.step(.firing, .critical, hours: 0)
        desk.policy.departments = ["bureau"]
        #expect(desk.step(.resolved, .critical, hours: 9) == ["resolved→bureau"])
    }

    @Test("a rise of the severity goes to those who know, and to those whom it concerns now")
    func rise() {
        var desk = Desk(policy)
        #expect(desk.step(.firing, .warning, hours: 0) == ["firing→bureau"])
        #expect(
            desk.step(.escalated, .critical, hours: 5) == ["escalated→bureau", "escalated→duty"])
        #expect(desk.step(.resolved, .critical, hours: 9) == ["resolved→bureau", "resolved→duty"])
    }

    @Test("an alert that nobody acknowledges goes on to another department, once")
    func escalation() {
        var desk = Desk(policy)
        _ = desk.step(.firing, .warning, hours: 0)
        #expect(desk.step(hours: 23.9) == [])
        #expect(desk.step(hours: 24) == ["firing→mayor for bureau"])
        #expect(desk.step(hours: 48) == [])
        #expect(desk.step(.resolved, .warning, hours: 50) == ["resolved→bureau", "resolved→mayor"])
    }

    @Test("an alert that is acknowledged goes to nobody else and brings no reminders")
    func acknowledged() {
        var desk = Desk(policy)
        _ = desk.step(.firing, .warning, hours: 0)
        desk.acknowledge(by: "Li Wei", hours: 2)
        desk.acknowledge(by: "Somebody Else", hours: 3)
        #expect(desk.incident?.acknowledgement?.name == "Li Wei")
        #expect(desk.step(.reminded, .warning, hours: 30) == [])
        #expect(desk.step(.resolved, .warning, hours: 50) == ["resolved→bureau"])
    }

    @Test("a reminder waits for the end of the quiet hours; a new alert does not")
    func quietHours() {
        var policy = policy
        policy.quietHours = QuietHours(fromSecondOfDay: 0, toSecondOfDay: 6 * 3600)
        policy.routes = RoutingTree(routes: [Route(department: "bureau")])
        var desk = Desk(policy)
        #expect(desk.step(.firing, .warning, hours: 1) == ["firing→bureau"])
        #expect(desk.step(.reminded, .warning, hours: 25) == [])
        #expect(desk.step(hours: 29.9) == [])
        #expect(desk.step(hours: 30) == ["reminded→bureau"])
        #expect(desk.step(hours: 31) == [])
        #expect(desk.step(.resolved, .warning, hours: 49) == ["resolved→bureau"])
    }

    @Test("a silenced alert is told when the silence ends, with the severity that it has by then")
    func silence() {
        var policy = policy
        policy.silences = [silence(until: 24)]
        var desk = Desk(policy)
        #expect(desk.step(.firing, .warning, hours: 1) == [])
        #expect(desk.incident?.heldBack == .silenced)
        #expect(desk.step(.escalated, .critical, hours: 2) == [])
        #expect(desk.step(.reminded, .critical, hours: 3) == [])
        #expect(desk.step(hours: 23) == [])
        #expect(desk.step(hours: 24) == ["firing→duty", "firing→bureau"])
        #expect(desk.incident?.heldBack == nil)
        #expect(desk.step(hours: 25) == [])
        #expect(desk.step(hours: 48) == ["firing→mayor for duty, bureau"])
    }

    @Test("an alert that begins and ends within a silence is never told, and is kept")
    func endsInSilence() {
        var policy = policy
        policy.silences = [silence(until: 24)]
        var desk = Desk(policy)
        _ = desk.step(.firing, .warning, hours: 1)
        #expect(desk.step(.resolved, .warning, hours: 9) == [])
        #expect(desk.step(hours: 48) == [])
        #expect(desk.incident?.isClosed == true)
    }

    @Test("a silence that begins later holds rises and escalations back, but not the end")
    func laterSilence() {
        var desk = Desk(policy)
        _ = desk.step(.firing, .warning, hours: 0)
        desk.policy.silences = [silence(until: 30)]
        #expect(desk.step(.escalated, .critical, hours: 2) == [])
        #expect(desk.step(hours: 25) == [])
        #expect(
            desk.step(hours: 30) == [
                "escalated→bureau", "escalated→duty", "firing→mayor for bureau, duty",
            ])
        desk.policy.silences = [silence(until: 99)]
        #expect(
            desk.step(.resolved, .critical, hours: 40) == [
                "resolved→bureau", "resolved→duty", "resolved→mayor",
            ])
    }

    @Test("the alert of the reach keeps the camera's back as long as it is open")
    func inhibition() {
        var desk = Desk(policy)
        desk.circumstances.inhibitedKinds = [.coverage]
        #expect(desk.step(.firing, .warning, hours: 0) == [])
        #expect(desk.incident?.heldBack == .inhibited)
        desk.circumstances.inhibitedKinds = [.growth]
        #expect(desk.step(hours: 2) == ["firing→bureau"])
    }

    @Test("the state comes back whole from JSON")
    func coding() throws {
        var desk = Desk(policy)
        desk.policy.quietHours = QuietHours(fromSecondOfDay: 0, toSecondOfDay: 86_399)
        _ = desk.step(.firing, .warning, hours: 1)
        _ = desk.step(.reminded, .warning, hours: 2)
        desk.acknowledge(by: "Li Wei", hours: 3)
        let incident = try #require(desk.incident)
        let line = try JSONLine.encode(incident)
        #expect(try JSONLine.decode(Incident.self, from: line) == incident)
    }

    private func silence(until hours: Double) -> Silence {
        Silence(
            match: .all, author: "Li Wei", reason: "harvest", start: june,
            end: june + .hours(hours))
    }
}

/// One camera's alert number 1 and who is told of it, in short words.
private struct Desk {
    var policy: NotificationPolicy
    var circumstances = Incident.Circumstances(now: june)
    private var book = IncidentBook()
    private let identity = AlertIdentity(rule: "rule", camera: "lock-3", episode: 1)

    init(_ policy: NotificationPolicy) { self.policy = policy }

    var incident: Incident? { book.incidents[identity] }

    mutating func acknowledge(by name: String, hours: Double) {
        guard var incident else { return }
        incident.acknowledge(by: name, at: june + .hours(hours))
        book = IncidentBook([incident])
    }

    /// An event, or with none a look at which nothing changed.
    mutating func step(
        _ state: AlertState? = nil, _ severity: Severity = .warning, hours: Double
    ) -> [String] {
        let time = june + .hours(hours)
        circumstances.now = time
        let event = state.map {
            AlertEvent(
                identity: identity, kind: .coverage, severity: severity, state: $0, time: time,
                evidence: AlertEvidence(
                    coverage: 0.5, threshold: 0.3, since: june, model: "model-1"))
        }
        return book.step(
            [event].compactMap(\.self), tags: [:], at: time, in: &circumstances, policy: policy
        ).map { notice in
            "\(notice.event.state.rawValue)→\(notice.department)"
                + (notice.unacknowledgedBy.map {
                    " for " + $0.map(\.rawValue).joined(separator: ", ")
                } ?? "")
        }
    }
}
