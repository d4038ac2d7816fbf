import Coverage
import Imaging
import PixelKernels
import Segmentation
import Vocabulary

/// Judges frames one after the other: quality gate, segmentation, coverage.
///
/// Its working memory is kept from frame to frame.
struct FrameAnalyst: ~Copyable {
    /// What one frame showed.
    struct Finding {
        /// Coverage, or why the frame was refused.
        var verdict: SamplingReport.Verdict
        /// What is wrong with an accepted frame.
        var degradation = Degradation()
        /// The hash of the picture.
        var pictureHash: UInt64
        /// Whether the frame was segmented, so that the mask is of this frame.
        var hasMask: Bool
    }

    /// What the frame judged last shows, where it was segmented.
    private(set) var mask = Mask()
    private let kernels: KernelLevel
    private var segmenter: GreenExcessSegmenter

    init(kernels: KernelLevel) {
        self.kernels = kernels
        segmenter = GreenExcessSegmenter(kernels: kernels)
    }

    /// Judges a frame.
    mutating func judge(_ frame: borrowing Frame, in zone: borrowing Zone) -> Finding {
        let statistics = FrameStatistics.measure(frame, in: zone, kernels: kernels)
        var finding = Finding(
            verdict: .rejected(reason: .littleVisible, detail: ""),
            pictureHash: statistics.pictureHash, hasMask: false)
        if let refusal = QualityGate.judge(statistics) {
            finding.verdict = .rejected(reason: refusal.reason, detail: refusal.detail)
            return finding
        }
        finding.degradation = QualityGate.degradation(of: statistics)
        segmenter.segment(frame, in: zone, into: &mask)
        finding.hasMask = true
        let reading = CoverageMeter.measure(mask, in: zone, model: segmenter.model)
        if let refusal = QualityGate.judge(visibleShare: reading.visibleShare) {
            finding.verdict = .rejected(reason: refusal.reason, detail: refusal.detail)
        } else {
            finding.verdict = .accepted(reading)
        }
        return finding
    }

    /// Finds that a frame can't be judged because its zone is no zone of this picture.
    func refuse(_ frame: borrowing Frame, problem: String) -> Finding {
        let whole = Zone.whole(width: frame.width, height: frame.height)
        return Finding(
            verdict: .rejected(reason: .zoneOutsidePicture, detail: problem),
            pictureHash: FrameStatistics.measure(
                frame, in: whole, kernels: kernels
            ).pictureHash, hasMask: false)
    }
}
