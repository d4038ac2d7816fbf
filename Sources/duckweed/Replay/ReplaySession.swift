import Alerting
import SiteConfiguration
import Vocabulary
import Watch

/// Judges the measurements of one camera's recordings, as `duckweed run` would, and prints what
/// comes of it.
actor ReplaySession {
    private let camera: CameraID
    private let rules: [AlertRule]
    private let routes: RoutingTree?
    private let tags: [String: String]
    private let printer: ReplayPrinter
    private var watch: CameraWatch
    /// What is known of the camera's view, for its next recording.
    private(set) var scene: SceneMemory?
    private var samples = 0
    private var rejected = 0
    private var newest: Timestamp?
    private var problem: (any Error)?

    init(
        camera: CameraID, rules: [AlertRule], routes: RoutingTree?, tags: [String: String],
        printer: ReplayPrinter
    ) {
        self.camera = camera
        self.rules = rules
        self.routes = routes
        self.tags = tags
        self.printer = printer
        watch = CameraWatch(camera: camera)
    }

    /// Judges a measurement and prints it.
    func take(_ measurement: SamplingReport.Measurement, at time: Timestamp) {
        do { try judge(measurement, at: time) } catch { problem = problem ?? error }
    }

    /// Prints the end of one recording; gives whether it was read without loss.
    func end(_ end: SamplingReport.End, path: String) throws -> ReplayLine.End {
        if let problem { throw problem }
        let events = watch.end(rules: rules)
        if let estimate = growth(in: events) { try printer.growth(estimate) }
        try alert(events)
        let line = ReplayLine.End(
            camera: camera, time: newest, path: VideoSource(location: path).displayLocation,
            samples: samples, rejected: rejected, damaged: end.damaged,
            failure: end.failure?.message, overlayProblem: end.overlayProblem,
            isLive: VideoSource(location: path).isLive)
        try printer.end(line)
        (samples, rejected) = (0, 0)
        return line
    }

    private func judge(_ measurement: SamplingReport.Measurement, at time: Timestamp) throws {
        let (observation, events) = watch.step(measurement, at: time, rules: rules)
        newest = time
        scene = measurement.scene?.memory ?? scene
        switch observation {
        case .sample(let sample):
            samples += 1
            try printer.sample(sample, of: measurement, growth: growth(in: events))
        case .gap(let gap):
            rejected += 1
            try printer.rejected(gap, of: measurement)
        }
        try alert(events)
    }

    private func alert(_ events: [WatchEvent]) throws {
        for case .alert(let event) in events {
            try printer.alert(event, departments: routes?.departments(for: event, tags: tags) ?? [])
        }
    }

    private func growth(in events: [WatchEvent]) -> GrowthEstimate? {
        for case .growth(let estimate) in events { return estimate }
        return nil
    }
}
