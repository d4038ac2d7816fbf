import Alerting
package import SiteConfiguration
package import Store
package import Vocabulary
package import Watch

/// What is done at one camera under one claim: which job to send, and what its outcome means.
///
/// It decides and does nothing: no clock, no store, no process.
package struct CameraVisit {
    private let site: Site
    private let camera: SiteCamera
    private let claim: CameraClaim
    private let reach: ReachMembership?

    package init(
        site: Site, camera: SiteCamera, claim: CameraClaim, reach: ReachMembership? = nil
    ) {
        self.site = site
        self.camera = camera
        self.claim = claim
        self.reach = reach
    }

    /// The job for the sampler, with the source as it was vetted.
    package func job(source: VideoSource) -> SamplingJob {
        SamplingJob(
            id: "\(camera.id)#\(claim.number)", source: source, selection: selection,
            zone: camera.zone, geometry: camera.geometry, scene: claim.scene.memory,
            recalibration: camera.recalibration?.recalibration,
            deadlineSeconds: camera.sampling.deadlineSeconds)
    }

    private var selection: FrameSelection {
        guard !camera.source.isLive else {
            let keyframes = camera.sampling.keyframes
            return .burst(count: claim.watch.suspectsFreeze ? max(keyframes, 2) : keyframes)
        }
        guard case .scaled = camera.playback?.pace else { return .keyframe(index: claim.position) }
        return .mediaTime(seconds: mediaSeconds)
    }

    /// What is to be committed after the job.
    package func completion(of outcome: SamplingOutcome, at now: Timestamp) -> Completion {
        guard let last = outcome.measurements.last else { return nothing(outcome.end, at: now) }
        var watch = claim.watch
        var observations: [Observation] = []
        var events: [WatchEvent] = []
        for measurement in outcome.measurements {
            let step = watch.step(
                measurement, at: timeline?.captureTime(of: measurement) ?? now, rules: rules)
            observations.append(step.observation)
            events += step.events
        }
        return Completion(
            claim: claim, observations: observations, watch: watch,
            scene: outcome.measurements.compactMap(\.scene?.memory).last,
            events: events.compactMap(\.alert), tags: camera.tags, reach: reach,
            position: position(after: last),
            nextDue: nextDue(after: now), failuresInRow: 0)
    }

    /// What is to be committed when the job gave no measurement.
    private func nothing(_ end: SamplingReport.End, at now: Timestamp) -> Completion {
        guard let failure = end.failure else {
            return Completion(
                claim: claim, observations: [], watch: claim.watch, nextDue: nextDue(after: now),
                finished: !camera.source.isLive, failuresInRow: 0)
        }
        // The clip can be read, this keyframe of it can't: the next one is looked at next time.
        guard end.damaged > 0, !camera.source.isLive else { return failed(failure, at: now) }
        return gap(failure, at: now, position: claim.position + 1) {
            (nextDue(after: now), 0)
        }
    }

    /// What is to be committed when no frame could be had: a gap with its reason, and a wait.
    package func failed(_ failure: SamplingReport.Failure, at now: Timestamp) -> Completion {
        gap(failure, at: now, position: claim.position) {
            let every = camera.sampling.every
            var backOff = BackOff(
                first: every, longest: max(every, min(every * 8, .seconds(3600))),
                failures: claim.failuresInRow)
            return (now + backOff.next(jitter: jitter), backOff.failures)
        }
    }

    /// A recording is judged in its own time: a gap of today would make all its pictures look late,
    /// so one whose time is not known is kept and not judged.
    private func gap(
        _ failure: SamplingReport.Failure, at now: Timestamp, position: Int,
        next: () -> (due: Timestamp, failuresInRow: Int)
    ) -> Completion {
        var watch = claim.watch
        let time = camera.source.isLive ? now : plannedTime
        let gap = Observation.gap(
            SampleGap(
                camera: camera.id, time: time ?? now, reason: failure.reason,
                detail: failure.message))
        let events = time == nil ? [] : watch.step(gap, rules: rules)
        let next = next()
        return Completion(
            claim: claim, observations: [gap], watch: watch, events: events.compactMap(\.alert),
            tags: camera.tags, reach: reach, position: position, nextDue: next.due,
            failuresInRow: next.failuresInRow)
    }

    /// The keyframe to take next: behind the one that was taken, which may lie behind damaged ones.
    private func position(after measurement: SamplingReport.Measurement) -> Int {
        guard case .keyframe = selection else { return claim.position + 1 }
        return max(measurement.index, claim.position) + 1
    }

    private var mediaSeconds: Double {
        Double(claim.position) * camera.sampling.every.inSeconds
    }

    private var timeline: ClipTimeline? { ClipTimeline(camera) }

    /// The capture time of the picture that was to come, where a recording's playback tells it.
    private var plannedTime: Timestamp? {
        timeline?.captureTime(
            index: claim.position, mediaSeconds: mediaSeconds, recordedTime: nil)
    }

    /// A recording's time goes as fast as it is read, so nobody could react to reminders.
    private var rules: [AlertRule] {
        let rules = site.rules(for: camera)
        return camera.source.isLive ? rules : rules.map(\.withoutReminders)
    }

    /// The next moment at which the camera is due: slots that were missed are left out.
    private func nextDue(after now: Timestamp) -> Timestamp {
        let every = camera.sampling.every
        guard camera.source.isLive, every > .zero else { return claim.slot + every }
        let missed = max(0, ((now - claim.slot) / every).rounded(.down))
        return claim.slot + every * (missed + 1)
    }

    /// 0…1, the same for the same claim, different between cameras.
    private var jitter: Double {
        var fingerprint = Fingerprint()
        fingerprint.add("\(camera.id)#\(claim.number)")
        return Double(fingerprint.value >> 11) / Double(1 << 53)
    }
}
