import Alerting
import Testing
import Vocabulary
import Watch

/// What the end of a recording adds to what its samples gave.
@Suite("The end of a recording")
struct RecordingEndTests {
    @Test("the samples of the last bin are judged, once")
    func lastBin() {
        var watch = CameraWatch(camera: "lock-3")
        for minutes in stride(from: 0.0, to: 240, by: 10) {
            _ = watch.step(
                sample(hours: minutes / 60, coverage: minutes < 120 ? 0.1 : 0.13), rules: [])
        }
        let events = watch.end(rules: [coverageRule])
        guard case .growth(let estimate)? = events.first else {
            Issue.record("no estimate came of the open bin")
            return
        }
        #expect(estimate.time == june + .hours(230 / 60.0))
        #expect(estimate.visibleCoverage.map { $0 > 0.101 } == true)
        #expect(watch.end(rules: [coverageRule]).isEmpty)
    }

    @Test("with one sample a day nothing is left to judge")
    func daily() {
        var watch = CameraWatch(camera: "lock-3")
        for day in 0..<5 {
            _ = watch.step(sample(hours: Double(day) * 24, coverage: 0.1), rules: [coverageRule])
        }
        #expect(watch.end(rules: [coverageRule]).isEmpty)
    }

    @Test("nothing was seen, nothing follows")
    func empty() {
        var watch = CameraWatch(camera: "lock-3")
        #expect(watch.end(rules: [coverageRule]).isEmpty)
    }
}
