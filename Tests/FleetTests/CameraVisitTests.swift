import Alerting
import Fleet
import SiteConfiguration
import Store
import Testing
import Vocabulary
import Watch

@Suite("What is done at one camera, and what its outcome means")
struct CameraVisitTests {
    let start = Timestamp.epoch + .days(20_000)

    @Test("A live camera gives a burst, and is due again at its next slot")
    func live() throws {
        let camera = liveCamera(every: .seconds(600))
        let visit = visit(camera, slot: start)
        #expect(visit.job(source: camera.source).selection == .burst(count: 3))
        let now = start + .seconds(4)
        let completion = visit.completion(of: outcome(visit, camera, coverage: 0.1), at: now)
        #expect(completion.nextDue == start + .seconds(600))
        guard case .sample(let sample) = try #require(completion.observations.first) else {
            Issue.record("no sample")
            return
        }
        #expect(sample.time == now)
        #expect(!completion.finished)
    }

    @Test("A camera's recalibration goes with its jobs")
    func recalibration() {
        var camera = liveCamera(every: .seconds(600))
        let recalibration = CameraRecalibration(
            model: "m", logit: LogitCalibration(slope: 1.5, offset: -1))
        camera.recalibration = RecalibrationReference(
            recalibration,
            place: SiteMistake(file: "a.yaml", line: 1, column: 1, message: "", suggestion: ""))
        let job = visit(camera, slot: start).job(source: camera.source)
        #expect(job.recalibration == recalibration)
    }

    @Test("Slots that were missed are left out, so no camera is sampled twice to catch up")
    func missedSlots() {
        let camera = liveCamera(every: .seconds(600))
        let visit = visit(camera, slot: start)
        let late = start + .seconds(1900)
        let completion = visit.completion(of: outcome(visit, camera, coverage: 0.1), at: late)
        #expect(completion.nextDue == start + .seconds(2400))
    }

    @Test("A clip gives its keyframes one by one, with the capture times of its playback")
    func clip() throws {
        let camera = clipCamera(.timeLapse(every: .seconds(6 * 3600)))
        let visit = visit(camera, slot: start, position: 5)
        #expect(visit.job(source: camera.source).selection == .keyframe(index: 5))
        let completion = visit.completion(
            of: outcome(visit, camera, coverage: 0.1, index: 5), at: start)
        #expect(completion.observations.first?.time == start + .seconds(30 * 3600))
        #expect(completion.position == 6)
        #expect(completion.nextDue == start + camera.sampling.every)
    }

    @Test("A clip at a time scale is sampled by media time")
    func scaledClip() {
        let camera = clipCamera(.scaled(60))
        let visit = visit(camera, slot: start, position: 4)
        #expect(visit.job(source: camera.source).selection == .mediaTime(seconds: 4))
        let completion = visit.completion(
            of: outcome(visit, camera, coverage: 0.1, mediaSeconds: 3.5), at: start)
        #expect(completion.observations.first?.time == start + .seconds(210))
    }

    @Test("A clip that gives no more frames is finished; a live camera never is")
    func finished() {
        let clip = clipCamera(.scaled(1))
        let clipVisit = visit(clip, slot: start)
        #expect(clipVisit.completion(of: nothing(clipVisit, clip), at: start).finished)
        let live = liveCamera(every: .seconds(10))
        let liveVisit = visit(live, slot: start)
        #expect(!liveVisit.completion(of: nothing(liveVisit, live), at: start).finished)
    }

    @Test("A failure is a gap with its reason; waits grow from failure to failure")
    func failure() throws {
        let camera = liveCamera(every: .seconds(10))
        var waits: [Duration] = []
        for failures in [0, 3, 30] {
            let visit = visit(camera, slot: start, failuresInRow: failures)
            let completion = visit.failed(
                .init(reason: .unreachable, message: "no answer"), at: start)
            guard case .gap(let gap) = try #require(completion.observations.first) else {
                Issue.record("no gap")
                return
            }
            #expect(gap.reason == .unreachable)
            #expect(completion.failuresInRow == failures + 1)
            waits.append(completion.nextDue - start)
        }
        #expect(waits[0] >= .seconds(10) && waits[0] <= .seconds(15))
        #expect(waits[1] >= .seconds(80) && waits[1] <= .seconds(120))
        #expect(waits[2] >= .seconds(80) && waits[2] <= .seconds(120))
    }

    @Test("A dead camera is never visited more often than a sound one", arguments: [1, 600, 7200])
    func failureNotSooner(everySeconds: Int) {
        let camera = liveCamera(every: .seconds(everySeconds))
        for failures in 0..<12 {
            let visit = visit(camera, slot: start, failuresInRow: failures)
            let completion = visit.failed(.init(reason: .timedOut, message: ""), at: start)
            #expect(completion.nextDue >= start + camera.sampling.every)
        }
    }

    @Test("What is known of the view goes with the job, and what was learnt is committed")
    func scene() throws {
        let camera = liveCamera(every: .seconds(600))
        let view = SceneView(
            signs: Array(repeating: 1, count: SceneView.cellCount), sharpness: 1, contrast: 1)
        let known = SceneMemory(zone: 7, views: [view], confirmations: 1)
        let visit = visit(
            camera, slot: start, scene: KnownScene(memory: known, approvals: 2))
        #expect(visit.job(source: camera.source).scene == known)

        let outcome = outcome(visit, camera, coverage: 0.1)
        #expect(visit.completion(of: outcome, at: start).scene == nil)
        let learnt = SceneMemory(zone: 7, views: [view], confirmations: 2)
        var measurement = try #require(outcome.measurements.first)
        measurement.scene = SceneFinding(correlation: 0.9, memory: learnt)
        let second = SamplingOutcome(
            job: outcome.job, measurements: [measurement], end: outcome.end)
        #expect(visit.completion(of: second, at: start).scene == learnt)
    }

    @Test("A clip that could not be read leaves a gap in its own time, so what follows is judged")
    func failedClip() throws {
        let camera = clipCamera(.timeLapse(every: .seconds(6 * 3600)))
        let visit = visit(camera, slot: start, position: 5)
        let today = start + .days(900)
        let failed = visit.failed(.init(reason: .timedOut, message: ""), at: today)
        let planned = start + .seconds(30 * 3600)
        #expect(failed.observations.map(\.time) == [planned])
        #expect(failed.position == 5)

        let rule = AlertRule(
            id: "high", kind: .coverage, raise: 0.3, evaluations: 1, hold: .zero)
        var watch = failed.watch
        let events = (5..<12).flatMap { index in
            watch.step(
                .sample(
                    CoverageSample(
                        camera: camera.id, time: start + .seconds(6 * 3600 * index), coverage: 0.8,
                        visibleShare: 1, sigmaLogit: 0.1, frames: 1, model: "m")),
                rules: [rule])
        }
        #expect(events.contains { if case .alert = $0 { true } else { false } })
    }

    @Test("A keyframe of a clip that can't be decoded is a gap at its own time, and is passed")
    func damagedKeyframe() throws {
        let camera = clipCamera(.timeLapse(every: .seconds(6 * 3600)))
        let visit = visit(camera, slot: start, position: 5)
        let job = visit.job(source: camera.source)
        let outcome = SamplingOutcome(
            job: job, measurements: [],
            end: .init(
                job: job.id, measurements: 0, damaged: 1,
                failure: .init(reason: .corruptMedia, message: "keyframe 5 is damaged")))
        let completion = visit.completion(of: outcome, at: start)
        #expect(completion.position == 6)
        #expect(!completion.finished)
        guard case .gap(let gap) = try #require(completion.observations.first) else {
            Issue.record("no gap")
            return
        }
        #expect(gap.time == start + .seconds(30 * 3600))
        #expect(gap.reason == .corruptMedia)
    }

    @Test("Behind keyframes that gave no picture the clip goes on after the one that did")
    func passedOver() {
        let camera = clipCamera(.timeLapse(every: .seconds(6 * 3600)))
        let visit = visit(camera, slot: start, position: 5)
        let completion = visit.completion(
            of: outcome(visit, camera, coverage: 0.1, index: 7), at: start)
        #expect(completion.position == 8)
        #expect(completion.observations.first?.time == start + .seconds(42 * 3600))
    }

    @Test("Changes of alerts are committed with the camera's tags and its reach")
    func alerts() throws {
        var camera = clipCamera(.timeLapse(every: .seconds(6 * 3600)))
        camera.reach = "lower"
        var watch = CameraWatch(camera: camera.id)
        var events: [String] = []
        for index in 0..<12 {
            let visit = visit(camera, slot: start, position: index, watch: watch)
            let completion = visit.completion(
                of: outcome(visit, camera, coverage: 0.6, index: index), at: start)
            watch = completion.watch
            events += completion.events.map(\.id)
            #expect(completion.tags == ["district": "north"])
            #expect(completion.reach?.reach.id == "lower")
        }
        #expect(events == ["high/clip/1/firing"])
    }

    // MARK: Examples

    private func liveCamera(every: Duration) -> SiteCamera {
        SiteCamera(
            id: "live", name: "Live", source: VideoSource(location: "rtsp://10.0.0.1/stream"),
            sampling: SamplingPlan(every: every, keyframes: 3, deadlineSeconds: 20))
    }

    private func clipCamera(_ pace: ClipPlayback.Pace) -> SiteCamera {
        SiteCamera(
            id: "clip", name: "Clip", source: VideoSource(location: "clip.mp4"),
            sampling: SamplingPlan(every: .seconds(1), keyframes: 1, deadlineSeconds: 20),
            playback: ClipPlayback(start: start, pace: pace), tags: ["district": "north"])
    }

    private func visit(
        _ camera: SiteCamera, slot: Timestamp, position: Int = 0, watch: CameraWatch? = nil,
        scene: KnownScene = KnownScene(),
        failuresInRow: Int = 0
    ) -> CameraVisit {
        let rule = AlertRule(
            id: "high", kind: .coverage, raise: 0.3, clear: 0.2, hold: .seconds(6 * 3600),
            keepFiring: .days(1), severity: .warning)
        let site = Site(
            id: "example",
            departments: [
                Department(id: "bureau", name: "Bureau"),
                Department(id: "north-office", name: "North"),
            ],
            routes: RoutingTree(routes: [
                Route(
                    match: AlertMatcher(tags: TagMatcher(["district": ["north"]])),
                    department: "north-office"),
                Route(department: "bureau"),
            ]),
            rules: [rule], cameras: [camera])
        let claim = CameraClaim(
            camera: camera.id, number: 1, slot: slot, leaseEnds: slot + .seconds(60),
            position: position, watch: watch ?? CameraWatch(camera: camera.id), scene: scene,
            failuresInRow: failuresInRow)
        let reach = camera.reach.map {
            ReachMembership(reach: Reach(id: $0, squareMetres: [camera.id: nil]), rules: [])
        }
        return CameraVisit(site: site, camera: camera, claim: claim, reach: reach)
    }

    private func outcome(
        _ visit: CameraVisit, _ camera: SiteCamera, coverage: Double, index: Int = 0,
        mediaSeconds: Double? = nil
    ) -> SamplingOutcome {
        let job = visit.job(source: camera.source)
        let measurement = SamplingReport.Measurement(
            job: job.id, index: index, mediaSeconds: mediaSeconds, recordedTime: nil,
            verdict: .accepted(
                CoverageReading(
                    coverage: coverage, visibleShare: 1, sigmaLogit: 0.15, frames: 1,
                    model: "test-1")),
            pictureHash: UInt64(index), width: 640, height: 360, decodeSeconds: 0,
            analysisSeconds: 0)
        return SamplingOutcome(
            job: job, measurements: [measurement],
            end: .init(job: job.id, measurements: 1, damaged: 0))
    }

    private func nothing(_ visit: CameraVisit, _ camera: SiteCamera) -> SamplingOutcome {
        let job = visit.job(source: camera.source)
        return SamplingOutcome(
            job: job, measurements: [], end: .init(job: job.id, measurements: 0, damaged: 0))
    }
}
