internal import CFFmpeg

/// Owns a decoder that is given keyframes only, each decoded alone.
///
/// One thread, because keyframes of many cameras are decoded side by side, and because the picture
/// then comes at once: send the packet, drain, flush.
struct KeyframeDecoder: ~Copyable {
    /// What became of one keyframe.
    enum Outcome {
        /// A whole picture came.
        case whole
        /// A picture came of which the decoder had to fill in parts.
        case damaged
        /// No picture came.
        case nothing
    }

    private let context: CodecContext
    private let faults: FaultTally

    /// Opens a decoder for a stream.
    ///
    /// `firstPacket` is the packet that waits to be decoded: where the stream's header doesn't tell
    /// the size, the packet's own header is read and a picture too large is refused unseen.
    init(
        _ parameters: UnsafePointer<AVCodecParameters>, firstPacket: borrowing MediaPacket,
        of name: String
    ) throws(VideoError) {
        let faults = FaultTally()
        let context = try Self.unopenedContext(parameters.pointee.codec_id, faults, of: name)
        guard avcodec_parameters_to_context(context.pointer, parameters) >= 0
        else { throw .outOfMemory }
        try Self.open(context, of: name)
        if parameters.pointee.width == 0 {
            try Self.checkCodedSize(of: firstPacket, context, name)
        }
        self.context = context
        self.faults = faults
    }

    /// Opens a decoder for single pictures.
    init(stillsOf codec: AVCodecID, of name: String) throws(VideoError) {
        let faults = FaultTally()
        let context = try Self.unopenedContext(codec, faults, of: name)
        try Self.open(context, of: name)
        self.context = context
        self.faults = faults
    }

    private static func unopenedContext(
        _ codec: AVCodecID, _ faults: borrowing FaultTally, of name: String
    ) throws(VideoError) -> CodecContext {
        guard let decoder = avcodec_find_decoder(codec) else {
            throw VideoError(
                .outOfResources,
                "\(name): FFmpeg was built without the decoder for \(codec.name); "
                    + "install the full package.")
        }
        let context = try CodecContext(decoder)
        context.pointer.pointee.opaque = UnsafeMutableRawPointer(faults.pointer)
        context.pointer.pointee.max_pixels = PictureSizeLimits.mostPixels
        return context
    }

    deinit {
        // Closing may log, and the tally may be gone first.
        context.pointer.pointee.opaque = nil
    }

    /// Decodes one keyframe into `picture`.
    func decode(
        _ packet: borrowing MediaPacket, into picture: borrowing NativePicture
    ) -> Outcome {
        let faultsBefore = faults.errorCount
        picture.clear()
        if context.pointer.pointee.codec_id == AV_CODEC_ID_PNG {
            guard packet.keepOnlyPictureChunks() else { return .nothing }
        }
        defer { avcodec_flush_buffers(context.pointer) }
        guard avcodec_send_packet(context.pointer, packet.pointer) >= 0 else { return .nothing }
        // A null packet tells the decoder that nothing follows, so it gives what it holds.
        avcodec_send_packet(context.pointer, nil)
        guard avcodec_receive_frame(context.pointer, picture.pointer) >= 0 else { return .nothing }
        let frame = picture.pointer.pointee
        let isWhole =
            frame.decode_error_flags == 0 && frame.flags & CFFMPEG_FRAME_IS_CORRUPT == 0
            && packet.pointer.pointee.flags & CFFMPEG_PACKET_IS_CORRUPT == 0
            && faults.errorCount == faultsBefore
        return isWhole ? .whole : .damaged
    }

    private static func open(
        _ context: borrowing CodecContext, of name: String
    ) throws(VideoError) {
        let code = avcodec_open2(context.pointer, nil, nil)
        guard code >= 0 else {
            throw VideoError(
                .damaged, "\(name): the decoder refuses the stream's header (\(errorText(code))).")
        }
    }

    private static func checkCodedSize(
        of packet: borrowing MediaPacket, _ context: borrowing CodecContext, _ name: String
    ) throws(VideoError) {
        let codec = Int32(context.pointer.pointee.codec_id.rawValue)
        guard let parser = av_parser_init(codec) else { return }
        defer { av_parser_close(parser) }
        parser.pointee.flags |= CFFMPEG_PARSER_TAKES_WHOLE_PICTURES
        var output: UnsafeMutablePointer<UInt8>?
        var outputSize: Int32 = 0
        av_parser_parse2(
            parser, context.pointer, &output, &outputSize, packet.pointer.pointee.data,
            packet.pointer.pointee.size, 0, 0, 0)
        let (width, height) = (Int(parser.pointee.width), Int(parser.pointee.height))
        guard width > 0, height > 0 else { return }
        try PictureSizeLimits.check(width: width, height: height, of: name)
    }
}

extension AVCodecID {
    /// FFmpeg's name of the codec.
    var name: String { String(cString: avcodec_get_name(self)) }
}
