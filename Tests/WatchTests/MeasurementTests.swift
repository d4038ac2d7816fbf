import Testing
import Vocabulary
import Watch

/// What becomes of the sampler's measurements.
@Suite struct MeasurementTests {
    @Test("an accepted frame becomes a sample of the camera at its capture time")
    func accepted() {
        var watch = CameraWatch(camera: "lock-3")
        let outcome = watch.step(measurement(hash: 1), at: june, rules: [])
        #expect(outcome.observation == sample(hours: 0, coverage: 0.4))
        #expect(outcome.events.count == 1)
    }

    @Test("a refused frame becomes a gap with its reason")
    func rejected() {
        var watch = CameraWatch(camera: "lock-3")
        let verdict = SamplingReport.Verdict.rejected(reason: .black, detail: "simulated")
        let outcome = watch.step(measurement(hash: 1, verdict), at: june, rules: [])
        #expect(outcome.observation == gap(hours: 0))
        #expect(outcome.events == [])
    }

    @Test("a burst of different pictures is alive, even when it begins as the last one did")
    func movingBurst() {
        var detector = FreezeDetector()
        for minute in 0..<5 {
            let time = june + .seconds(60 * minute)
            #expect(detector.frozenFor(pictureHash: 7, distinctPictures: 3, at: time) == nil)
            #expect(detector.isSuspicious == (minute > 0))
        }
        #expect(detector.frozenFor(pictureHash: 7, at: june + .seconds(300)) != nil)
    }

    @Test("the same picture for a minute is frozen, until another comes")
    func frozen() {
        var watch = CameraWatch(camera: "lock-3")
        let reasons = [(0.0, 7), (59, 7), (60, 7), (3600, 7), (3601, 8), (3602, 7)].map {
            (seconds: Double, hash: UInt64) -> GapReason? in
            let outcome = watch.step(
                measurement(hash: hash), at: june + .seconds(seconds), rules: [])
            if case .gap(let gap) = outcome.observation { return gap.reason }
            return nil
        }
        #expect(reasons == [nil, nil, .frozen, .frozen, nil, nil])
    }

    @Test("one picture encoded anew each time is frozen after a minute too")
    func frozenThoughEncodedAnew() {
        var detector = FreezeDetector()
        let looks: [(seconds: Double, change: Double?)] = [
            (0, nil), (30, 0.49), (60, 0.1), (90, 0.51), (200, 0.1),
        ]
        let lengths = looks.enumerated().map { number, look in
            detector.frozenFor(
                pictureHash: UInt64(number), change: look.change,
                at: june + .seconds(look.seconds))
        }
        #expect(lengths == [nil, nil, .seconds(60), nil, .seconds(110)])
    }

    @Test(
        "the picture with which the last recording ended is no sign of a frozen camera in a new one"
    )
    func newRecording() {
        var watch = CameraWatch(camera: "lock-3")
        _ = watch.step(measurement(hash: 7), at: june, rules: [])
        watch.beginAnew()
        let outcome = watch.step(measurement(hash: 7), at: june + .seconds(600), rules: [])
        #expect(outcome.observation == sample(hours: 600.0 / 3600, coverage: 0.4))
        #expect(!watch.suspectsFreeze)
    }

    private func measurement(
        hash: UInt64,
        _ verdict: SamplingReport.Verdict = .accepted(
            CoverageReading(
                coverage: 0.4, visibleShare: 1, sigmaLogit: 0.1, frames: 3, model: "model-1"))
    ) -> SamplingReport.Measurement {
        SamplingReport.Measurement(
            job: "1", index: 0, mediaSeconds: nil, recordedTime: nil, verdict: verdict,
            pictureHash: hash, width: 1920, height: 1080, decodeSeconds: 0, analysisSeconds: 0)
    }
}
