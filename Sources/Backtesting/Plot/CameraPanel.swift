internal import Alerting
internal import Vocabulary

/// Draws one camera: coverage above, growth below, alerts between, one axis of time.
struct CameraPanel {
    static let width = 960.0
    static let left = 64.0
    static let right = 820.0
    static let coverageTop = 34.0
    static let coverageBottom = 214.0
    static let laneTop = 226.0
    static let laneHeight = 18.0
    static let rateHeight = 90.0

    let camera: PlottedCamera
    let time: PlotScale
    let coverage: PlotScale
    let rate: PlotScale
    let lanes: [RuleID]
    let rateTop: Double
    let span: (start: Timestamp, end: Timestamp)
    let gaps: [PlotGap]

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

    /// Lower edge of the curves.
    var bottom: Double { rateTop + Self.rateHeight }

    /// Height of the panel in pixels.
    var height: Double { bottom + 44 }

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
}
