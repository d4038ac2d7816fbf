import Video
import Vocabulary

/// The frames of one measurement: a burst, or a single frame.
struct FrameGroup {
    /// Frames in the group.
    private(set) var count = 0
    /// What the frames showed.
    private(set) var summary = BurstSummary()
    /// Processor time of judging and measuring them.
    var analysisSeconds = 0.0
    private var first: FrameInfo?
    private var pictureHash: UInt64 = 0
    private var change: Double?
    private var hashes: Set<UInt64> = []
    private var width = 0
    private var height = 0

    /// Adds what a frame showed.
    mutating func add(
        _ finding: FrameAnalyst.Finding, info: FrameInfo, width: Int, height: Int
    ) {
        if let refusal = finding.refusal {
            summary.add(refusal)
        } else {
            summary.add(finding.degradation)
        }
        if count == 0 { change = finding.change }
        count += 1
        first = first ?? info
        pictureHash = finding.pictureHash
        hashes.insert(pictureHash)
        self.width = width
        self.height = height
    }

    /// The measurement with its verdict; `nil` when the group has no frames.
    func measurement(
        job: String, verdict: SamplingReport.Verdict, decodeSeconds: Double, scene: SceneFinding?
    ) -> SamplingReport.Measurement? {
        guard let first else { return nil }
        return SamplingReport.Measurement(
            job: job, index: first.index, mediaSeconds: first.mediaSeconds,
            recordedTime: first.recordedTime, progress: first.progress, verdict: verdict,
            pictureHash: pictureHash, change: change, distinctPictures: hashes.count,
            width: width, height: height, decodeSeconds: decodeSeconds,
            analysisSeconds: analysisSeconds, scene: scene)
    }
}
