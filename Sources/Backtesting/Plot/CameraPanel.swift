internal import Alerting
internal import Vocabulary

/// Draws one camera: coverage above, growth below, alerts between, one axis of time.
struct CameraPanel {
    static let width = 960.0
    private static let left = 64.0
    private static let right = 820.0
    private static let coverageTop = 34.0
    private static let coverageBottom = 214.0
    private static let laneTop = 226.0
    private static let laneHeight = 18.0
    private static let rateHeight = 90.0

    private let camera: PlottedCamera
    private let time: PlotScale
    private let coverage: PlotScale
    private let rate: PlotScale
    private let lanes: [RuleID]
    private let rateTop: Double
    private let span: (start: Timestamp, end: Timestamp)
    private let gaps: [PlotGap]

    /// Lays the panel out; `nil` when there is nothing to draw.
    init?(_ camera: PlottedCamera) {
        guard let span = camera.span else { return nil }
        self.camera = camera
        self.span = span
        gaps = camera.gaps
        time = PlotScale(
            values: span.start.daysSinceEpoch...span.end.daysSinceEpoch, start: Self.left,
            end: Self.right)
        lanes = Set(camera.alerts.map(\.identity.rule)).sorted()
        let top = camera.points.reduce(0.05) { $1.gapReason == nil ? max($0, $1.coverage) : $0 }
        let highest = max(top, camera.estimates.reduce(0) { max($0, $1.levelHigh) })
        let thresholds = Self.thresholds(camera.rules, of: .coverage, .forecast).map(\.raise)
        // A threshold far above everything would press the curve flat.
        let shown = thresholds.filter { $0 <= highest * 3 }.reduce(highest, max)
        coverage = PlotScale(
            values: 0...min(1, shown * 1.08), start: Self.coverageBottom, end: Self.coverageTop)
        rateTop = Self.laneTop + Double(max(lanes.count, 1)) * Self.laneHeight + 14
        let rates = camera.estimates.filter(\.published).flatMap {
            [$0.rateLow, $0.rateHigh].compactMap(\.self)
        }
        let growth = Self.thresholds(camera.rules, of: .growth).map(\.raise)
        let low = min(-0.05, rates.min() ?? 0)
        let high = max(0.15, rates.max() ?? 0, growth.max() ?? 0)
        rate = PlotScale(
            values: max(low, -1)...min(high * 1.08, 1.5), start: rateTop + Self.rateHeight,
            end: rateTop)
    }

    /// Height of the panel in pixels.
    var height: Double { rateTop + Self.rateHeight + 44 }

    /// Draws the panel with its upper edge at `top`.
    func draw(into svg: inout SVGDocument, top: Double) {
        svg.group(["transform": "translate(0 \(SVGDocument.number(top)))"]) { svg in
            svg.label(camera.camera.rawValue, x: Self.left, y: 22, ["class": "title"])
            drawGaps(&svg)
            drawAxes(&svg)
            drawLevels(&svg)
            drawThresholds(&svg)
            drawRates(&svg)
            drawAlerts(&svg)
        }
    }

    private var bottom: Double { rateTop + Self.rateHeight }

    private func drawAxes(_ svg: inout SVGDocument) {
        for tick in coverage.ticks(about: 5) {
            let y = coverage.place(tick)
            line(&svg, "grid", x1: Self.left, y1: y, x2: Self.right, y2: y)
            let text = SVGDocument.decimal(tick * 100, places: 1, trims: true)
            svg.label("\(text) %", x: Self.left - 6, y: y + 4, ["class": "axis end"])
        }
        for tick in rate.ticks(about: 4) {
            let y = rate.place(tick)
            line(&svg, tick == 0 ? "zero" : "grid", x1: Self.left, y1: y, x2: Self.right, y2: y)
            let text = SVGDocument.decimal(tick, places: 2)
            svg.label(
                (tick > 0 ? "+" : "") + text, x: Self.left - 6, y: y + 4, ["class": "axis end"])
        }
        axisTitle(&svg, "coverage", middle: (Self.coverageTop + Self.coverageBottom) / 2)
        axisTitle(&svg, "growth, 1/day", middle: rateTop + Self.rateHeight / 2)
        for tick in DateTicks(from: span.start, to: span.end, most: 10).ticks {
            let x = time.place(tick.time)
            line(&svg, "grid", x1: x, y1: Self.coverageTop, x2: x, y2: bottom)
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

    private func drawGaps(_ svg: inout SVGDocument) {
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

    private func drawLevels(_ svg: inout SVGDocument) {
        for run in unbroken(camera.estimates) {
            band(&svg, "level-band", run, coverage, low: \.levelLow, high: \.levelHigh)
            path(&svg, "level", run.map { (time.place($0.time), coverage.place($0.coverage)) })
        }
        var dots = ""
        var last = (x: -1.0, y: -1.0)
        for point in camera.points where point.gapReason == nil {
            let place = (x: time.place(point.time), y: coverage.place(point.coverage))
            // Dots upon each other say nothing more.
            guard abs(place.x - last.x) >= 0.7 || abs(place.y - last.y) >= 1.5 else { continue }
            last = place
            dots += "M\(SVGDocument.number(place.x)) \(SVGDocument.number(place.y))h0"
        }
        if !dots.isEmpty { svg.add("path", ["class": "sample", "d": dots]) }
    }

    private func drawThresholds(_ svg: inout SVGDocument) {
        var used: [Double] = []
        for rule in Self.thresholds(camera.rules, of: .coverage, .forecast)
        where coverage.values.contains(rule.raise) {
            let y = coverage.place(rule.raise)
            line(&svg, "threshold", x1: Self.left, y1: y, x2: Self.right, y2: y)
            let text = SVGDocument.decimal(rule.raise * 100, places: 1, trims: true)
            var labelY = y + 4
            while used.contains(where: { abs($0 - labelY) < 12 }) { labelY += 12 }
            used.append(labelY)
            svg.label("\(rule.id) \(text) %", x: Self.right + 8, y: labelY, ["class": "axis"])
        }
        for rule in Self.thresholds(camera.rules, of: .growth)
        where rate.values.contains(rule.raise) {
            let y = rate.place(rule.raise)
            line(&svg, "threshold", x1: Self.left, y1: y, x2: Self.right, y2: y)
            let text = SVGDocument.decimal(rule.raise, places: 2)
            svg.label("\(rule.id) \(text)/day", x: Self.right + 8, y: y + 4, ["class": "axis"])
        }
    }

    private func drawRates(_ svg: inout SVGDocument) {
        // Where the rate is not published, its line is broken.
        let published = unbroken(camera.estimates).flatMap { run in
            run.split { !$0.published || $0.rate == nil }.map(Array.init)
        }
        for run in published {
            band(
                &svg, "rate-band", run, rate, low: { $0.rateLow ?? 0 }, high: { $0.rateHigh ?? 0 })
            path(&svg, "rate", run.map { (time.place($0.time), rate.place($0.rate ?? 0)) })
        }
        if published.isEmpty {
            svg.label(
                "no rate was published: too little evidence", x: (Self.left + Self.right) / 2,
                y: rateTop + Self.rateHeight / 2, ["class": "note middle"])
        }
    }

    /// Each rule has a lane: a bar from firing to resolved, named beside it, its severity in words.
    private func drawAlerts(_ svg: inout SVGDocument) {
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
        line(&svg, "fires", x1: start, y1: Self.coverageTop, x2: start, y2: y + height)
        let name = alert.severity.rawValue + (alert.end == nil ? ", open" : "")
        let needed = 6.4 * Double(name.count) + 6
        if end - start >= needed {
            svg.label(name, x: start + 4, y: y + 11, ["class": "inside"])
        } else if end + needed <= Self.right {
            svg.label(name, x: end + 4, y: y + 11, ["class": "note"])
        }
    }

    /// Estimates between which there is no gap.
    private func unbroken(_ estimates: [GrowthEstimate]) -> [[GrowthEstimate]] {
        var runs: [[GrowthEstimate]] = []
        var last: Timestamp?
        for estimate in estimates {
            let isBroken = gaps.contains { gap in
                (last ?? estimate.time) <= gap.start && gap.end <= estimate.time
            }
            if last == nil || isBroken { runs.append([]) }
            runs[runs.count - 1].append(estimate)
            last = estimate.time
        }
        return runs
    }

    private func band(
        _ svg: inout SVGDocument, _ style: String, _ run: [GrowthEstimate], _ scale: PlotScale,
        low: (GrowthEstimate) -> Double, high: (GrowthEstimate) -> Double
    ) {
        let upper = run.map { (time.place($0.time), scale.place(high($0))) }
        let lower = run.reversed().map { (time.place($0.time), scale.place(low($0))) }
        path(&svg, style, upper + lower, isClosed: true)
    }

    private func path(
        _ svg: inout SVGDocument, _ style: String, _ places: [(Double, Double)],
        isClosed: Bool = false
    ) {
        guard let first = places.first else { return }
        var data = "M\(SVGDocument.number(first.0)) \(SVGDocument.number(first.1))"
        var last = first
        for place in places.dropFirst()
        where abs(place.0 - last.0) >= 0.3 || abs(place.1 - last.1) >= 0.3 {
            data += "L\(SVGDocument.number(place.0)) \(SVGDocument.number(place.1))"
            last = place
        }
        svg.add("path", ["class": style, "d": data + (isClosed ? "Z" : "")])
    }

    private func line(
        _ svg: inout SVGDocument, _ style: String, x1: Double, y1: Double, x2: Double, y2: Double
    ) {
        svg.add(
            "line",
            [
                "class": style, "x1": SVGDocument.number(x1), "y1": SVGDocument.number(y1),
                "x2": SVGDocument.number(x2), "y2": SVGDocument.number(y2),
            ])
    }

    private static func thresholds(_ rules: [AlertRule], of kinds: AlertKind...) -> [AlertRule] {
        // Two rules at one height would be one line with two names upon each other.
        var seen: Set<Double> = []
        return rules.filter { kinds.contains($0.kind) && seen.insert($0.raise).inserted }
    }
}
