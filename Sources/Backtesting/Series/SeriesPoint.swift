public import Vocabulary
public import Watch

/// One look at a camera in a stored series: a sample, or a gap with its reason.
///
/// It takes 24 bytes, so that a season of a thousand cameras fits into memory.
public struct SeriesPoint: Hashable, Sendable {
    /// When the frame was captured, or should have been.
    public let time: Timestamp
    /// Coverage 0…1; without meaning in a gap.
    public let coverage: Double
    private let sigma: Float
    /// Why there is no sample; `nil` for a sample.
    public let gapReason: GapReason?

    /// Standard deviation of a usual measurement in logit units, for series that do not say.
    public static let usualSigmaLogit = 0.15

    /// Makes a sample.
    public init(time: Timestamp, coverage: Double, sigmaLogit: Double = usualSigmaLogit) {
        self.time = time
        self.coverage = coverage
        sigma = Float(sigmaLogit)
        gapReason = nil
    }

    /// Makes a gap.
    public init(time: Timestamp, gap reason: GapReason) {
        self.time = time
        coverage = 0
        sigma = 0
        gapReason = reason
    }

    /// Standard deviation of the sample in logit units.
    public var sigmaLogit: Double { Double(sigma) }
}

extension SeriesPoint {
    /// Takes over what a store keeps of an observation.
    public init(_ observation: Observation) {
        switch observation {
        case .sample(let sample):
            self.init(time: sample.time, coverage: sample.coverage, sigmaLogit: sample.sigmaLogit)
        case .gap(let gap):
            self.init(time: gap.time, gap: gap.reason)
        }
    }

    /// The observation that the live judge takes.
    public func observation(of camera: CameraID) -> Observation {
        if let gapReason {
            return .gap(SampleGap(camera: camera, time: time, reason: gapReason, detail: ""))
        }
        return .sample(
            CoverageSample(
                camera: camera, time: time, coverage: coverage, visibleShare: 1,
                sigmaLogit: sigmaLogit, frames: 1, model: ""))
    }
}
