import Backtesting
import Vocabulary
import Watch

/// Judges the measurements of some water's recordings, as `duckweed run` would, and prints what comes
/// of it.
///
/// Recordings of one camera are judged while they are read. Those of several cameras of a reach are
/// read one after the other and then judged together, in the order of time.
actor ReplaySession {
    private let water: Water
    private let hasRoutes: Bool
    private let printer: ReplayPrinter
    private var judge: WaterJudge
    /// What is known of the cameras' views, for their next recordings.
    private var scenes: [CameraID: SceneMemory] = [:]
    /// Looks that wait for the recordings of other cameras.
    private var waiting: [ReplayLook] = []
    /// The recordings that were read, or are being read, and are not told of.
    private var recordings: [ReadRecording] = []
    private var problem: (any Error)?

    init(water: Water, ruling: Ruling, printer: ReplayPrinter) {
        self.water = water
        self.printer = printer
        hasRoutes = ruling.policy != nil
        judge = WaterJudge(water, by: ruling)
    }

    /// Begins with the next recording.
    ///
    /// - Returns: What is known of its camera's view.
    func begin(_ recording: ReplayRecording) -> SceneMemory? {
        recordings.append(ReadRecording(of: recording))
        return scenes[recording.camera]
    }

    /// Takes a measurement of the recording that is being read.
    func take(_ measurement: SamplingReport.Measurement, at time: Timestamp) {
        let look = ReplayLook(
            recording: recordings.count - 1, time: time, measurement: measurement)
        let camera = recordings[look.recording].camera
        scenes[camera] = measurement.scene?.memory ?? scenes[camera]
        guard water.cameras.count == 1 else { return waiting.append(look.withoutMemory) }
        do { try judge(look) } catch { problem = problem ?? error }
    }

    /// Ends the recording that is being read.
    ///
    /// - Parameter isLast: Whether no other of this water follows.
    /// - Returns: The ends that were printed.
    func end(_ end: SamplingReport.End, isLast: Bool) throws -> [ReplayLine.End] {
        if let problem { throw problem }
        recordings[recordings.count - 1].end = end
        guard isLast || water.cameras.count == 1 else { return [] }
        for look in waiting.enumerated().sorted(by: {
            ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
        }) {
            try judge(look.element)
        }
        waiting = []
        var record = emptyRecord
        if isLast {
            judge.end(into: &record)
        } else {
            judge.endRecording(ofCamera: 0, into: &record)
        }
        for estimate in record.estimates { try printer.growth(estimate) }
        try printer.alerts(of: record, at: recordings.compactMap(\.newest).max())
        let ends = recordings.compactMap(\.line)
        recordings = []
        for end in ends { try printer.end(end) }
        return ends
    }

    private func judge(_ look: ReplayLook) throws {
        let camera = recordings[look.recording].camera
        guard let number = water.cameras.firstIndex(of: camera) else { return }
        var record = emptyRecord
        let observation = judge.step(
            look.measurement, at: look.time, ofCamera: number, into: &record)
        recordings[look.recording].count(observation)
        switch observation {
        case .sample(let sample):
            try printer.sample(sample, of: look.measurement, growth: record.estimates.first)
        case .gap(let gap):
            try printer.rejected(gap, of: look.measurement)
        }
        try printer.alerts(of: record, at: look.time)
    }

    private var emptyRecord: WaterRecord { WaterRecord(estimates: .all, hasRoutes: hasRoutes) }
}

/// One measurement of a recording, in its time.
private struct ReplayLook {
    /// The recording, by its place among those of the session.
    let recording: Int
    let time: Timestamp
    var measurement: SamplingReport.Measurement

    /// The look without the memory of the camera's view, which takes the most room.
    var withoutMemory: ReplayLook {
        var look = self
        look.measurement.scene?.memory = nil
        return look
    }
}

/// A recording with what came of it.
private struct ReadRecording {
    let path: String
    let camera: CameraID
    var end: SamplingReport.End?
    private var samples = 0
    private var rejected = 0
    private(set) var newest: Timestamp?

    init(of recording: ReplayRecording) {
        path = recording.path
        camera = recording.camera
    }

    mutating func count(_ observation: Observation) {
        switch observation {
        case .sample: samples += 1
        case .gap: rejected += 1
        }
        newest = observation.time
    }

    /// The line that tells of its end, once it has come.
    var line: ReplayLine.End? {
        end.map { end in
            let source = VideoSource(location: path)
            return ReplayLine.End(
                camera: camera, time: newest, path: source.displayLocation, samples: samples,
                rejected: rejected, damaged: end.damaged, failure: end.failure?.message,
                overlayProblem: end.overlayProblem, isLive: source.isLive)
        }
    }
}
