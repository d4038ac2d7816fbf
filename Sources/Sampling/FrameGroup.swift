import Video
import Vocabulary

/// The frames of one measurement: a burst, or a single frame.
struct FrameGroup {
    /// Frames in the group.
    private(set) var count = 0
    private var first: FrameInfo?
    private var summary = BurstSummary()
    private var pictureHash: UInt64 = 0
    private var change: Double?
    private var hashes: Set<UInt64> = []
    private var width = 0
    private var height = 0
    private var analysisSeconds = 0.0

    /// Adds what a frame showed.
    ///
    /// - Returns: Whether this frame shows better than those before it what the verdict is about.
    mutating func add(
        _ finding: FrameAnalyst.Finding, info: FrameInfo, width: Int, height: Int,
        analysisSeconds: Double
    ) -> Bool {
        let hadReading = summary.hasReading
        summary.add(finding.verdict, degradation: finding.degradation)
        if count == 0 { change = finding.change }
        count += 1
        first = first ?? info
        pictureHash = finding.pictureHash
        hashes.insert(pictureHash)
        self.width = width
        self.height = height
        self.analysisSeconds += analysisSeconds
        return !hadReading || finding.verdict.coverage != nil
    }

    /// The measurement; `nil` when the group has no frames.
    func measurement(
        job: String, decodeSeconds: Double, scene: SceneFinding?
    ) -> SamplingReport.Measurement? {
        guard let first, let verdict = summary.verdict else { return nil }
        return SamplingReport.Measurement(
            job: job, index: first.index, mediaSeconds: first.mediaSeconds,
            recordedTime: first.recordedTime, progress: first.progress, verdict: verdict,
            pictureHash: pictureHash, change: change,
            distinctPictures: hashes.count, width: width, height: height,
            decodeSeconds: decodeSeconds,
            analysisSeconds: analysisSeconds, scene: scene)
    }
}
