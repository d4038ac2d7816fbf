import Coverage
import Imaging
import PixelKernels
import Segmentation
import Vocabulary

/// Judges the frames of one measurement: each by the quality gate and the known view, the last good
/// one by the model.
///
/// Its working memory, and the zones that it has rasterised, are kept from frame to frame.
struct FrameAnalyst: ~Copyable {
    /// What one frame showed.
    struct Finding {
        /// Why the frame was refused; `nil` for a good one.
        var refusal: QualityGate.Refusal?
        /// What is wrong with a good frame.
        var degradation = Degradation()
        /// The hash of the picture.
        var pictureHash: UInt64
        /// Mean |change| of luma since the frame before.
        var change: Double?
        /// Where the water is in this frame.
        var zone: ZoneCache.Entry
    }

    /// What the frame measured last shows.
    private(set) var mask = Mask()
    private let kernels: KernelLevel
    private var segmenter: PerceptronSegmenter
    private var flicker = FlickerGrid()
    private var isBurst = false
    private var surveyor: SceneSurveyor
    private var streaks = StreakMap()
    private var change = PictureChange()
    private var zones = ZoneCache()
    /// The name of the model that judges.
    var model: String { segmenter.model }

    init(model: VegetationModel, kernels: KernelLevel) {
        self.kernels = kernels
        surveyor = SceneSurveyor(kernels: kernels)
        segmenter = PerceptronSegmenter(model, kernels: kernels)
    }

    /// Begins the frames of another source.
    mutating func begin() {
        streaks.reset()
        change.reset()
    }

    /// Begins the frames of another measurement.
    ///
    /// - Parameter frameCount: How many there will be; the flicker of one is not measured.
    mutating func beginMeasurement(frameCount: Int) {
        flicker.clear()
        isBurst = frameCount > 1
    }

    /// Looks at a frame by the quality gate and the known view.
    ///
    /// A good frame is compared with the good one before it, for its flicker.
    ///
    /// - Parameters:
    ///   - frame: The picture.
    ///   - outline: The water; the whole picture without one.
    ///   - geometry: How the picture lies on the water; without it all pixels weigh the same.
    ///   - scene: What is known of the camera's view.
    mutating func inspect(
        _ frame: borrowing Frame, outline: ZoneOutline?, geometry: ViewGeometry?,
        scene: inout SceneKeeper
    ) -> Finding {
        let drawn = zones.zone(
            for: outline, geometry: geometry, width: frame.width, height: frame.height)
        let statistics = FrameStatistics.measure(frame, in: drawn.zone, kernels: kernels)
        var finding = Finding(
            pictureHash: statistics.pictureHash,
            change: change.measure(frame, kernels: kernels), zone: drawn)
        if let problem = drawn.problem { return finding.refused(problem) }
        let freshStreakShare = streaks.freshShare(frame, kernels: kernels)
        if let refusal = QualityGate.judge(statistics) {
            guard refusal.reason == .noColour,
                let comparison = scene.compare(frame, land: drawn.land, by: &surveyor)
            else { return finding.refused(refusal) }
            let weather = QualityGate.greyWeather(comparison, freshStreakShare: freshStreakShare)
            return finding.refused(weather ?? refusal)
        }
        finding.degradation = QualityGate.degradation(of: statistics)

        let comparison = scene.compare(frame, land: drawn.land, by: &surveyor)
        let rain = QualityGate.judge(freshStreakShare: freshStreakShare, comparison)
        if let comparison {
            let refusal = QualityGate.judge(
                comparison, statistics, width: frame.width, height: frame.height)
            // Rain veils the view too, and is the better name for it.
            if let refusal {
                return finding.refused(refusal.reason == .blurred ? rain ?? refusal : refusal)
            }
            finding.degradation.add(comparison, width: frame.width, height: frame.height)
            finding.zone = zones.zone(
                for: outline, geometry: geometry, width: frame.width, height: frame.height,
                shift: comparison.zoneShift(width: frame.width, height: frame.height))
            if let problem = finding.zone.problem { return finding.refused(problem) }
        }
        if let rain { return finding.refused(rain) }
        if isBurst { flicker.add(frame, in: finding.zone.zone) }
        scene.learn(frame, land: drawn.land, by: surveyor)
        return finding
    }

    /// Measures the coverage of a good frame, the last one of its measurement.
    ///
    /// - Parameters:
    ///   - frame: The picture.
    ///   - finding: What ``inspect(_:outline:geometry:scene:)`` found of it.
    ///   - calibration: The camera's own correction of the model.
    /// - Returns: Coverage, or that too little of the zone can be judged.
    mutating func measure(
        _ frame: borrowing Frame, _ finding: Finding, calibration: LogitCalibration
    ) -> SamplingReport.Verdict {
        segmenter.segment(
            frame, in: finding.zone.zone, flicker: flicker, calibration: calibration, into: &mask)
        let reading = CoverageMeter.measure(
            mask, in: finding.zone.zone, areas: finding.zone.areas, model: segmenter.model)
        if let refusal = QualityGate.judge(visibleShare: reading.visibleShare) {
            return .rejected(reason: refusal.reason, detail: refusal.detail)
        }
        return .accepted(reading)
    }

    /// The logit of vegetation, before any recalibration, of the cell that holds a luma pixel of the
    /// frame measured last; `nil` outside its zone.
    borrowing func vegetationLogit(x: Int, y: Int) -> Double? {
        segmenter.vegetationLogit(x: x, y: y)
    }
}

extension FrameAnalyst.Finding {
    /// The finding with a refusal.
    fileprivate func refused(_ refusal: QualityGate.Refusal) -> Self {
        var finding = self
        finding.refusal = refusal
        return finding
    }
}
