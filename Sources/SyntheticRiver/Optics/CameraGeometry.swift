public import Vocabulary

#if canImport(Glibc)
    import Glibc
#endif

/// A pinhole camera above a plane of water, looking along Z and down; it does not roll.
///
/// Axes in metres: X to the right, Y up from the water, Z away from the camera; the origin is the
/// point of the water below the lens. Without roll each row of the picture is a line of constant
/// Z. With focal length f in pixels, u′ = (u − cx)/f, v′ = (v − cy)/f and q = sin t + v′ cos t,
/// a pixel sees X = h u′/q, Z = h (cos t − v′ sin t)/q and the area h²/(f² q³) of water.
public struct CameraGeometry: Codable, Hashable, Sendable {
    /// Height of the lens above the water.
    public var heightMetres: Double
    /// How far the optical axis looks down.
    public var tiltDegrees: Double
    /// Horizontal field of view.
    public var fieldOfViewDegrees: Double
    /// Pixels in a row.
    public var width: Int
    /// Rows.
    public var height: Int

    /// Makes a camera.
    public init(
        heightMetres: Double, tiltDegrees: Double, fieldOfViewDegrees: Double, width: Int,
        height: Int
    ) {
        self.heightMetres = heightMetres
        self.tiltDegrees = tiltDegrees
        self.fieldOfViewDegrees = fieldOfViewDegrees
        self.width = width
        self.height = height
    }

    /// Focal length in pixels.
    public var focalPixels: Double {
        Double(width) / 2 / tan(fieldOfViewDegrees * .pi / 360)
    }

    /// Rays that meet the water flatter than this (q above) are not taken as water.
    static let lowestRay = 0.02

    /// The point of the water plane that a point of the picture shows; `nil` above the horizon.
    ///
    /// - Parameter point: In pixels; the centre of the first pixel is at (0.5, 0.5).
    public func waterPoint(at point: PicturePoint) -> (x: Double, z: Double)? {
        let row = row(at: point.y)
        guard row.steepness > Self.lowestRay else { return nil }
        return (row.pixelWidthMetres * (point.x - Double(width) / 2), row.z)
    }

    /// Where a point in space is seen; `nil` behind the camera.
    public func picturePoint(x: Double, y: Double, z: Double) -> PicturePoint? {
        let (sine, cosine) = (sin(tilt), cos(tilt))
        let depth = z * cosine - (y - heightMetres) * sine
        guard depth > 1e-6 else { return nil }
        let down = -(y - heightMetres) * cosine - z * sine
        return PicturePoint(
            x: Double(width) / 2 + focalPixels * x / depth,
            y: Double(height) / 2 + focalPixels * down / depth)
    }

    /// Square metres of water that the pixel around `y` sees; zero above the horizon.
    public func pixelAreaSquareMetres(atRow y: Double) -> Double {
        let steepness = row(at: y).steepness
        guard steepness > Self.lowestRay else { return 0 }
        return heightMetres * heightMetres
            / (focalPixels * focalPixels * steepness * steepness * steepness)
    }

    private var tilt: Double { tiltDegrees * .pi / 180 }

    /// What all pixels of a row have in common.
    package func row(at y: Double) -> Row {
        let down = (y - Double(height) / 2) / focalPixels
        let (sine, cosine) = (sin(tilt), cos(tilt))
        let steepness = sine + down * cosine
        let forward = cosine - down * sine
        // Above the horizon nothing is metric: the guards above keep callers away from it.
        let reach = heightMetres / max(steepness, Self.lowestRay)
        return Row(
            down: down, steepness: steepness, forward: forward, z: reach * forward,
            pixelWidthMetres: reach / focalPixels,
            pixelDepthMetres: reach / max(steepness, Self.lowestRay) / focalPixels)
    }

    /// One row of the picture.
    package struct Row {
        /// v′: tangent of the angle below the optical axis.
        package var down: Double
        /// q: how steeply the ray falls, times its length; not above 0 means sky.
        package var steepness: Double
        /// The part of the ray along Z.
        package var forward: Double
        /// Z of the water that the row sees.
        package var z: Double
        /// Metres along X from one pixel to the next.
        package var pixelWidthMetres: Double
        /// Metres along Z from one row to the next.
        package var pixelDepthMetres: Double
    }
}
