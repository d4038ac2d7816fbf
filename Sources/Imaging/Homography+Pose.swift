import Vocabulary

#if canImport(Glibc)
    import Glibc
#endif

extension Homography {
    /// The view of a pinhole camera with square pixels: x to its right, y away from it, from the
    /// point of the water below the lens.
    ///
    /// With the focal length f in pixels, u′ = (u − cx)/f and v′ = (v − cy)/f turned upright by the
    /// roll, and q = sin t + v′ cos t: X = h u′/q, Y = h (cos t − v′ sin t)/q. A pixel has
    /// h²/(f² q³).
    ///
    /// - Parameters:
    ///   - pose: How the camera hangs, within its limits.
    ///   - width: Width of the picture in pixels.
    ///   - height: Height of the picture in pixels.
    init(pose: CameraPose, width: Int, height: Int) {
        let focal = Double(width) / 2 / tan(pose.horizontalFieldOfViewDegrees * .pi / 360)
        let tilt = pose.tiltDegrees * .pi / 180
        let roll = pose.rollDegrees * .pi / 180
        let centre = SIMD2(Double(width), Double(height)) / 2
        // Rows of u′ and v′, as upright as the world.
        let across = Self.row(SIMD2(cos(roll), -sin(roll)) / focal, around: centre)
        let down = Self.row(SIMD2(sin(roll), cos(roll)) / focal, around: centre)
        let one = SIMD3(0.0, 0, 1)
        let forward = cos(tilt) * one - sin(tilt) * down
        let steepness = sin(tilt) * one + cos(tilt) * down
        self.init(Matrix3(pose.heightMetres * across, pose.heightMetres * forward, steepness))
    }

    /// The linear form of the picture with this slope that is 0 at `centre`.
    private static func row(_ slope: SIMD2<Double>, around centre: SIMD2<Double>) -> SIMD3<Double> {
        SIMD3(slope, -(slope * centre).sum())
    }
}
