internal import CFFmpeg

/// Finds the stream of a container that holds the video.
enum VideoStreamChoice {
    /// Codecs that are decoded; everything else is refused before its decoder is opened.
    private static let codecs: [AVCodecID] = [
        AV_CODEC_ID_H264, AV_CODEC_ID_HEVC, AV_CODEC_ID_MJPEG, AV_CODEC_ID_PNG,
    ]

    /// Number of the first video stream, after checking its codec and its size as far as known.
    ///
    /// All other streams are set to be passed over unread.
    static func index(
        in context: UnsafeMutablePointer<AVFormatContext>, name: String
    ) throws(VideoError) -> Int {
        let count = Int(context.pointee.nb_streams)
        var chosen: (index: Int, stream: UnsafeMutablePointer<AVStream>)?
        for index in 0..<count {
            guard let stream = context.stream(index) else { continue }
            if chosen == nil, isVideo(stream) {
                chosen = (index, stream)
            } else {
                stream.pointee.discard = AVDISCARD_ALL
            }
        }
        guard let (index, stream) = chosen, let parameters = stream.pointee.codecpar else {
            throw VideoError(
                .noVideoStream,
                count == 0
                    ? "\(name): the stream's description names no video."
                    : "\(name): there is sound or data but no video.")
        }
        let codec = parameters.pointee.codec_id
        guard codecs.contains(codec) else {
            throw VideoError(
                .unsupportedCodec,
                "\(name): the video is \(codec.name), which is not read; "
                    + "use H.264, H.265, MJPEG or PNG.")
        }
        if parameters.pointee.width > 0 {
            try PictureSizeLimits.check(
                width: Int(parameters.pointee.width), height: Int(parameters.pointee.height),
                of: name)
        }
        return index
    }

    /// Whether the stream is video and not the cover picture of a sound file.
    private static func isVideo(_ stream: UnsafeMutablePointer<AVStream>) -> Bool {
        stream.pointee.codecpar?.pointee.codec_type == AVMEDIA_TYPE_VIDEO
            && stream.pointee.disposition & CFFMPEG_STREAM_IS_COVER == 0
    }
}

extension DisplayOrientation {
    /// Reads the display matrix of a stream's header.
    init(stream: UnsafeMutablePointer<AVStream>?) {
        guard let stream else {
            self = .upright
            return
        }
        var size = 0
        let bytes = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &size)
        self.init(matrixBytes: bytes, size: size)
    }

    /// Reads the display matrix that came with a picture; `nil` when none came.
    init?(picture: borrowing NativePicture) {
        let data = av_frame_get_side_data(picture.pointer, AV_FRAME_DATA_DISPLAYMATRIX)
        guard let data else { return nil }
        self.init(matrixBytes: data.pointee.data, size: data.pointee.size)
    }

    private init(matrixBytes bytes: UnsafeMutablePointer<UInt8>?, size: Int) {
        let raw = UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : size)
        self.init(
            displayMatrix: stride(from: 0, to: raw.count - 3, by: 4).map {
                raw.loadUnaligned(fromByteOffset: $0, as: Int32.self)
            })
    }
}
