public import Imaging

/// How a clip is encoded.
///
/// One thread and no time stamps or versions of programs: the same frames give the same file on the
/// same version of the encoder.
public struct ClipSettings: Hashable, Sendable {
    /// A video codec that is written.
    public enum Codec: String, Hashable, Sendable, CaseIterable {
        /// H.264, by libx264.
        case h264
        /// H.265, by libx265.
        case h265
        /// A JPEG picture a frame; every frame is a keyframe.
        case mjpeg
    }

    /// Luma samples in a row; even for H.264 and H.265.
    public var width: Int
    /// Luma rows; even for H.264 and H.265.
    public var height: Int
    /// Frames a second, 1 to 1000.
    public var framesPerSecond: Int
    /// The codec.
    public var codec: Codec
    /// Frames from one keyframe to the next; 1 makes every frame a keyframe.
    public var keyframeInterval: Int
    /// H.264 and H.265: constant rate factor, 0 (best) to 51; MJPEG: 1 (smallest) to 100 (best).
    public var quality: Int
    /// Bits a second; takes the place of `quality`.
    public var bitRate: Int?
    /// Matrix and range in the file; `nil` is full-range BT.601 for MJPEG, and for the others
    /// limited-range BT.709 from 720 rows up and BT.601 below.
    public var encoding: ColourEncoding?
    /// Clockwise turn in degrees that a player must apply: 0, 90, 180 or 270; in mp4 and mov only.
    public var displayRotation: Int

    /// Makes settings.
    public init(
        width: Int, height: Int, framesPerSecond: Int = 25, codec: Codec = .h264,
        keyframeInterval: Int = 50, quality: Int? = nil, bitRate: Int? = nil,
        encoding: ColourEncoding? = nil, displayRotation: Int = 0
    ) {
        self.width = width
        self.height = height
        self.framesPerSecond = framesPerSecond
        self.codec = codec
        self.keyframeInterval = keyframeInterval
        self.quality = quality ?? (codec == .mjpeg ? 90 : 23)
        self.bitRate = bitRate
        self.encoding = encoding
        self.displayRotation = displayRotation
    }

    /// Matrix and range in the file.
    var fileEncoding: ColourEncoding {
        if let encoding { return encoding }
        guard codec != .mjpeg else { return .reference }
        return ColourEncoding(matrix: height >= 720 ? .bt709 : .bt601, range: .limited)
    }

    /// Refuses what no encoder or player can do.
    func check(name: String) throws(VideoError) {
        func refuse(unless isRight: Bool, _ rule: String) throws(VideoError) {
            guard isRight else { throw VideoError(.invalidRequest, "\(name): \(rule).") }
        }
        try PictureSizeLimits.check(width: width, height: height, of: name)
        try refuse(
            unless: codec == .mjpeg || width % 2 == 0 && height % 2 == 0,
            "H.264 and H.265 clips have an even width and height, not \(width)×\(height)")
        try refuse(
            unless: (1...1000).contains(framesPerSecond),
            "a clip has 1 to 1000 frames a second, not \(framesPerSecond)")
        try refuse(
            unless: keyframeInterval >= 1,
            "keyframes are at least 1 frame apart, not \(keyframeInterval)")
        try refuse(
            unless: (codec == .mjpeg ? 1...100 : 0...51).contains(quality),
            "quality \(quality) lies outside the codec's scale")
        try refuse(
            unless: codec != .mjpeg || fileEncoding == .reference,
            "MJPEG clips are full-range BT.601")
        try refuse(
            unless: [0, 90, 180, 270].contains(displayRotation),
            "a clip is turned by 0, 90, 180 or 270 degrees, not \(displayRotation)")
    }
}
