internal import CFFmpeg
internal import Imaging

extension ColourEncoding {
    /// Reads matrix and range of a decoded picture.
    ///
    /// Where the stream doesn't say: pictures are full-range BT.601 (JFIF); video is in limited
    /// range, BT.709 when it is larger than standard definition (from 1280 columns, or above 576
    /// rows) and BT.601 otherwise, as players take it.
    init(of picture: borrowing NativePicture, isStill: Bool) {
        let format = picture.format
        guard !format.isRGB else {
            self = .reference
            return
        }
        self.init(
            matrix: Self.matrix(
                picture.pointer.pointee.colorspace,
                unstated: !isStill && (picture.width >= 1280 || picture.height > 576)
                    ? .bt709 : .bt601),
            range: Self.range(picture.pointer.pointee.color_range, format, isStill: isStill))
    }

    private static func matrix(_ space: AVColorSpace, unstated: Matrix) -> Matrix {
        switch space {
        case AVCOL_SPC_BT709, AVCOL_SPC_SMPTE240M: .bt709
        case AVCOL_SPC_BT470BG, AVCOL_SPC_SMPTE170M, AVCOL_SPC_FCC: .bt601
        case AVCOL_SPC_BT2020_NCL, AVCOL_SPC_BT2020_CL: .bt2020
        default: unstated
        }
    }

    private static func range(
        _ range: AVColorRange, _ format: AVPixelFormat, isStill: Bool
    ) -> Range {
        switch format {
        case AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUVJ444P, AV_PIX_FMT_YUVJ440P,
            AV_PIX_FMT_YUVJ411P:
            return .full
        default: break
        }
        switch range {
        case AVCOL_RANGE_JPEG: return .full
        case AVCOL_RANGE_MPEG: return .limited
        default: return isStill ? .full : .limited
        }
    }

    /// Weights of this matrix for libswscale.
    var scalingCoefficients: UnsafePointer<Int32>? {
        let table =
            switch matrix {
            case .bt601: SWS_CS_ITU601
            case .bt709: SWS_CS_ITU709
            case .bt2020: SWS_CS_BT2020
            }
        return UnsafePointer(sws_getCoefficients(table))
    }

    /// This matrix as FFmpeg names it.
    var nativeMatrix: AVColorSpace {
        switch matrix {
        case .bt601: AVCOL_SPC_SMPTE170M
        case .bt709: AVCOL_SPC_BT709
        case .bt2020: AVCOL_SPC_BT2020_NCL
        }
    }

    /// This range as FFmpeg names it.
    var nativeRange: AVColorRange { range == .full ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG }
}

extension AVPixelFormat {
    private var descriptor: UnsafePointer<AVPixFmtDescriptor>? { av_pix_fmt_desc_get(self) }

    /// Whether samples are red, green and blue, directly or through a palette.
    var isRGB: Bool {
        guard let descriptor else { return false }
        let flags = CFFMPEG_PIXEL_FORMAT_IS_RGB | CFFMPEG_PIXEL_FORMAT_HAS_PALETTE
        return descriptor.pointee.flags & flags != 0
    }

    /// Whether there is luma but no colour.
    var isGrey: Bool {
        guard let descriptor, !isRGB else { return false }
        return descriptor.pointee.nb_components <= 2
    }
}
