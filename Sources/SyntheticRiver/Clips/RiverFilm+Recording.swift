public import Video

extension RiverFilm {
    /// Records the film as a clip with one keyframe for each sample.
    ///
    /// - Parameters:
    ///   - path: Where the clip is written; what was there is lost.
    ///   - codec: How it is compressed.
    ///   - quality: On the codec's own scale; `nil` leaves it to the codec.
    /// - Returns: What is true of the clip.
    /// - Throws: ``Video/VideoError`` when the clip can't be written.
    public mutating func record(
        to path: String, codec: ClipSettings.Codec, quality: Int?
    ) throws(VideoError) -> ClipTruth {
        let camera = plan.site.camera
        var writer = try ClipWriter(
            path: path,
            settings: ClipSettings(
                width: camera.width, height: camera.height,
                framesPerSecond: plan.framesPerSecond, codec: codec,
                keyframeInterval: plan.framesPerSample, quality: quality,
                // MJPEG is always full-range BT.601; the writer converts.
                encoding: codec == .mjpeg ? nil : Sensor.encoding))
        let truth = try play { frame throws(VideoError) in try writer.write(frame) }
        try writer.finish()
        return truth
    }
}
