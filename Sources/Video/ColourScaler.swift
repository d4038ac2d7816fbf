internal import CFFmpeg
internal import Imaging

/// Owns a libswscale context that takes pictures from one pixel format and encoding to another.
///
/// The context is kept from picture to picture and made anew only when the form changes.
struct ColourScaler: ~Copyable {
    /// Size, pixel format and colour encoding of a picture.
    struct Form: Equatable {
        var width: Int
        var height: Int
        var format: AVPixelFormat
        var encoding: ColourEncoding
    }

    private var context: OpaquePointer?
    private var forms: (source: Form, target: Form)?

    init() {}

    deinit { sws_freeContext(context) }

    /// Converts one picture; planes and strides are those of the two forms.
    mutating func convert(
        _ source: Form, _ sourcePlanes: [UnsafePointer<UInt8>?], _ sourceStrides: [Int32],
        to target: Form, _ targetPlanes: [UnsafeMutablePointer<UInt8>?], _ targetStrides: [Int32]
    ) throws(VideoError) {
        try prepare(source, target)
        let rows = sws_scale(
            context, sourcePlanes, sourceStrides, 0, Int32(source.height), targetPlanes,
            targetStrides)
        guard rows == Int32(target.height) else { throw Self.failure(source, target) }
    }

    private mutating func prepare(_ source: Form, _ target: Form) throws(VideoError) {
        if let forms, forms.source == source, forms.target == target { return }
        sws_freeContext(context)
        forms = nil
        context = sws_getContext(
            Int32(source.width), Int32(source.height), source.format,
            Int32(target.width), Int32(target.height), target.format,
            CFFMPEG_SCALE_EXACTLY, nil, nil, nil)
        guard context != nil else { throw Self.failure(source, target) }
        let unity: Int32 = 1 << 16
        // A negative answer means that the formats have no matrix or range, as grey to grey.
        _ = sws_setColorspaceDetails(
            context, source.encoding.scalingCoefficients, source.encoding.range == .full ? 1 : 0,
            target.encoding.scalingCoefficients, target.encoding.range == .full ? 1 : 0,
            0, unity, unity)
        forms = (source, target)
    }

    private static func failure(_ source: Form, _ target: Form) -> VideoError {
        VideoError(
            .unsupportedCodec,
            "A picture of \(source.width)×\(source.height) in pixel format \(source.format.name) "
                + "can't be converted to \(target.format.name).")
    }
}

extension AVPixelFormat {
    /// FFmpeg's name of the format.
    var name: String {
        av_get_pix_fmt_name(self).map { String(cString: $0) } ?? "number \(rawValue)"
    }
}
