extension CameraPanel {
    /// Times without samples, hatched, with the reason where there is room for it.
    func drawGaps(_ svg: inout SVGDocument) {
        for gap in gaps {
            let x = time.place(gap.start)
            let width = max(time.place(gap.end) - x, 1)
            for (top, height) in [
                (Self.coverageTop, Self.coverageBottom - Self.coverageTop),
                (rateTop, Self.rateHeight),
            ] {
                svg.titled(
                    gap.label, "rect",
                    [
                        "class": "gap", "x": SVGDocument.number(x), "y": SVGDocument.number(top),
                        "width": SVGDocument.number(width), "height": SVGDocument.number(height),
                    ])
            }
            if width > 6.2 * Double(gap.label.count) {
                svg.label(
                    gap.label, x: x + width / 2, y: Self.coverageTop + 13, ["class": "note middle"])
            }
        }
    }
}
