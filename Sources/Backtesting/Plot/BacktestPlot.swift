/// A back-test as a picture: coverage, growth and alerts of a few cameras, as SVG.
///
/// It needs no script and no font of its own, follows the reader's choice of light or dark, and says
/// nothing by colour alone: alerts are named, thresholds are dashed, times without samples are hatched.
public struct BacktestPlot: Sendable {
    /// So many cameras fit into one picture.
    public static let mostPanels = 12

    private let cameras: [PlottedCamera]

    /// Makes a picture of the first ``mostPanels`` cameras.
    public init(of cameras: [PlottedCamera]) {
        self.cameras = Array(cameras.prefix(Self.mostPanels))
    }

    /// The picture as text.
    public var svg: String {
        let panels = cameras.compactMap(CameraPanel.init)
        let height = panels.reduce(Self.legendHeight) { $0 + $1.height }
        var svg = SVGDocument()
        let size = "\(SVGDocument.number(CameraPanel.width)) \(SVGDocument.number(height))"
        svg.raw(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" role="img"
            width="\(SVGDocument.number(CameraPanel.width))" height="\(SVGDocument.number(height))">
            <title>Back-test: coverage, growth and alerts</title>
            \(Self.style)
            <rect class="paper" width="100%" height="100%"/>

            """)
        Self.drawLegend(&svg)
        var top = Self.legendHeight
        for panel in panels {
            panel.draw(into: &svg, top: top)
            top += panel.height
        }
        svg.raw("</svg>\n")
        return svg.text
    }

    private static let legendHeight = 34.0

    private static func drawLegend(_ svg: inout SVGDocument) {
        var x = 64.0
        func entry(_ text: String, _ draw: (inout SVGDocument, Double) -> Void) {
            draw(&svg, x)
            svg.label(text, x: x + 28, y: 22, ["class": "axis"])
            x += 28 + 6.1 * Double(text.count) + 16
        }
        entry("sample") { svg, x in
            svg.add(
                "path", ["class": "sample", "d": "M\(x + 6) 20h0M\(x + 14) 16h0M\(x + 20) 19h0"])
        }
        entry("level, 90 % interval") { svg, x in
            svg.add(
                "rect",
                ["class": "level-band", "x": "\(x)", "y": "12", "width": "24", "height": "12"])
            svg.add("path", ["class": "level", "d": "M\(x) 18h24"])
        }
        entry("growth rate, 90 % interval") { svg, x in
            svg.add(
                "rect",
                ["class": "rate-band", "x": "\(x)", "y": "12", "width": "24", "height": "12"])
            svg.add("path", ["class": "rate", "d": "M\(x) 18h24"])
        }
        entry("threshold") { svg, x in
            svg.add("path", ["class": "threshold", "d": "M\(x) 18h24"])
        }
        entry("alert") { svg, x in
            svg.add(
                "rect",
                ["class": "alert warning", "x": "\(x)", "y": "12", "width": "24", "height": "12"])
        }
        entry("no samples") { svg, x in
            svg.add(
                "rect", ["class": "gap", "x": "\(x)", "y": "10", "width": "24", "height": "16"])
        }
    }

    private static let style = """
        <defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="7"/></pattern></defs>
        <style>
        svg { --paper: #fff; --ink: #1b1f24; --faint: #e3e6ea; --soft: #59636e; --plant: #1f7a3a;
          --water: #2b62b5; --limit: #9a3412; --mild: #d9dde2; --low: #f3d9a4; --mid: #efb37b;
          --high: #e79a94; font: 11px system-ui, sans-serif; }
        @media (prefers-color-scheme: dark) { svg { --paper: #14181d; --ink: #e8ebee; --faint: #2b323a;
          --soft: #9aa5b1; --plant: #5cc97d; --water: #86b4f5; --limit: #f0a37a; --mild: #47505a;
          --low: #6b5220; --mid: #7d4a1c; --high: #86322f; } }
        .paper { fill: var(--paper); }
        text { fill: var(--ink); }
        .title { font-size: 15px; font-weight: 600; }
        .axis, .note { fill: var(--soft); }
        .inside { fill: var(--ink); }
        .end { text-anchor: end; }
        .middle { text-anchor: middle; }
        .grid { stroke: var(--faint); stroke-width: 1; }
        .zero { stroke: var(--soft); stroke-width: 1; }
        .hatch { stroke: var(--soft); stroke-width: 1.2; stroke-opacity: 0.45; }
        .gap { fill: url(#hatch); }
        .sample { stroke: var(--plant); stroke-width: 2.6; stroke-linecap: round; stroke-opacity: 0.5;
          fill: none; }
        .level-band { fill: var(--plant); fill-opacity: 0.2; }
        .level { stroke: var(--plant); stroke-width: 1.6; fill: none; }
        .rate-band { fill: var(--water); fill-opacity: 0.2; }
        .rate { stroke: var(--water); stroke-width: 1.6; fill: none; }
        .threshold { stroke: var(--limit); stroke-width: 1.2; stroke-dasharray: 6 4; fill: none; }
        .fires { stroke: var(--ink); stroke-width: 1; stroke-dasharray: 1 3; }
        .alert { stroke: var(--soft); stroke-width: 1; }
        .info { fill: var(--mild); }
        .warning { fill: var(--low); }
        .major { fill: var(--mid); }
        .critical { fill: var(--high); }
        </style>
        """
}
