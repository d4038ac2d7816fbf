internal import CFFmpeg

/// Owns one picture in the form that a decoder gives or an encoder takes.
struct NativePicture: ~Copyable {
    let pointer: UnsafeMutablePointer<AVFrame>

    init() throws(VideoError) {
        guard let allocated = av_frame_alloc() else { throw .outOfMemory }
        pointer = allocated
    }

    deinit {
        var owned: UnsafeMutablePointer<AVFrame>? = pointer
        av_frame_free(&owned)
    }

    /// Lets go of the pixels.
    func clear() { av_frame_unref(pointer) }

    var width: Int { Int(pointer.pointee.width) }
    var height: Int { Int(pointer.pointee.height) }
    var format: AVPixelFormat { AVPixelFormat(rawValue: pointer.pointee.format) }

    /// Addresses of the first sample of up to four planes.
    var planes: [UnsafeMutablePointer<UInt8>?] {
        let data = pointer.pointee.data
        return [data.0, data.1, data.2, data.3]
    }

    /// Bytes from one row to the next of up to four planes; negative when rows are stored upwards.
    var strides: [Int32] {
        let sizes = pointer.pointee.linesize
        return [sizes.0, sizes.1, sizes.2, sizes.3]
    }
}
