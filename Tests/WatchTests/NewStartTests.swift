import Growth
import JSONLines
import Testing
import Vocabulary
import Watch

/// A camera gets another recording, or leaves the site.
@Suite struct NewStartTests {
    @Test("an earlier recording is judged, and ends the alert that is open")
    func earlierRecording() throws {
        var watch = firingWatch()
        watch.beginAnew()
        #expect(watch.openAlerts.map(\.episode) == [1])
        let ended = try #require(watch.alerts(samples(hours: -900 ... -870, coverage: 0.01)).first)
        #expect(ended.id == "coverage-high/lock-3/1/resolved")
        #expect(ended.time < june)
        #expect(
            watch.alerts(samples(hours: -868 ... -800, coverage: 0.5)).map(\.id)
                == ["coverage-high/lock-3/2/firing"])
    }

    @Test("a hold that has begun does not count for the new recording")
    func hold() {
        var watch = CameraWatch(camera: "lock-3")
        #expect(watch.alerts(samples(hours: 0...4, coverage: 0.5)) == [])
        watch.beginAnew()
        #expect(watch.growth.binCount == 0)
        #expect(
            watch.alerts(samples(hours: 8...24, coverage: 0.5)).map(\.time) == [june + .hours(14)])
    }

    @Test("neither does the time for which an alert has been away")
    func away() {
        var watch = firingWatch()
        #expect(watch.alerts(samples(hours: 48...70, coverage: 0.01)) == [])
        watch.beginAnew()
        #expect(
            watch.alerts(samples(hours: 0...40, coverage: 0.01)).map(\.time)
                == [june + .hours(24)])
    }

    @Test("a camera that leaves has no open alert any more")
    func retired() throws {
        var watch = firingWatch()
        let events = watch.retireAll(at: june + .hours(60))
        let alert = try #require(events.first?.alert)
        #expect(events.count == 1)
        #expect(alert.id == "coverage-high/lock-3/1/resolved")
        #expect(alert.time == june + .hours(60))
        #expect(watch.openAlerts == [])
        #expect(watch.retireAll(at: june + .hours(61)) == [])
    }

    @Test("an alert that ends before the new recording's first sample shows the last known level")
    func lastKnownLevel() throws {
        var watch = firingWatch()
        let level = try #require(watch.growth.estimate(of: "lock-3")).coverage
        watch.beginAnew()
        watch.beginAnew()
        var stored = try JSONLine.decode(CameraWatch.self, from: JSONLine.encode(watch))
        #expect(stored == watch)
        let alert = try #require(stored.retireAll(at: june).first?.alert)
        #expect(alert.evidence.coverage == level)
        #expect(alert.evidence.model == "model-1")
        #expect(watch.alerts([gap(hours: 1)], rules: []).map(\.evidence.coverage) == [level])
    }

    /// Half covered for two days, so that the alert of the coverage rule is open.
    private func firingWatch() -> CameraWatch {
        var watch = CameraWatch(camera: "lock-3")
        _ = watch.alerts(samples(hours: 0...46, coverage: 0.5))
        return watch
    }

    private func samples(hours: ClosedRange<Double>, coverage: Double) -> [Observation] {
        stride(from: hours.lowerBound, through: hours.upperBound, by: 2).map {
            sample(hours: $0, coverage: coverage)
        }
    }
}
