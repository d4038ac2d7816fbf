import Vocabulary

extension PolygonShape {
    /// The first two edges, from 0, that meet elsewhere than at a corner they share.
    ///
    /// - Complexity: O(n²) in the points.
    func crossingEdges() -> (Int, Int)? {
        for first in points.indices {
            for second in points.indices.dropFirst(first + 1) where meet(first, second) {
                return (first, second)
            }
        }
        return nil
    }

    /// Whether all corners lie on one line.
    var liesOnOneLine: Bool {
        points.indices.dropFirst(2).allSatisfy { turn(points[0], points[1], points[$0]) == 0 }
    }

    private func meet(_ first: Int, _ second: Int) -> Bool {
        if second == first + 1 { return foldsBack(at: second) }
        if first == 0, second == points.count - 1 { return foldsBack(at: first) }
        let (a, b) = ends(first)
        let (c, d) = ends(second)
        let (turnC, turnD) = (turn(a, b, c), turn(a, b, d))
        let (turnA, turnB) = (turn(c, d, a), turn(c, d, b))
        if turnC * turnD < 0, turnA * turnB < 0 { return true }
        return (turnC == 0 && isBetween(c, a, b)) || (turnD == 0 && isBetween(d, a, b))
            || (turnA == 0 && isBetween(a, c, d)) || (turnB == 0 && isBetween(b, c, d))
    }

    /// Whether the edge into a corner and the edge out of it lie on each other.
    private func foldsBack(at corner: Int) -> Bool {
        let (before, at) = ends((corner + points.count - 1) % points.count)
        let after = ends(corner).1
        guard turn(before, at, after) == 0 else { return false }
        return (at.x - before.x) * (after.x - at.x) + (at.y - before.y) * (after.y - at.y) < 0
    }

    private func ends(_ edge: Int) -> (PicturePoint, PicturePoint) {
        (points[edge], points[(edge + 1) % points.count])
    }

    /// -1, 0 or 1: to which side the path a, b, c turns.
    private func turn(_ a: PicturePoint, _ b: PicturePoint, _ c: PicturePoint) -> Int {
        let cross = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
        return cross > 0 ? 1 : cross < 0 ? -1 : 0
    }

    /// Whether a point of the line through `start` and `end` lies between them.
    private func isBetween(
        _ point: PicturePoint, _ start: PicturePoint, _ end: PicturePoint
    ) -> Bool {
        min(start.x, end.x) <= point.x && point.x <= max(start.x, end.x)
            && min(start.y, end.y) <= point.y && point.y <= max(start.y, end.y)
    }
}
