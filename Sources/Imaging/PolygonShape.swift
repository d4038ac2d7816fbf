public import Vocabulary

/// A simple polygon: its edges meet only at its corners.
///
/// Pure geometry in picture coordinates (x to the right, y down). Points that repeat the one before
/// are dropped, and so is a last point that repeats the first.
public struct PolygonShape: Hashable, Sendable {
    /// The corners in order, without repetitions.
    public let points: [PicturePoint]

    /// More points than this are refused, because checking takes time in their square.
    public static let pointLimit = 4096

    /// Makes a polygon and checks that it is one.
    ///
    /// - Throws: ``ZoneError`` when there are too few or too many points, when one is not finite,
    ///   when two edges cross or touch, or when the polygon has no area.
    public init(_ points: [PicturePoint]) throws(ZoneError) {
        guard points.count <= Self.pointLimit else {
            throw .tooManyPoints(points.count, limit: Self.pointLimit)
        }
        if let index = points.firstIndex(where: { !$0.x.isFinite || !$0.y.isFinite }) {
            throw .pointNotFinite(point: index + 1)
        }
        var corners: [(point: PicturePoint, number: Int)] = []
        for (index, point) in points.enumerated() where corners.last?.point != point {
            corners.append((point, index + 1))
        }
        while corners.count > 1, corners.first?.point == corners.last?.point {
            corners.removeLast()
        }
        guard corners.count >= 3 else { throw .tooFewPoints(corners.count) }
        self.points = corners.map(\.point)
        guard signedAreaTwice != 0 || !liesOnOneLine else { throw .noArea }
        if let (first, second) = crossingEdges() {
            throw .edgesCross(first: corners[first].number, second: corners[second].number)
        }
        guard area > 0 else { throw .noArea }
    }

    private init(unchecked points: [PicturePoint]) { self.points = points }

    /// The enclosed area in square pixels, by the shoelace formula.
    public var area: Double { abs(signedAreaTwice) / 2 }

    /// Whether `point` lies inside (even-odd rule; a point on an edge may count either way).
    public func contains(_ point: PicturePoint) -> Bool {
        var isInside = false
        forEachEdge { start, end in
            if let x = Self.crossing(of: start, end, at: point.y), x > point.x {
                isInside.toggle()
            }
        }
        return isInside
    }

    /// The number, from 1, of the first corner outside a picture of this size.
    public func firstPoint(outsideWidth width: Int, height: Int) -> Int? {
        let index = points.firstIndex {
            $0.x < 0 || $0.y < 0 || $0.x > Double(width) || $0.y > Double(height)
        }
        return index.map { $0 + 1 }
    }

    /// The polygon with every x and y multiplied by a positive factor.
    public func scaled(x: Double, y: Double) -> PolygonShape {
        PolygonShape(unchecked: points.map { PicturePoint(x: $0.x * x, y: $0.y * y) })
    }

    /// Where the edges cross the horizontal line at `y`, from left to right.
    ///
    /// Between the first and the second value the line is inside, and so on by pairs.
    func crossings(at y: Double, into crossings: inout [Double]) {
        crossings.removeAll(keepingCapacity: true)
        forEachEdge { start, end in
            if let x = Self.crossing(of: start, end, at: y) { crossings.append(x) }
        }
        crossings.sort()
    }

    /// x where an edge passes `y`.
    ///
    /// The edge holds its upper end and not its lower one, so a corner is counted once.
    private static func crossing(
        of start: PicturePoint, _ end: PicturePoint, at y: Double
    ) -> Double? {
        guard (start.y <= y) != (end.y <= y) else { return nil }
        return start.x + (y - start.y) / (end.y - start.y) * (end.x - start.x)
    }

    private func forEachEdge(_ body: (PicturePoint, PicturePoint) -> Void) {
        guard var start = points.last else { return }
        for end in points {
            body(start, end)
            start = end
        }
    }

    private var signedAreaTwice: Double {
        var sum = 0.0
        forEachEdge { start, end in sum += start.x * end.y - end.x * start.y }
        return sum
    }
}
