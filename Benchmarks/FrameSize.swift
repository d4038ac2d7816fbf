/// A picture size that is measured.
struct FrameSize: Hashable, Encodable, CustomStringConvertible {
    let width: Int
    let height: Int

    /// From 480p to 2160p, to show how the cost grows.
    static let all = [
        FrameSize(width: 854, height: 480), FrameSize(width: 1280, height: 720), fullHD,
        FrameSize(width: 2560, height: 1440), FrameSize(width: 3840, height: 2160),
    ]
    /// The size of most cameras.
    static let fullHD = FrameSize(width: 1920, height: 1080)

    /// Bytes of a picture in 8-bit 4:2:0.
    var byteCount: Int { width * height * 3 / 2 }
    /// Millions of luma pixels.
    var megapixels: Double { Double(width * height) / 1e6 }
    /// `1080p`.
    var description: String { "\(height)p" }
}
