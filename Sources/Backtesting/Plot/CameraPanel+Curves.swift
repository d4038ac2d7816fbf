internal import Vocabulary

extension CameraPanel {
    /// The samples, and the level with its interval.
    func drawLevels(_ svg: inout SVGDocument) {
        for run in unbroken(camera.estimates) {
            band(&svg, "level-band", run, coverage, low: \.levelLow, high: \.levelHigh)
            svg.curve("level", run.map { (time.place($0.time), coverage.place($0.coverage)) })
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

    /// The growth rate with its interval, where it is published.
    func drawRates(_ svg: inout SVGDocument) {
        // Where the rate is not published, its line is broken.
        let published = unbroken(camera.estimates).flatMap { run in
            run.split { !$0.published || $0.rate == nil }.map(Array.init)
        }
        for run in published {
            band(
                &svg, "rate-band", run, rate, low: { $0.rateLow ?? 0 }, high: { $0.rateHigh ?? 0 })
            svg.curve("rate", run.map { (time.place($0.time), rate.place($0.rate ?? 0)) })
        }
        if published.isEmpty {
            svg.label(
                "no rate was published: too little evidence", x: (Self.left + Self.right) / 2,
                y: rateTop + Self.rateHeight / 2, ["class": "note middle"])
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
        svg.curve(style, upper + lower, isClosed: true)
    }
}
