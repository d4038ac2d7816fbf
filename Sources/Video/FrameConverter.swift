internal import CFFmpeg
internal import Imaging

/// Brings decoded pictures of any pixel format to the one form of ``Frame``, upright.
///
/// 8-bit 4:2:0 is copied plane by plane; grey gets neutral chroma; everything else goes through
/// libswscale, which keeps matrix and range (red, green and blue become full-range BT.601).
struct FrameConverter: ~Copyable {
    private var scaler = ColourScaler()
    private var unturned = Frame()

    init() {}

    /// Overwrites `frame` with the picture.
    ///
    /// Throws when the pixel format can't be converted.
    mutating func convert(
        _ picture: borrowing NativePicture, isStill: Bool, orientation: DisplayOrientation,
        into frame: inout Frame
    ) throws(VideoError) {
        let encoding = ColourEncoding(of: picture, isStill: isStill)
        let (width, height) = (picture.width, picture.height)
        if orientation.exchangesAxes {
            frame.resize(width: height, height: width)
        } else {
            frame.resize(width: width, height: height)
        }
        frame.encoding = encoding
        if Self.copyNative(picture, orientation, into: &frame) { return }
        guard orientation != .upright else {
            return try scale(picture, encoding, into: &frame)
        }
        // Swapped out so that the scaler and the spare frame can be used at once.
        var spare = Frame()
        swap(&spare, &unturned)
        defer { swap(&spare, &unturned) }
        spare.resize(width: width, height: height)
        try scale(picture, encoding, into: &spare)
        Self.turn(spare.luma, orientation, into: &frame.luma)
        Self.turn(spare.blueDifference, orientation, into: &frame.blueDifference)
        Self.turn(spare.redDifference, orientation, into: &frame.redDifference)
    }

    private static func copyNative(
        _ picture: borrowing NativePicture, _ orientation: DisplayOrientation,
        into frame: inout Frame
    ) -> Bool {
        let data = picture.pointer.pointee.data
        let strides = picture.pointer.pointee.linesize
        guard let luma = data.0 else { return false }
        let (width, height) = (picture.width, picture.height)
        let (chromaWidth, chromaHeight) = Frame.chromaSize(width: width, height: height)
        func chroma(_ origin: UnsafePointer<UInt8>, _ stride: Int32, step: Int) -> PlaneView {
            PlaneView(
                origin, width: chromaWidth, height: chromaHeight, columnStep: step,
                rowStep: Int(stride)
            ).turned(orientation)
        }
        switch picture.format {
        case AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUVA420P:
            guard let blue = data.1, let red = data.2 else { return false }
            chroma(blue, strides.1, step: 1).copy(into: &frame.blueDifference)
            chroma(red, strides.2, step: 1).copy(into: &frame.redDifference)
        case AV_PIX_FMT_NV12, AV_PIX_FMT_NV21:
            guard let pairs = data.1 else { return false }
            let blueFirst = picture.format == AV_PIX_FMT_NV12
            chroma(pairs + (blueFirst ? 0 : 1), strides.1, step: 2)
                .copy(into: &frame.blueDifference)
            chroma(pairs + (blueFirst ? 1 : 0), strides.1, step: 2)
                .copy(into: &frame.redDifference)
        case AV_PIX_FMT_GRAY8:
            frame.blueDifference.fill(with: 128)
            frame.redDifference.fill(with: 128)
        default: return false
        }
        PlaneView(luma, width: width, height: height, rowStep: Int(strides.0))
            .turned(orientation).copy(into: &frame.luma)
        return true
    }

    private static func turn(
        _ plane: borrowing Plane, _ orientation: DisplayOrientation, into target: inout Plane
    ) {
        let (width, height, stride) = (plane.width, plane.height, plane.stride)
        plane.withBytes { bytes in
            guard let origin = bytes.baseAddress else { return }
            PlaneView(origin, width: width, height: height, rowStep: stride)
                .turned(orientation).copy(into: &target)
        }
    }

    private mutating func scale(
        _ picture: borrowing NativePicture, _ encoding: ColourEncoding, into frame: inout Frame
    ) throws(VideoError) {
        let isGrey = picture.format.isGrey
        let source = ColourScaler.Form(
            width: picture.width, height: picture.height, format: picture.format,
            encoding: encoding)
        var target = source
        target.format = isGrey ? AV_PIX_FMT_GRAY8 : AV_PIX_FMT_YUV420P
        let planes = picture.planes.map { UnsafePointer($0) }
        try frame.withNativePlanes { pointers, strides throws(VideoError) in
            try scaler.convert(source, planes, picture.strides, to: target, pointers, strides)
        }
        guard isGrey else { return }
        frame.blueDifference.fill(with: 128)
        frame.redDifference.fill(with: 128)
    }
}
