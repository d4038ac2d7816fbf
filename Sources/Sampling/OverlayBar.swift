import Vocabulary

/// The bar above the picture: coverage, what was visible, the time and the verdict.
struct OverlayBar: Hashable, Sendable {
    /// The main figure, or that there is none.
    let headline: String
    /// What stands beside it, if there is room.
    let aside: String
    /// When the frame was captured, if there is room.
    let time: String
    /// `accepted`, or why not.
    let verdict: String
    /// Whether the frame was accepted.
    let isAccepted: Bool

    /// Puts a measurement into words.
    init(_ measurement: SamplingReport.Measurement) {
        time = OverlayText.time(of: measurement)
        switch measurement.verdict {
        case .accepted(let reading):
            headline = "coverage \(OverlayText.percent(reading.coverage))"
            aside =
                measurement.comparison.map(OverlayText.agreement)
                ?? "visible \(OverlayText.percent(reading.visibleShare))"
            verdict = "accepted"
            isAccepted = true
        case .rejected(let reason, _):
            headline = "no reading"
            aside = ""
            verdict = "rejected: \(OverlayText.words(reason))"
            isAccepted = false
        }
    }

    /// Draws the bar.
    func draw(on canvas: inout Canvas, layout: OverlayLayout) {
        let capital = layout.capital
        let bar = layout.bar
        let baseLine = (bar.top + bar.bottom + capital) / 2
        let gap = capital * 1.6
        var left = bar.left + capital
        var right = bar.right - capital

        canvas.write(
            headline, at: SIMD2(left, baseLine), height: capital,
            isAccepted ? OverlayPalette.vegetation : OverlayPalette.text)
        left += width(headline, capital) + gap

        right -= width(verdict, capital * 0.9)
        if right - capital > left {
            let colour = isAccepted ? OverlayPalette.accepted : OverlayPalette.rejected
            canvas.write(
                verdict, at: SIMD2(right, baseLine), height: capital * 0.9, OverlayPalette.text)
            let dot = SIMD2(right - capital, baseLine - capital * 0.45)
            canvas.stroke(from: dot, to: dot, width: capital * 0.8, colour)
        }
        right -= capital * 1.4 + gap

        right -= width(time, capital * 0.9)
        if right > left {
            canvas.write(
                time, at: SIMD2(right, baseLine), height: capital * 0.9, OverlayPalette.quietText)
        }
        if left + width(aside, capital * 0.9) + gap < right {
            canvas.write(
                aside, at: SIMD2(left, baseLine), height: capital * 0.9,
                OverlayPalette.quietText)
        }
    }

    private func width(_ text: String, _ height: Float) -> Float {
        StrokeFont.standard.width(of: text, height: height)
    }
}
