extension CoverageCurve {
    /// Draws the axes, the curve and a tick for every refused frame.
    func draw(on canvas: inout Canvas, layout: OverlayLayout) {
        drawAxes(on: &canvas, layout: layout)
        let plot = layout.plot
        let lineWidth = max(1.5, layout.capital * 0.18)
        for gap in gaps {
            let x = self.x(gap.position, in: plot)
            canvas.stroke(
                from: SIMD2(x, plot.bottom), to: SIMD2(x, plot.bottom - layout.capital * 0.7),
                width: lineWidth, OverlayPalette.rejected)
        }
        for piece in pieces { draw(piece, in: plot, width: lineWidth, on: &canvas) }
        if let last = points.last, let place = place(last, in: plot) {
            canvas.stroke(
                from: place, to: place, width: layout.capital * 0.7, OverlayPalette.vegetation)
        }
    }

    /// Draws one part; steps of less than a pixel are drawn together.
    private func draw(
        _ piece: ArraySlice<Point>, in plot: Box, width: Float, on canvas: inout Canvas
    ) {
        guard var from = piece.first.flatMap({ place($0, in: plot) }) else { return }
        if piece.count == 1 {
            canvas.stroke(from: from, to: from, width: width * 1.5, OverlayPalette.vegetation)
        }
        for (index, point) in zip(piece.indices, piece).dropFirst() {
            guard let to = place(point, in: plot) else { continue }
            let step = to - from
            let isLast = index == piece.endIndex - 1
            guard isLast || step.x >= 1 || abs(step.y) >= 1 else { continue }
            canvas.stroke(from: from, to: to, width: width, OverlayPalette.vegetation)
            from = to
        }
    }

    private func drawAxes(on canvas: inout Canvas, layout: OverlayLayout) {
        let plot = layout.plot
        let height = layout.capital * 0.8
        for percent in [0, 50, 100] {
            let y = plot.bottom - plot.height * Float(percent) / 100
            canvas.stroke(
                from: SIMD2(plot.left, y), to: SIMD2(plot.right, y), width: 1,
                OverlayPalette.gridLine)
            let label = "\(percent) %"
            let width = StrokeFont.standard.width(of: label, height: height)
            canvas.write(
                label, at: SIMD2(plot.left - layout.capital * 0.7 - width, y + height / 2),
                height: height, OverlayPalette.quietText)
        }
        let baseLine = plot.bottom + layout.capital * 0.8 + height
        canvas.write(
            label(range.lowerBound), at: SIMD2(plot.left, baseLine), height: height,
            OverlayPalette.quietText)
        let end = points.count > 1 ? label(range.upperBound) : ""
        let endWidth = StrokeFont.standard.width(of: end, height: height)
        canvas.write(
            end, at: SIMD2(plot.right - endWidth, baseLine), height: height,
            OverlayPalette.quietText)
        drawTitle(on: &canvas, layout: layout, baseLine: baseLine, endWidth: endWidth)
    }

    /// Writes what is drawn between the labels of the axis, where there is room.
    private func drawTitle(
        on canvas: inout Canvas, layout: OverlayLayout, baseLine: Float, endWidth: Float
    ) {
        let plot = layout.plot
        let height = layout.capital * 0.8
        let title = "coverage of the visible water"
        let width = StrokeFont.standard.width(of: title, height: height)
        guard width + 2 * endWidth + 4 * layout.capital < plot.width else { return }
        canvas.write(
            title, at: SIMD2((plot.left + plot.right - width) / 2, baseLine), height: height,
            OverlayPalette.quietText)
    }

    private func label(_ position: Double) -> String {
        switch scale {
        case .recordedTime: OverlayText.recordedTime(secondsSinceEpoch: position)
        case .mediaTime: OverlayText.mediaTime(seconds: position)
        case .keyframes: "keyframe \(Int(position))"
        }
    }

    private func x(_ position: Double, in plot: Box) -> Float {
        let share = (position - range.lowerBound) / (range.upperBound - range.lowerBound)
        return plot.left + plot.width * Float(share)
    }

    private func place(_ point: Point, in plot: Box) -> SIMD2<Float>? {
        guard let coverage = point.coverage else { return nil }
        return SIMD2(x(point.position, in: plot), plot.bottom - plot.height * Float(coverage))
    }
}
