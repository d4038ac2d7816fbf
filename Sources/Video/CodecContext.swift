internal import CFFmpeg

/// Owns the state of one decoder or encoder.
struct CodecContext: ~Copyable {
    let pointer: UnsafeMutablePointer<AVCodecContext>

    /// Makes the state for a codec, not opened yet, working on one thread.
    init(_ codec: UnsafePointer<AVCodec>) throws(VideoError) {
        FFmpegLog.install()
        guard let allocated = avcodec_alloc_context3(codec) else { throw .outOfMemory }
        pointer = allocated
        pointer.pointee.thread_count = 1
    }

    deinit {
        var owned: UnsafeMutablePointer<AVCodecContext>? = pointer
        avcodec_free_context(&owned)
    }
}
