import Vocabulary

extension Homography {
    /// The homography that fits control points best: exactly for four, by least squares for more.
    ///
    /// The direct linear transformation, with both sets of points first moved to their centroids
    /// and scaled to a mean distance of √2 (Hartley, "In defense of the eight-point algorithm",
    /// IEEE PAMI 19(6), 1997). The centroid of the points lies before the camera, so w is not 0
    /// there and is set to 1.
    ///
    /// - Throws: ``GeometryError/pointsOnLines`` when the points leave it open, and
    ///   ``GeometryError/pointsExchanged`` when no camera could see them so.
    init(fitting points: [ControlPoint]) throws(GeometryError) {
        let pixels = Normalisation(points.map { SIMD2($0.pixel.x, $0.pixel.y) })
        let metres = Normalisation(points.map { SIMD2($0.metres.x, $0.metres.y) })
        guard let pixels, let metres else { throw .pointsOnLines }
        var system = LeastSquares(unknowns: 8)
        for (pixel, metre) in zip(pixels.points, metres.points) {
            let (u, v) = (pixel.x, pixel.y)
            system.add([u, v, 1, 0, 0, 0, -u * metre.x, -v * metre.x, metre.x])
            system.add([0, 0, 0, u, v, 1, -u * metre.y, -v * metre.y, metre.y])
        }
        guard let h = system.solution() else { throw .pointsOnLines }
        let normalised = Matrix3(
            SIMD3(h[0], h[1], h[2]), SIMD3(h[3], h[4], h[5]), SIMD3(h[6], h[7], 1))
        let toMetres = 1 / metres.scale
        self.init(
            Matrix3(SIMD3(toMetres, 0, 0), SIMD3(0, toMetres, 0), SIMD3(0, 0, 1)) * normalised
                * pixels.matrix,
            origin: WaterPoint(x: metres.centroid.x, y: metres.centroid.y))
        guard points.allSatisfy({ nearness(at: $0.pixel) > 0 }) else { throw .pointsExchanged }
    }

    /// Root mean square of the pixels between where control points are seen and where they should
    /// be; infinite when one could not be seen at all.
    func reprojectionRMS(of points: [ControlPoint]) -> Double {
        let squares = points.reduce(0.0) { sum, point in
            guard let seen = picturePoint(of: point.metres) else { return .infinity }
            let (dx, dy) = (seen.x - point.pixel.x, seen.y - point.pixel.y)
            return sum + dx * dx + dy * dy
        }
        return (squares / Double(points.count)).squareRoot()
    }
}

/// Points about their centroid, at a mean distance of √2 from it.
private struct Normalisation {
    let centroid: SIMD2<Double>
    let scale: Double
    let points: [SIMD2<Double>]

    /// - Returns: `nil` when all points are one.
    init?(_ given: [SIMD2<Double>]) {
        let centroid = given.reduce(.zero, +) / Double(given.count)
        let distance =
            given.reduce(0) { sum, point in
                let offset = point - centroid
                return sum + (offset * offset).sum().squareRoot()
            } / Double(given.count)
        guard distance > 0, distance.isFinite else { return nil }
        let scale = 2.0.squareRoot() / distance
        self.centroid = centroid
        self.scale = scale
        points = given.map { ($0 - centroid) * scale }
    }

    /// From the given coordinates to the normalised ones.
    var matrix: Matrix3 {
        Matrix3(
            SIMD3(scale, 0, -scale * centroid.x), SIMD3(0, scale, -scale * centroid.y),
            SIMD3(0, 0, 1))
    }
}
