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
        /// The hash of the picture.
        var pictureHash: UInt64
        /// Whether the frame was segmented, so that the mask is of this frame.
        var hasMask: Bool
    }

    /// What the frame judged last shows, where it was segmented.
    private(set) var mask = Mask()
    private let kernels: KernelLevel
    private var segmenter: GreenExcessSegmenter
    /// The name of the model that judges.
    var model: String { segmenter.model }

    init(kernels: KernelLevel) {
        self.kernels = kernels
        segmenter = GreenExcessSegmenter(kernels: kernels)
    }

    /// Judges a frame.
    ///
    /// - Parameter calibration: The camera's own correction of the model.
    mutating func judge(
        _ frame: borrowing Frame, in zone: borrowing Zone,
        calibration: LogitCalibration = .identity
    ) -> Finding {
        let statistics = FrameStatistics.measure(frame, in: zone, kernels: kernels)
        var finding = Finding(
            verdict: .rejected(reason: .littleVisible, detail: ""),
            pictureHash: statistics.pictureHash, hasMask: false)
        if let refusal = QualityGate.judge(statistics) {
            finding.verdict = .rejected(reason: refusal.reason, detail: refusal.detail)
            return finding
        }
        segmenter.segment(frame, in: zone, calibration: calibration, into: &mask)
        finding.hasMask = true
        let reading = CoverageMeter.measure(mask, in: zone, model: segmenter.model)
        if let refusal = QualityGate.judge(visibleShare: reading.visibleShare) {
            finding.verdict = .rejected(reason: refusal.reason, detail: refusal.detail)
        } else {
            finding.verdict = .accepted(reading)
        }
        return finding
    }

    /// The logit of vegetation, before any recalibration, of the cell that holds a luma pixel of the
    /// frame segmented last; `nil` outside its zone.
    borrowing func vegetationLogit(x: Int, y: Int) -> Double? {
        segmenter.vegetationLogit(x: x, y: y)
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
