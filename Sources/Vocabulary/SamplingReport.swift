/// One line of the sampler's answer to a job.
///
/// A job gives any number of ``measured(_:)`` and then exactly one ``ended(_:)``.
public enum SamplingReport: Hashable, Sendable {
    /// A frame or a burst was judged.
    case measured(Measurement)
    /// The job is over.
    case ended(End)

    /// The job that the report is about.
    public var job: String {
        switch self {
        case .measured(let measurement): measurement.job
        case .ended(let end): end.job
        }
    }

    /// What one frame or burst showed.
    public struct Measurement: Hashable, Sendable {
        /// The job.
        public var job: String
        /// Number of the (first) keyframe in the source, from 0.
        public var index: Int
        /// Seconds from the start of the source; `nil` for pictures and live sources.
        public var mediaSeconds: Double?
        /// When the frame was captured, where the source says so (file name, EXIF).
        public var recordedTime: Timestamp?
        /// How far through its source the frame stands, 0…1; `nil` for live sources.
        public var progress: Double?
        /// Coverage, or why the frame was refused.
        public var verdict: Verdict
        /// The hash for ``FrameFingerprint``.
        public var pictureHash: UInt64
        /// Mean |change| of luma, in codes, over cells of 8 × 8 pixels since the measurement before of
        /// the same job; `nil` for the first.
        public var change: Double?
        /// How many different pictures the burst held; 1 for a single frame.
        public var distinctPictures: Int
        /// Picture width in luma pixels, after rotation.
        public var width: Int
        /// Picture height in luma pixels, after rotation.
        public var height: Int
        /// CPU seconds spent on reading and decoding.
        public var decodeSeconds: Double
        /// CPU seconds spent on judging and measuring the frames, without drawing pictures.
        public var analysisSeconds: Double
        /// How the picture compares with the known views; `nil` where that was not asked for.
        public var scene: SceneFinding?
        /// How the mask agrees with the job's labels; `nil` without labels.
        public var comparison: LabelComparison?
        /// What the model says at the job's clicks; `nil` without clicks.
        public var clickLogits: [ClickLogit]?

        /// Makes a measurement.
        public init(
            job: String, index: Int, mediaSeconds: Double?, recordedTime: Timestamp?,
            progress: Double? = nil, verdict: Verdict, pictureHash: UInt64,
            change: Double? = nil, distinctPictures: Int = 1, width: Int,
            height: Int, decodeSeconds: Double, analysisSeconds: Double,
            scene: SceneFinding? = nil,
            comparison: LabelComparison? = nil, clickLogits: [ClickLogit]? = nil
        ) {
            self.job = job
            self.index = index
            self.mediaSeconds = mediaSeconds
            self.recordedTime = recordedTime
            self.progress = progress
            self.verdict = verdict
            self.pictureHash = pictureHash
            self.change = change
            self.distinctPictures = distinctPictures
            self.width = width
            self.height = height
            self.decodeSeconds = decodeSeconds
            self.analysisSeconds = analysisSeconds
            self.scene = scene
            self.comparison = comparison
            self.clickLogits = clickLogits
        }
    }

    /// The outcome of judging a frame or a burst.
    public enum Verdict: Hashable, Sendable {
        /// The frame is good: its figures.
        case accepted(CoverageReading)
        /// The quality gate refused it.
        case rejected(reason: GapReason, detail: String)
    }

    /// How a job ended.
    public struct End: Codable, Hashable, Sendable {
        /// The job.
        public var job: String
        /// Measurements that were reported.
        public var measurements: Int
        /// Packets or pictures that could not be decoded and were passed over.
        public var damaged: Int
        /// Why the job could not be finished; `nil` when it was.
        public var failure: Failure?
        /// Why the pictures that the job asked for could not be written; its measurements stand.
        public var overlayProblem: String?
        /// Why the job's labels could not be compared with; its measurements stand.
        public var labelsProblem: String?

        /// Makes an end.
        public init(
            job: String, measurements: Int, damaged: Int, failure: Failure? = nil,
            overlayProblem: String? = nil, labelsProblem: String? = nil
        ) {
            self.job = job
            self.measurements = measurements
            self.damaged = damaged
            self.failure = failure
            self.overlayProblem = overlayProblem
            self.labelsProblem = labelsProblem
        }
    }

    /// Why a source gave no, or no further, frames.
    public struct Failure: Codable, Hashable, Sendable, Error, CustomStringConvertible {
        /// The kind of failure.
        public var reason: GapReason
        /// What went wrong, where, and what to do: one sentence without credentials.
        public var message: String

        /// Makes a failure.
        public init(reason: GapReason, message: String) {
            self.reason = reason
            self.message = message
        }

        /// The message.
        public var description: String { message }
    }
}
