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
    private var examination: LabelExamination

    /// Begins a job.
    init(_ job: SamplingJob) {
        self.job = job
        scene = SceneKeeper(job.scene)
        overlay = job.overlay.map { OverlayRecorder($0, outline: job.zone) }
        examination = LabelExamination(job)
    }

    /// The camera's own correction of the model.
    var calibration: LogitCalibration { job.recalibration?.logit ?? .identity }

    /// Compares a frame with its labels and draws it for the overlay, where these are asked for.
    mutating func show(
        _ frame: borrowing Frame, judgedBy analyst: borrowing FrameAnalyst, hasMask: Bool,
        in zone: borrowing Zone
    ) {
        examination.examine(analyst, hasMask: hasMask, in: zone)
        overlay?.show(
            frame, mask: analyst.mask, hasMask: hasMask, in: zone, labels: examination.sheet)
    }

    /// Counts a measurement, adds what its labels say and writes its overlay.
    mutating func record(_ measurement: inout SamplingReport.Measurement) {
        measurementCount += 1
        examination.complete(&measurement)
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

    /// Why the labels could not be compared with; `nil` when they were, or when there are none.
    var labelsProblem: String? { examination.problem }

    /// Why a job that has come to the end of its source is not done; `nil` when it is.
    var failureAtEnd: SamplingReport.Failure? {
        guard measurementCount == 0, !job.selection.namesOneFrame else { return nil }
        return .noKeyframe(in: job.source)
    }
}
