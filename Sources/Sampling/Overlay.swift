package import Imaging
package import Vocabulary

/// Shows what was seen: the picture with the zone and the vegetation marked on it, the figures
/// above it and the curve of all readings so far below it.
///
/// Everything is drawn in the frame's own colour encoding, so nothing is converted.
package struct Overlay: ~Copyable {
    /// The picture as last drawn.
    package private(set) var picture: Canvas
    private let outline: ZoneOutline?
    private var curve = CoverageCurve()
    private var layout = OverlayLayout(pictureWidth: 0, pictureHeight: 0)

    /// Makes an overlay for one job.
    package init(outline: ZoneOutline?) {
        self.outline = outline
        picture = Canvas()
    }

    /// Draws a frame with its zone and mask; what was drawn before is lost.
    ///
    /// With labels of the frame's size, it is drawn how the mask agrees with them.
    package mutating func show(
        _ frame: borrowing Frame, mask: borrowing Mask, in zone: borrowing Zone,
        labels: borrowing LabelSheet? = nil
    ) {
        begin(frame)
        let top = Int(layout.picture.top)
        switch labels {
        case .some(let labels) where labels.problem(width: zone.width, height: zone.height) == nil:
            picture.tint(mask, against: labels, in: zone, top: top)
        default:
            picture.tint(mask, in: zone, top: top)
        }
        drawOutline(of: zone)
    }

    /// Draws a frame that was refused before it was segmented, with its zone.
    package mutating func show(_ frame: borrowing Frame, in zone: borrowing Zone) {
        begin(frame)
        drawOutline(of: zone)
    }

    /// Writes the figures and continues the curve with a measurement of the frame that is shown.
    package mutating func caption(_ measurement: SamplingReport.Measurement) {
        curve.add(measurement)
        OverlayBar(measurement).draw(on: &picture, layout: layout)
        curve.draw(on: &picture, layout: layout)
    }

    private mutating func begin(_ frame: borrowing Frame) {
        layout = OverlayLayout(pictureWidth: frame.width, pictureHeight: frame.height)
        picture.begin(
            width: layout.width, height: layout.height, encoding: frame.encoding,
            colour: OverlayPalette.ground)
        picture.copy(frame, top: Int(layout.picture.top))
    }

    private mutating func drawOutline(of zone: borrowing Zone) {
        switch outline {
        case nil: break
        case .polygon(let width, let height, let points):
            let scale = SIMD2(
                Float(zone.width) / Float(max(1, width)),
                Float(zone.height) / Float(max(1, height)))
            drawPolygon(
                points.map {
                    SIMD2(Float($0.x), Float($0.y)) * scale + SIMD2(0, layout.picture.top)
                })
        case .mask: picture.drawEdges(of: zone, top: Int(layout.picture.top))
        }
    }

    /// Draws the edges that lie on the picture.
    private mutating func drawPolygon(_ corners: [SIMD2<Float>]) {
        var previous = corners.last
        for corner in corners {
            if let start = previous,
                let edge = Segment(start, corner).clipped(to: layout.picture)
            {
                picture.stroke(
                    from: edge.start, to: edge.end, width: max(2, layout.capital * 0.16),
                    OverlayPalette.zoneOutline)
            }
            previous = corner
        }
    }
}
