import Imaging

/// A straight line between two points.
struct Segment {
    let start: SIMD2<Float>
    let along: SIMD2<Float>
    private let inverseLengthSquared: Float

    init(_ start: SIMD2<Float>, _ end: SIMD2<Float>) {
        self.start = start
        along = end - start
        let lengthSquared = (along * along).sum()
        inverseLengthSquared = lengthSquared > 0 ? 1 / lengthSquared : 0
    }

    var end: SIMD2<Float> { start + along }

    /// The part within a box (Liang and Barsky 1984); `nil` when there is none.
    func clipped(to box: Box) -> Segment? {
        var entry: Float = 0
        var exit: Float = 1
        let sides = [
            (-along.x, start.x - box.left), (along.x, box.right - start.x),
            (-along.y, start.y - box.top), (along.y, box.bottom - start.y),
        ]
        for (speed, room) in sides {
            if speed == 0 {
                if room < 0 { return nil }
            } else if speed < 0 {
                entry = max(entry, room / speed)
            } else {
                exit = min(exit, room / speed)
            }
        }
        guard entry <= exit else { return nil }
        return Segment(start + along * entry, start + along * exit)
    }

    /// Distance of a point from the nearest point of the line.
    func distance(to point: SIMD2<Float>) -> Float {
        let offset = point - start
        let share = min(1, max(0, (offset * along).sum() * inverseLengthSquared))
        let rest = offset - along * share
        return (rest * rest).sum().squareRoot()
    }
}

extension Plane {
    /// Calls `body` for every pixel that a round-ended line touches, with the share it covers.
    ///
    /// - Parameters:
    ///   - pixelSize: Luma pixels on a side of one pixel of this plane.
    ///   - radius: Half the width of the line in luma pixels.
    mutating func cover(
        _ segment: Segment, pixelSize: Float, radius: Float,
        _ body: (inout UInt8, Float) -> Void
    ) {
        let reach = radius + pixelSize
        let low = pointwiseMin(segment.start, segment.end) - reach
        let high = pointwiseMax(segment.start, segment.end) + reach
        guard high.x >= 0, high.y >= 0, low.x.isFinite, low.y.isFinite else { return }
        let left = max(0, Int(low.x / pixelSize))
        let right = min(width, Int(min(high.x, 1e6) / pixelSize) + 1)
        let top = max(0, Int(low.y / pixelSize))
        let bottom = min(height, Int(min(high.y, 1e6) / pixelSize) + 1)
        guard left < right, top < bottom else { return }
        for y in top..<bottom {
            for x in left..<right {
                let centre = (SIMD2(Float(x), Float(y)) + 0.5) * pixelSize
                let inside = radius - segment.distance(to: centre)
                let share = inside / pixelSize + 0.5
                if share > 0 { body(&self[x, y], min(1, share)) }
            }
        }
    }
}
