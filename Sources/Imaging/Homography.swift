public import Vocabulary

/// Maps the points of a picture to the water, a plane: (u, v, 1) ↦ (X, Y, 1)·w.
///
/// w is positive on the water before the camera and falls to zero at the horizon. Lines stay
/// lines. Lens distortion is not modelled.
public struct Homography: Hashable, Sendable {
    /// Rows of X·w, Y·w and w; X and Y are counted from ``origin``.
    let matrix: Matrix3
    /// What is added to X and Y: far from it their last digits would be lost in the determinant.
    let origin: WaterPoint
    /// det H, by which areas grow where w is 1.
    let determinant: Double

    /// Makes a homography.
    ///
    /// - Precondition: `matrix` has the sign that makes w positive on the water.
    init(_ matrix: Matrix3, origin: WaterPoint = WaterPoint(x: 0, y: 0)) {
        self.matrix = matrix
        self.origin = origin
        determinant = matrix.determinant
    }

    /// The homography of a picture whose content lies further right and further down.
    func shifted(x: Double, y: Double) -> Homography {
        let back = Matrix3(SIMD3(1, 0, -x), SIMD3(0, 1, -y), SIMD3(0, 0, 1))
        return Homography(matrix * back, origin: origin)
    }

    /// w at a point of the picture: positive on the water, 0 at the horizon.
    ///
    /// Made from a pose, it is the slope q of the ray, downwards for each unit along the optical
    /// axis.
    public func nearness(at point: PicturePoint) -> Double {
        (matrix.third * SIMD3(point.x, point.y, 1)).sum()
    }

    /// The point of the water that a point of the picture shows; `nil` at and above the horizon.
    public func waterPoint(at point: PicturePoint) -> WaterPoint? {
        let mapped = matrix * SIMD3(point.x, point.y, 1)
        guard mapped.z > 0 else { return nil }
        return WaterPoint(x: mapped.x / mapped.z + origin.x, y: mapped.y / mapped.z + origin.y)
    }

    /// Where the picture shows a point of the water; `nil` for points that it can't show.
    public func picturePoint(of point: WaterPoint) -> PicturePoint? {
        let mapped = matrix.adjugate * SIMD3(point.x - origin.x, point.y - origin.y, 1)
        // The adjugate is the inverse times the determinant, so z · det has the sign of 1/w.
        guard mapped.z * determinant > 0 else { return nil }
        return PicturePoint(x: mapped.x / mapped.z, y: mapped.y / mapped.z)
    }

    /// Square metres of water in one pixel around a point; `nil` at and above the horizon.
    ///
    /// The Jacobian's determinant, |det H| / w³.
    public func pixelSquareMetres(at point: PicturePoint) -> Double? {
        let nearness = nearness(at: point)
        guard nearness > 0 else { return nil }
        return abs(determinant) / (nearness * nearness * nearness)
    }

    /// Square metres within a polygon of the picture; `nil` where it reaches the horizon.
    ///
    /// The edges stay straight on the water, so the corners say it all.
    public func squareMetres(of polygon: [PicturePoint]) -> Double? {
        let corners = polygon.compactMap(waterPoint(at:))
        guard corners.count == polygon.count, let first = corners.first else { return nil }
        var twice = 0.0
        for (index, corner) in corners.enumerated() {
            let next = corners[(index + 1) % corners.count]
            twice +=
                (corner.x - first.x) * (next.y - first.y)
                - (next.x - first.x) * (corner.y - first.y)
        }
        return abs(twice) / 2
    }
}
