/// What a web address gives: one picture, or a stream of pictures or video.
struct HTTPContent {
    /// FFmpeg's name of the demuxer that reads it.
    let demuxer: String
    /// Whether the answer is a single picture, so that the next one needs a request of its own.
    var isSnapshot: Bool { demuxer == "jpeg_pipe" || demuxer == "png_pipe" }
    /// Whether the list of streams is known only after reading on.
    var needsProbing: Bool { ["mpegts", "flv"].contains(demuxer) }

    /// Goes by the answer's content type, then by the file ending; otherwise it is a JPEG picture.
    init(contentType: String, pathExtension: String) {
        demuxer =
            Self.demuxersByType[contentType] ?? Self.demuxersByExtension[pathExtension]
            ?? "jpeg_pipe"
    }

    private static let demuxersByType = [
        "image/jpeg": "jpeg_pipe", "image/jpg": "jpeg_pipe", "image/png": "png_pipe",
        "multipart/x-mixed-replace": "mpjpeg", "video/x-motion-jpeg": "mjpeg",
        "video/mp2t": "mpegts", "video/mp4": "mov", "video/x-matroska": "matroska",
        "video/x-flv": "flv",
    ]
    private static let demuxersByExtension = [
        "png": "png_pipe", "mjpeg": "mjpeg", "mjpg": "mjpeg", "ts": "mpegts", "mp4": "mov",
        "mkv": "matroska", "flv": "flv",
    ]
}
