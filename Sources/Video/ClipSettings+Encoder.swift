internal import CFFmpeg

extension ClipSettings {
    /// What the encoder of the codec is opened with.
    func encoderSettings(hasGlobalHeader: Bool) -> FrameEncoder.Settings {
        var settings = FrameEncoder.Settings(
            encoder: "", width: width, height: height, format: AV_PIX_FMT_YUV420P,
            encoding: fileEncoding, framesPerSecond: framesPerSecond,
            keyframeInterval: keyframeInterval, bitRate: bitRate,
            hasGlobalHeader: hasGlobalHeader)
        let rate = bitRate == nil ? [("crf", String(quality))] : []
        switch codec {
        case .h264:
            settings.encoder = "libx264"
            settings.options =
                [("preset", "veryfast"), ("x264-params", "scenecut=0:open-gop=0")] + rate
        case .h265:
            settings.encoder = "libx265"
            let parameters = [
                "log-level=none", "pools=none", "frame-threads=1", "scenecut=0", "open-gop=0",
                "bframes=0", "info=0", "keyint=\(keyframeInterval)",
                "min-keyint=\(keyframeInterval)",
            ]
            settings.options =
                [("preset", "ultrafast"), ("x265-params", parameters.joined(separator: ":"))] + rate
        case .mjpeg:
            settings.encoder = "mjpeg"
            settings.format = AV_PIX_FMT_YUVJ420P
            if bitRate == nil { settings.quantiser = JPEGQuality.quantiser(quality) }
        }
        return settings
    }
}
