internal import CFFmpeg

/// Owns one compressed picture on its way from a file or camera to a decoder, or from an encoder.
struct MediaPacket: ~Copyable {
    let pointer: UnsafeMutablePointer<AVPacket>

    init() throws(VideoError) {
        guard let allocated = av_packet_alloc() else { throw .outOfMemory }
        pointer = allocated
    }

    deinit {
        var owned: UnsafeMutablePointer<AVPacket>? = pointer
        av_packet_free(&owned)
    }

    /// Puts a copy of `bytes` into the packet, with the padding that decoders read past the end.
    func fill(with bytes: [UInt8]) throws(VideoError) {
        av_packet_unref(pointer)
        guard let size = Int32(exactly: bytes.count), av_new_packet(pointer, size) >= 0 else {
            throw .outOfMemory
        }
        bytes.withUnsafeBufferPointer { source in
            guard let from = source.baseAddress, let data = pointer.pointee.data else { return }
            data.update(from: from, count: source.count)
        }
        pointer.pointee.flags |= CFFMPEG_PACKET_IS_KEY
    }

    /// Lets go of what the packet holds.
    func clear() { av_packet_unref(pointer) }

    /// Takes over what `other` holds, which is empty afterwards.
    func take(from other: borrowing MediaPacket) {
        av_packet_unref(pointer)
        av_packet_move_ref(pointer, other.pointer)
    }

    /// Whether it only serves to decode others: its picture lies before the start of the clip.
    var isDiscarded: Bool { pointer.pointee.flags & CFFMPEG_PACKET_IS_DISCARDED != 0 }

    var isKey: Bool { pointer.pointee.flags & CFFMPEG_PACKET_IS_KEY != 0 }

    /// A copy of the compressed bytes.
    var bytes: [UInt8] {
        Array(UnsafeBufferPointer(start: pointer.pointee.data, count: Int(pointer.pointee.size)))
    }
}

extension VideoError {
    static let outOfMemory = VideoError(
        .outOfResources, "There is not enough memory to hold a picture.")
}
