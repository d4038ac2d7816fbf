internal import Vocabulary

extension CameraPanel {
    /// Each rule has a lane: a bar from firing to resolved, named beside it, its severity in words.
    func drawAlerts(_ svg: inout SVGDocument) {
        if lanes.isEmpty {
            svg.label("no alerts", x: Self.left, y: Self.laneTop + 12, ["class": "note"])
        }
        for (number, rule) in lanes.enumerated() {
            let y = Self.laneTop + Double(number) * Self.laneHeight
            svg.label(rule.rawValue, x: Self.right + 8, y: y + 11, ["class": "axis"])
            for alert in camera.alerts where alert.identity.rule == rule {
                drawAlert(alert, y: y, &svg)
            }
        }
    }

    private func drawAlert(_ alert: AlertSpan, y: Double, _ svg: inout SVGDocument) {
        let start = time.place(alert.start)
        let end = time.place(alert.end ?? span.end)
        let height = Self.laneHeight - 4
        let ending = alert.end.map { "resolved \($0)" } ?? "open at the end"
        svg.titled(
            "\(alert.identity) (\(alert.severity.rawValue)): firing \(alert.start), \(ending)",
            "rect",
            [
                "class": "alert \(alert.severity.rawValue)", "x": SVGDocument.number(start),
                "y": SVGDocument.number(y), "width": SVGDocument.number(max(end - start, 3)),
                "height": SVGDocument.number(height),
            ])
        svg.line("fires", x1: start, y1: Self.coverageTop, x2: start, y2: y + height)
        let name = alert.severity.rawValue + (alert.end == nil ? ", open" : "")
        let needed = 6.4 * Double(name.count) + 6
        if end - start >= needed {
            svg.label(name, x: start + 4, y: y + 11, ["class": "inside"])
        } else if end + needed <= Self.right {
            svg.label(name, x: end + 4, y: y + 11, ["class": "note"])
        }
    }
}
