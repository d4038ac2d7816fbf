internal import Vocabulary

extension CameraPanel {
    /// Grid, figures and titles of both curves, and the dates below.
    func drawAxes(_ svg: inout SVGDocument) {
        for tick in coverage.ticks(about: 5) {
            let y = coverage.place(tick)
            svg.line("grid", x1: Self.left, y1: y, x2: Self.right, y2: y)
            let text = SVGDocument.decimal(tick * 100, places: 1, trims: true)
            svg.label("\(text) %", x: Self.left - 6, y: y + 4, ["class": "axis end"])
        }
        for tick in rate.ticks(about: 4) {
            let y = rate.place(tick)
            svg.line(tick == 0 ? "zero" : "grid", x1: Self.left, y1: y, x2: Self.right, y2: y)
            let text = SVGDocument.decimal(tick, places: 2)
            svg.label(
                (tick > 0 ? "+" : "") + text, x: Self.left - 6, y: y + 4, ["class": "axis end"])
        }
        axisTitle(&svg, "coverage", middle: (Self.coverageTop + Self.coverageBottom) / 2)
        axisTitle(&svg, "growth, 1/day", middle: rateTop + Self.rateHeight / 2)
        for tick in DateTicks(from: span.start, to: span.end, most: 10).ticks {
            let x = time.place(tick.time)
            svg.line("grid", x1: x, y1: Self.coverageTop, x2: x, y2: bottom)
            svg.label(tick.label, x: x, y: bottom + 16, ["class": "axis middle"])
        }
        svg.label("UTC", x: Self.right + 8, y: bottom + 16, ["class": "axis"])
    }

    private func axisTitle(_ svg: inout SVGDocument, _ text: String, middle: Double) {
        svg.label(
            text, x: 0, y: 0,
            [
                "class": "axis middle",
                "transform": "translate(14 \(SVGDocument.number(middle))) rotate(-90)",
            ])
    }
}
