internal import CFFmpeg
internal import Imaging

/// Owns an encoder that takes frames and gives compressed packets.
struct FrameEncoder: ~Copyable {
    /// What an encoder is opened with.
    struct Settings {
        /// FFmpeg's name of the encoder.
        var encoder: String
        var width: Int
        var height: Int
        var format: AVPixelFormat
        /// How the numbers that it is given stand for colours.
        var encoding: ColourEncoding
        var framesPerSecond = 25
        var keyframeInterval = 1
        /// A fixed quantiser for encoders of pictures, 1 (best) to 31.
        var quantiser: Int?
        var bitRate: Int?
        /// Whether the header goes into the container and not into the first packet.
        var hasGlobalHeader = false
        /// Settings that only this encoder knows.
        var options: [(name: String, value: String)] = []
    }

    /// The packet that came last.
    let packet: MediaPacket
    private let context: CodecContext
    private let picture: NativePicture
    private let form: ColourScaler.Form
    private var scaler = ColourScaler()
    private var nextNumber: Int64 = 0

    /// Opens an encoder; `name` is what is being written, for messages.
    init(_ settings: Settings, name: String) throws(VideoError) {
        try PictureSizeLimits.check(width: settings.width, height: settings.height, of: name)
        guard let encoder = avcodec_find_encoder_by_name(settings.encoder) else {
            throw VideoError(
                .outOfResources,
                "\(name): FFmpeg was built without the encoder \(settings.encoder); "
                    + "install the full package.")
        }
        let context = try CodecContext(encoder)
        Self.configure(context.pointer, settings)
        var options = MediaOptions(settings.options)
        let code = avcodec_open2(context.pointer, encoder, &options.pointer)
        guard code >= 0, options.names.isEmpty else {
            throw VideoError(
                .invalidRequest,
                "\(name): the encoder \(settings.encoder) refuses its settings "
                    + "(\(errorText(code))\(options.names.map { ", \($0)" }.joined())).")
        }
        let packet = try MediaPacket()
        let picture = try Self.emptyPicture(for: context.pointer)
        form = ColourScaler.Form(
            width: settings.width, height: settings.height, format: settings.format,
            encoding: settings.encoding)
        self.packet = packet
        self.picture = picture
        self.context = context
    }

    /// Gives the encoder a frame of its own size, brought to its pixel format and encoding.
    mutating func send(_ frame: borrowing Frame) throws(VideoError) {
        precondition(
            frame.width == form.width && frame.height == form.height,
            "a frame has the size that its encoder was opened with")
        guard av_frame_make_writable(picture.pointer) >= 0 else { throw .outOfMemory }
        let source = ColourScaler.Form(
            width: form.width, height: form.height, format: AV_PIX_FMT_YUV420P,
            encoding: frame.encoding)
        try frame.readingNativePlanes { planes, strides throws(VideoError) in
            try scaler.convert(
                source, planes, strides, to: form, picture.planes, picture.strides)
        }
        try sendPicture()
    }

    /// Gives a grey encoder a plane of its own size.
    mutating func send(_ plane: borrowing Plane) throws(VideoError) {
        precondition(
            plane.width == form.width && plane.height == form.height
                && form.format == AV_PIX_FMT_GRAY8,
            "a plane has the size that its encoder was opened with")
        guard av_frame_make_writable(picture.pointer) >= 0 else { throw .outOfMemory }
        let (stride, width, height) = (plane.stride, plane.width, plane.height)
        plane.withBytes { bytes in
            guard let source = bytes.baseAddress, let target = picture.planes[0] else { return }
            av_image_copy_plane(
                target, picture.strides[0], source, Int32(stride), Int32(width), Int32(height))
        }
        try sendPicture()
    }

    /// Tells the encoder that nothing follows, so that it gives what it still holds.
    func finish() { avcodec_send_frame(context.pointer, nil) }

    /// Moves to the next finished packet; false when the encoder needs more frames or is done.
    func nextPacket() throws(VideoError) -> Bool {
        packet.clear()
        let code = avcodec_receive_packet(context.pointer, packet.pointer)
        if code == CFFMPEG_ERROR_AGAIN || code == CFFMPEG_ERROR_EOF { return false }
        guard code >= 0 else { throw Self.failure(code) }
        return true
    }

    /// Writes the encoder's parameters into a stream's header.
    func describe(to stream: UnsafeMutablePointer<AVStream>) throws(VideoError) {
        guard avcodec_parameters_from_context(stream.pointee.codecpar, context.pointer) >= 0
        else { throw .outOfMemory }
        stream.pointee.time_base = timeBase
        stream.pointee.avg_frame_rate = context.pointer.pointee.framerate
    }

    /// Seconds of one unit of the packets' time stamps, as a fraction.
    var timeBase: AVRational { context.pointer.pointee.time_base }

    private mutating func sendPicture() throws(VideoError) {
        picture.pointer.pointee.pts = nextNumber
        nextNumber += 1
        let code = avcodec_send_frame(context.pointer, picture.pointer)
        guard code >= 0 else { throw Self.failure(code) }
    }

    private static func emptyPicture(
        for context: UnsafeMutablePointer<AVCodecContext>
    ) throws(VideoError) -> NativePicture {
        let picture = try NativePicture()
        picture.pointer.pointee.width = context.pointee.width
        picture.pointer.pointee.height = context.pointee.height
        picture.pointer.pointee.format = context.pointee.pix_fmt.rawValue
        picture.pointer.pointee.colorspace = context.pointee.colorspace
        picture.pointer.pointee.color_range = context.pointee.color_range
        picture.pointer.pointee.quality = context.pointee.global_quality
        guard av_frame_get_buffer(picture.pointer, 0) >= 0 else { throw .outOfMemory }
        return picture
    }

    private static func configure(
        _ context: UnsafeMutablePointer<AVCodecContext>, _ settings: Settings
    ) {
        context.pointee.width = Int32(settings.width)
        context.pointee.height = Int32(settings.height)
        context.pointee.pix_fmt = settings.format
        if !settings.format.isRGB {
            context.pointee.colorspace = settings.encoding.nativeMatrix
            context.pointee.color_range = settings.encoding.nativeRange
        }
        let rate = Int32(clamping: settings.framesPerSecond)
        context.pointee.time_base = AVRational(num: 1, den: rate)
        context.pointee.framerate = AVRational(num: rate, den: 1)
        context.pointee.gop_size = Int32(clamping: settings.keyframeInterval)
        context.pointee.keyint_min = context.pointee.gop_size
        context.pointee.max_b_frames = 0
        // No version of the encoder in the output: the same frames give the same bytes.
        context.pointee.flags |= CFFMPEG_CODEC_BITEXACT
        if settings.hasGlobalHeader { context.pointee.flags |= CFFMPEG_CODEC_GLOBAL_HEADER }
        if let bitRate = settings.bitRate { context.pointee.bit_rate = Int64(bitRate) }
        if let quantiser = settings.quantiser {
            context.pointee.flags |= CFFMPEG_CODEC_FIXED_QUALITY
            context.pointee.global_quality = Int32(quantiser) * CFFMPEG_LAMBDA_PER_QUANTISER
            context.pointee.qmin = 1
        }
    }

    private static func failure(_ code: Int32) -> VideoError {
        VideoError(.writeFailed, "A picture could not be encoded (\(errorText(code))).")
    }
}
