import Coverage
package import Vocabulary

/// Makes one verdict of the verdicts on the frames of a burst.
///
/// One good frame is enough: the figures are the medians over the good ones, and the deviation grows
/// by the median of what their degradations ask for. Rain refuses the whole burst. Where none is good,
/// the reason that came most often is given, the earliest among equals.
package struct BurstSummary: Hashable, Sendable {
    private var readings: [CoverageReading] = []
    private var sigmaFactors: [Double] = []
    private var refusals: [Refusal] = []

    private struct Refusal: Hashable {
        let reason: GapReason
        let detail: String
    }

    /// Makes a summary of no frames.
    package init() {}

    /// Whether a frame was good.
    package var hasReading: Bool { !readings.isEmpty }

    /// Adds the verdict on one frame, and what is wrong with one that is accepted.
    package mutating func add(
        _ verdict: SamplingReport.Verdict, degradation: Degradation = Degradation()
    ) {
        switch verdict {
        case .accepted(let reading):
            readings.append(reading)
            sigmaFactors.append(degradation.sigmaFactor(visibleShare: reading.visibleShare))
        case .rejected(let reason, let detail):
            refusals.append(Refusal(reason: reason, detail: detail))
        }
    }

    /// The verdict on the burst; `nil` when it has no frames.
    package var verdict: SamplingReport.Verdict? {
        if let rain { return .rejected(reason: rain.reason, detail: rain.detail) }
        if let reading = CoverageMeter.combine(readings) {
            let factor = sigmaFactors.sorted()[sigmaFactors.count / 2]
            return .accepted(CoverageMeter.widened(reading, by: factor))
        }
        guard let reason = commonestReason,
            let refusal = refusals.first(where: { $0.reason == reason })
        else { return nil }
        return .rejected(reason: refusal.reason, detail: refusal.detail)
    }

    /// The refusal for rain, where at least as many frames were refused for it as were good.
    ///
    /// Rain shows only against the frame before, so the first frame of a burst passes in the worst.
    private var rain: Refusal? {
        let refusals = refusals.filter { $0.reason == .rain }
        return !readings.isEmpty && refusals.count >= readings.count ? refusals.first : nil
    }

    private var commonestReason: GapReason? {
        var best: (reason: GapReason, count: Int)?
        for refusal in refusals {
            let count = refusals.count { $0.reason == refusal.reason }
            if count > best?.count ?? 0 { best = (refusal.reason, count) }
        }
        return best?.reason
    }
}
