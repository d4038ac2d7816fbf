/// The settings under which FFmpeg may open a camera.
///
/// The whitelists keep a hostile camera from leading libavformat to other protocols and formats,
/// such as a playlist that names files of this machine.
enum LiveOptions {
    typealias Settings = [(name: String, value: String)]

    /// Longest silence that FFmpeg itself waits for, in seconds; the deadline bounds the whole.
    static let silenceSeconds = 5.0

    /// Settings for `rtsp` and `rtsps`: over TCP, because loss over UDP damages pictures silently.
    static func rtsp(_ scheme: CameraAddress.Scheme, deadlineSeconds: Double) -> Settings {
        [
            ("rtsp_transport", "tcp"),
            ("allowed_media_types", "video"),
            ("timeout", microseconds(deadlineSeconds)),
            ("protocol_whitelist", scheme == .rtsps ? "tls,tcp" : "tcp"),
            ("format_whitelist", "rtsp"),
            ("codec_whitelist", "h264,hevc,mjpeg"),
        ]
    }

    /// Settings for the request over `http` and `https`.
    ///
    /// The `Host` header keeps the camera's name when a numeric address is connected to.
    static func httpRequest(_ address: CameraAddress, deadlineSeconds: Double) -> Settings {
        [
            ("rw_timeout", microseconds(deadlineSeconds)),
            ("protocol_whitelist", address.scheme == .https ? "https,tls,tcp" : "http,tcp"),
            ("headers", "Host: \(address.hostHeader)\r\n"),
        ]
    }

    /// Settings for reading what the web address answered, in a format that is chosen already.
    ///
    /// No protocol is allowed: the connection is open, and nothing else is to be fetched.
    static func httpContent(_ content: HTTPContent) -> Settings {
        var settings = [
            (name: "protocol_whitelist", value: "none"),
            ("format_whitelist", content.demuxer),
            ("codec_whitelist", "h264,hevc,mjpeg"),
        ]
        // Without it the demuxer asks for the length of the answer, which need not be known.
        if content.isSnapshot { settings.append(("frame_size", "65536")) }
        return settings
    }

    private static func microseconds(_ deadlineSeconds: Double) -> String {
        String(Int((min(silenceSeconds, max(0.1, deadlineSeconds)) * 1e6).rounded()))
    }
}
