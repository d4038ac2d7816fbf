internal import Alerting
internal import Vocabulary

extension CameraPanel {
    /// The thresholds of rules, dashed and named, as far as the scales hold them.
    func drawThresholds(_ svg: inout SVGDocument) {
        var used: [Double] = []
        for rule in Self.thresholds(camera.rules, of: .coverage, .forecast)
        where coverage.values.contains(rule.raise) {
            let y = coverage.place(rule.raise)
            svg.line("threshold", x1: Self.left, y1: y, x2: Self.right, y2: y)
            let text = SVGDocument.decimal(rule.raise * 100, places: 1, trims: true)
            var labelY = y + 4
            while used.contains(where: { abs($0 - labelY) < 12 }) { labelY += 12 }
            used.append(labelY)
            svg.label("\(rule.id) \(text) %", x: Self.right + 8, y: labelY, ["class": "axis"])
        }
        for rule in Self.thresholds(camera.rules, of: .growth)
        where rate.values.contains(rule.raise) {
            let y = rate.place(rule.raise)
            svg.line("threshold", x1: Self.left, y1: y, x2: Self.right, y2: y)
            let text = SVGDocument.decimal(rule.raise, places: 2)
            svg.label("\(rule.id) \(text)/day", x: Self.right + 8, y: y + 4, ["class": "axis"])
        }
    }

    /// The rules of some kinds, one for each height of threshold.
    static func thresholds(_ rules: [AlertRule], of kinds: AlertKind...) -> [AlertRule] {
        // Two rules at one height would be one line with two names upon each other.
        var seen: Set<Double> = []
        return rules.filter { kinds.contains($0.kind) && seen.insert($0.raise).inserted }
    }
}
