public import Video

#if canImport(Glibc)
    import Glibc
#endif

extension FaultFilm {
    /// Records the film as a clip with one keyframe for each sample.
    ///
    /// - Parameters:
    ///   - path: Where the clip is written; what was there is lost.
    ///   - quality: Constant rate factor of H.264; `nil` leaves it to the codec.
    /// - Returns: What is true of the clip.
    /// - Throws: ``Video/VideoError`` when the clip can't be written.
    public mutating func record(to path: String, quality: Int?) throws(VideoError) -> FaultTruth {
        var writer = try ClipWriter(
            path: path,
            settings: ClipSettings(
                width: plan.width, height: plan.height,
                framesPerSecond: FaultPlan.framesPerSecond, keyframeInterval: plan.framesPerSample,
                quality: quality))
        let truth = try play { frame throws(VideoError) in try writer.write(frame) }
        try writer.finish()
        return truth
    }

    static func atanDegrees(_ tangent: Double) -> Double { atan(tangent) * 180 / .pi }
}
