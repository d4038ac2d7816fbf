import Imaging
import Vocabulary

/// What is kept while one job is under way.
struct SamplingSession: ~Copyable {
    /// The job.
    let job: SamplingJob
    /// Measurements so far.
    private(set) var measurementCount = 0
    /// What is known of the camera's view.
    var scene: SceneKeeper
    private var overlay: OverlayRecorder?

    /// Begins a job.
    init(_ job: SamplingJob) {
        self.job = job
        scene = SceneKeeper(job.scene)
        overlay = job.overlay.map { OverlayRecorder($0, outline: job.zone) }
    }

    /// Draws a frame for the overlay, where one is asked for.
    mutating func show(
        _ frame: borrowing Frame, mask: borrowing Mask, hasMask: Bool, in zone: borrowing Zone
    ) {
        overlay?.show(frame, mask: mask, hasMask: hasMask, in: zone)
    }

    /// Counts a measurement and writes its overlay.
    mutating func record(_ measurement: SamplingReport.Measurement) {
        measurementCount += 1
        var dated = measurement
        if let time = job.overlay?.timeline?.captureTime(of: measurement) {
            dated.recordedTime = time
        }
        overlay?.record(dated)
    }

    /// Completes the overlay.
    ///
    /// - Returns: Why pictures are missing; `nil` when none are.
    mutating func finishOverlay() -> String? {
        overlay?.finish()
        return overlay?.problem
    }

    /// Why a job that has come to the end of its source is not done; `nil` when it is.
    var failureAtEnd: SamplingReport.Failure? {
        guard measurementCount == 0, !job.selection.namesOneFrame else { return nil }
        return .noKeyframe(in: job.source)
    }
}
