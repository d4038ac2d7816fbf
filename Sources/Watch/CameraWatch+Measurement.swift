public import Alerting
public import Growth
public import Vocabulary

extension CameraWatch {
    /// Judges what the sampler measured: the one way in for live cameras, clips and replays.
    ///
    /// An accepted frame becomes a sample, unless the camera has been sending the same picture for
    /// a minute: only here are both the picture's hash and its capture time known.
    ///
    /// - Parameters:
    ///   - measurement: From the sampler.
    ///   - time: When its frame was captured.
    ///   - rules: The rules that are for this camera; their ids differ.
    ///   - settings: How growth is estimated.
    /// - Returns: The sample or the gap, and what follows from it.
    public mutating func step(
        _ measurement: SamplingReport.Measurement, at time: Timestamp, rules: [AlertRule],
        settings: GrowthSettings = .standard
    ) -> (observation: Observation, events: [WatchEvent]) {
        let observation = observation(of: measurement, at: time)
        return (observation, step(observation, rules: rules, settings: settings))
    }

    /// Whether the newest picture had come before: the next look should take two at least.
    public var suspectsFreeze: Bool { freeze.isSuspicious }

    private mutating func observation(
        of measurement: SamplingReport.Measurement, at time: Timestamp
    ) -> Observation {
        let frozen = freeze.frozenFor(
            pictureHash: measurement.pictureHash, change: measurement.change,
            distinctPictures: measurement.distinctPictures, at: time)
        switch measurement.verdict {
        case .rejected(let reason, let detail):
            return .gap(SampleGap(camera: camera, time: time, reason: reason, detail: detail))
        case .accepted(let reading):
            guard let frozen else { return .sample(reading.sample(of: camera, at: time)) }
            let minutes = Int((frozen.inSeconds / 60).rounded())
            return .gap(
                SampleGap(
                    camera: camera, time: time, reason: .frozen,
                    detail: "the same picture for \(minutes) minutes; restart the camera"))
        }
    }
}
