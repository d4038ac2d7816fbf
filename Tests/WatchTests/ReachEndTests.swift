import Alerting
import Testing
import Vocabulary
import Watch

/// What the end of the recordings adds to what a reach's samples gave.
@Suite("The end of a reach's recordings")
struct ReachEndTests {
    private let reach = Reach(id: "lower", squareMetres: ["a": 100, "b": 300])

    @Test("the slots that are open are closed, and stay so")
    func slots() {
        var bins = ReachBins()
        #expect(bins.end(of: reach) == [])
        // The second slot has begun while the first one waits for late samples.
        for (camera, hours, coverage) in [
            ("a", 0.5, 0.5), ("b", 0.6, 0.1), ("a", 2.1, 0.7), ("b", 2.2, 0.3),
        ] as [(CameraID, Double, Double)] {
            #expect(bins.add(sample(camera, hours, coverage), of: reach) == [])
        }
        let last = bins.end(of: reach)
        #expect(last.map(\.time) == [june + .hours(1), june + .hours(3)])
        #expect(last.map { ($0.coverage * 1000).rounded() } == [200, 400])
        #expect(bins.end(of: reach) == [])
        #expect(bins.add(sample("a", 3.5, 0.9), of: reach) == [])
        #expect(bins.end(of: reach) == [])
    }

    @Test("it gives what the next sample would have given")
    func nextSample() {
        var watch = ReachWatch(reach: "lower")
        var eventCount = 0
        for step in 0..<400 {
            let hours = Double(step) * 0.4
            let coverage = step < 150 ? 0.05 : 0.6
            for camera in ["a", "b"] as [CameraID] {
                _ = watch.step(
                    sample(camera, hours, coverage), of: reach, rules: [coverageRule])
            }
            var ended = watch
            let last = ended.end(of: reach, rules: [coverageRule, blindRule])
            let slotEnd = (hours / 2).rounded(.down) * 2 + 2
            let next = watch.judged(by: sample("a", slotEnd + 0.3, coverage), of: reach)
            #expect(last == next)
            eventCount += last.count
            #expect(ended.end(of: reach, rules: [coverageRule]).isEmpty)
        }
        #expect(eventCount > 400, "an alert must be among the estimates")
    }

    @Test(
        "each slot is judged when it is over, none waits for the next", arguments: [0, 977, 4000])
    func atOnce(day: Int) {
        var watch = ReachWatch(reach: "lower")
        var estimates: [Timestamp] = []
        for step in 0..<300 {
            let hours = Double(day) * 24 + Double(step)
            for camera in ["a", "b"] as [CameraID] {
                for case .growth(let estimate) in watch.step(
                    sample(camera, hours + 0.5, 0.2), of: reach, rules: [])
                {
                    estimates.append(estimate.time)
                }
            }
        }
        let first = june + .hours(Double(day) * 24 + 1)
        #expect(estimates == (0..<149).map { first + ReachBins.slotLength * $0 })
    }

    @Test("another reach's end is none of its own")
    func foreign() {
        var watch = ReachWatch(reach: "lower")
        for camera in ["a", "b"] as [CameraID] {
            _ = watch.step(sample(camera, 0.5, 0.5), of: reach, rules: [])
        }
        #expect(watch.end(of: Reach(id: "upper", squareMetres: [:]), rules: []).isEmpty)
        #expect(watch.end(of: reach, rules: []).count == 1)
    }

    private func sample(_ camera: CameraID, _ hours: Double, _ coverage: Double) -> CoverageSample {
        CoverageSample(
            camera: camera, time: june + .hours(hours), coverage: coverage, visibleShare: 1,
            sigmaLogit: 0.15, frames: 3, model: "model-1")
    }
}

extension ReachWatch {
    /// What another sample would lead to.
    fileprivate func judged(by sample: CoverageSample, of reach: Reach) -> [WatchEvent] {
        var watch = self
        return watch.step(sample, of: reach, rules: [coverageRule])
    }
}
