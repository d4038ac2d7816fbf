import Alerting
import Testing
import Vocabulary
import Watch

/// The operator changes rules while alerts are open.
@Suite struct ChangedRulesTests {
    @Test(
        "the alert of a removed rule is resolved at the next sample or gap",
        arguments: [true, false])
    func removed(isGap: Bool) throws {
        var watch = firingWatch()
        let next = isGap ? gap(hours: 49) : sample(hours: 49, coverage: 0.5)
        let alerts = watch.alerts([next], rules: [growthRule])
        #expect(alerts.map(\.id) == ["coverage-high/lock-3/1/resolved"])
        #expect(alerts.first?.time == june + .hours(49))
        #expect(alerts.first?.evidence.model == "model-1")
        #expect(watch.openAlerts == [])
        #expect(watch.alerts([gap(hours: 50)], rules: [growthRule]) == [])
    }

    @Test("a rule that comes back starts a new episode, so its alert is not taken for the old one")
    func cameBack() {
        var watch = firingWatch()
        _ = watch.alerts([sample(hours: 50, coverage: 0.5)], rules: [])
        let again = stride(from: 52.0, to: 80, by: 2).map { sample(hours: $0, coverage: 0.5) }
        #expect(watch.alerts(again).map(\.id) == ["coverage-high/lock-3/2/firing"])
    }

    @Test("a removed rule that was pending starts from the beginning")
    func pending() {
        var watch = CameraWatch(camera: "lock-3")
        #expect(watch.alerts([0, 2, 4].map { sample(hours: $0, coverage: 0.5) }) == [])
        #expect(watch.alerts([sample(hours: 8, coverage: 0.5)], rules: []) == [])
        #expect(watch.alerts([10, 12, 14].map { sample(hours: $0, coverage: 0.5) }) == [])
        #expect(watch.alerts([sample(hours: 16, coverage: 0.5)]).count == 1)
    }

    @Test("a rule that now watches something else resolves the old alert first")
    func otherKind() {
        var watch = firingWatch()
        var changed = growthRule
        changed.id = coverageRule.id
        let alerts = watch.alerts([sample(hours: 50, coverage: 0.5)], rules: [changed])
        #expect(alerts.map(\.kind) == [.coverage])
        #expect(alerts.map(\.state) == [.resolved])
    }

    @Test("new thresholds hold from the next sample on")
    func newThresholds() {
        var watch = firingWatch()
        var higher = coverageRule
        higher.raise = 0.8
        higher.clear = 0.7
        higher.keepFiring = .zero
        higher.evaluations = 1
        let alerts = watch.alerts([sample(hours: 50, coverage: 0.5)], rules: [higher])
        #expect(alerts.map(\.state) == [.resolved])
        #expect(alerts.first?.evidence.threshold == 0.7)
    }

    private func firingWatch() -> CameraWatch {
        var watch = CameraWatch(camera: "lock-3")
        _ = watch.alerts(stride(from: 0.0, to: 48, by: 2).map { sample(hours: $0, coverage: 0.5) })
        return watch
    }
}
