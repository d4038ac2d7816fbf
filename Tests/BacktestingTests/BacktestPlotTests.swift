import Backtesting
import FoundationEssentials
import Testing
import Vocabulary

@Suite struct BacktestPlotTests {
    private func plot(_ name: CameraID) -> PlottedCamera {
        let start = Timestamp.epoch + .days(20_000)
        let series = CameraSeries(
            camera: name,
            points: (0..<400).map { number in
                let time = start + .seconds(7200) * number
                return (200..<230).contains(number)
                    ? SeriesPoint(time: time, gap: .glare)
                    : SeriesPoint(time: time, coverage: number < 100 ? 0.05 : 0.6)
            })
        let record = WaterJudge.record(
            of: [series], from: Water(camera: name), by: .standard, estimates: .all)
        return PlottedCamera(series: series, record: record, rules: Ruling.standard.rules)
    }

    @Test("names are escaped, gaps are hatched and named, alerts are written out")
    func content() {
        let svg = BacktestPlot(of: [plot("a<b>&\"c\"")]).svg
        #expect(svg.contains("a&lt;b&gt;&amp;&quot;c&quot;"))
        #expect(!svg.contains("a<b>"))
        #expect(svg.contains("no samples: glare"))
        #expect(svg.contains("coverage-high 30 %"))
        #expect(svg.contains("class=\"alert major\"") || svg.contains("class=\"alert warning\""))
        #expect(!svg.contains("nan") && !svg.contains("inf\""))
        // The level is drawn in two runs, with the gap between.
        #expect(svg.components(separatedBy: "class=\"level\"").count - 1 == 3)
    }

    @Test("a picture has a limit of panels, and none is drawn of a camera without looks")
    func limit() {
        let many = BacktestPlot(of: (0..<20).map { plot(CameraID("c\($0)")) }).svg
        #expect(
            many.components(separatedBy: "class=\"title\"").count - 1 == BacktestPlot.mostPanels)
        let empty = CameraSeries(camera: "e")
        let none = PlottedCamera(
            series: empty,
            record: WaterJudge.record(of: [empty], from: Water(camera: "e"), by: .standard),
            rules: [])
        #expect(!BacktestPlot(of: [none]).svg.contains("class=\"title\""))
    }
}
