import Alerting
import Testing
import Vocabulary

/// Who is told, held against the routing tree, over storms that nobody planned.
@Suite struct TellingPropertyTests {
    private struct Told: Hashable {
        var alert: AlertIdentity
        var department: DepartmentID
    }

    @Test(
        "every alert reaches exactly the departments of the tree once, alone or in a summary",
        arguments: 0..<30)
    func exactlyOnce(seed: Int) {
        var random = RandomRoutes(seed: UInt64(seed))
        let policy = NotificationPolicy(
            site: "demo", routes: random.tree(),
            storm: StormSettings(factor: 3, floor: random.pick([3, 20, 1000])))
        let alerts = (1...120).map { random.alert(episode: $0) }
        let expected = alerts.flatMap { alert in
            policy.routes.departments(for: alert.event, tags: alert.tags)
                .map { Told(alert: alert.event.identity, department: $0) }
        }
        let inOrder = told(of: alerts, policy)
        #expect(inOrder.count == expected.count, "nobody is told twice")
        #expect(Set(inOrder) == Set(expected))

        var generator = SeededRandom(seed: UInt64(seed) + 1000)
        let shuffled = told(of: alerts.shuffled(using: &generator), policy)
        #expect(shuffled.count == expected.count)
        #expect(Set(shuffled) == Set(expected), "the order of the cameras does not matter")
    }

    @Test("the ends of alerts go to those who were told of the beginning", arguments: 0..<30)
    func ends(seed: Int) {
        var random = RandomRoutes(seed: UInt64(seed))
        var policy = NotificationPolicy(
            site: "demo", routes: random.tree(), departments: Set(RandomRoutes.departments))
        for episode in 1...40 {
            let (event, tags) = random.alert(episode: episode)
            var book = IncidentBook()
            var circumstances = Incident.Circumstances(now: event.time)
            let begun = book.step(
                [event], tags: tags, at: event.time, in: &circumstances, policy: policy)
            policy.routes = random.tree()
            var end = event
            end.state = .resolved
            end.severity = random.pick(Severity.allCases)
            let ended = book.step(
                [end], tags: ["district": "elsewhere"], at: end.time, in: &circumstances,
                policy: policy)
            #expect(ended.map(\.department) == begun.map(\.department))
            #expect(ended.allSatisfy { $0.event.state == .resolved })
        }
    }

    /// Who is told of the beginnings of alerts that all come in one minute.
    private func told(
        of alerts: [(event: AlertEvent, tags: [String: String])], _ policy: NotificationPolicy
    ) -> [Told] {
        var circumstances = Incident.Circumstances(now: june)
        var told: [Told] = []
        var held: [Incident] = []
        for (event, tags) in alerts {
            var book = IncidentBook()
            told += book.step(
                [event], tags: tags, at: event.time, in: &circumstances, policy: policy
            ).map { Told(alert: $0.event.identity, department: $0.department) }
            held += book.incidents.values.filter { $0.heldBack == .storm }
        }
        let report = StormReport(of: held, at: june + .hours(1), policy: policy)
        #expect(report.incidents.count == held.count)
        let groups = report.summaries.map { [$0.subject, $0.data.department.rawValue] }
        #expect(Set(groups).count == groups.count, "one summary for each district and department")
        for summary in report.summaries {
            told += summary.data.alerts.map {
                Told(alert: $0.alert, department: summary.data.department)
            }
        }
        return told
    }
}
