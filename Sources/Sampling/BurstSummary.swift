import Coverage
package import Vocabulary

/// Makes one verdict of what the frames of a burst showed.
///
/// One good frame is enough: the last good one is measured, and the deviation grows by the median of
/// what the degradations of the good ones ask for. Rain refuses the whole burst. Where none is good,
/// the reason that came most often is given, the earliest among equals.
package struct BurstSummary: Hashable, Sendable {
    private var degradations: [Degradation] = []
    private var refusals: [QualityGate.Refusal] = []

    /// Makes a summary of no frames.
    package init() {}

    /// Good frames.
    package var goodCount: Int { degradations.count }

    /// Adds a good frame, and what is wrong with it.
    package mutating func add(_ degradation: Degradation) { degradations.append(degradation) }

    /// Adds a refused frame.
    package mutating func add(_ refusal: QualityGate.Refusal) { refusals.append(refusal) }

    /// Why the burst as a whole is refused; `nil` when its last good frame is to be measured.
    package var refusal: QualityGate.Refusal? { goodCount > 0 ? rain : commonest }

    /// The verdict on the burst, from the one on its last good frame.
    package func verdict(ofMeasured verdict: SamplingReport.Verdict) -> SamplingReport.Verdict {
        guard case .accepted(var reading) = verdict else { return verdict }
        reading.frames = goodCount
        let factors = degradations.map { $0.sigmaFactor(visibleShare: reading.visibleShare) }
        return .accepted(CoverageMeter.widened(reading, by: factors.sorted()[factors.count / 2]))
    }

    /// The refusal for rain, where at least as many frames were refused for it as were good.
    ///
    /// Rain shows only against the frame before, so the first frame of a burst passes in the worst.
    private var rain: QualityGate.Refusal? {
        let refusals = refusals.filter { $0.reason == .rain }
        return refusals.count >= goodCount ? refusals.first : nil
    }

    private var commonest: QualityGate.Refusal? {
        var best: (reason: GapReason, count: Int)?
        for refusal in refusals {
            let count = refusals.count { $0.reason == refusal.reason }
            if count > best?.count ?? 0 { best = (refusal.reason, count) }
        }
        return refusals.first { $0.reason == best?.reason }
    }
}
