internal import CFFmpeg

extension MediaPacket {
    /// Length of what a PNG picture begins with.
    private static let signatureLength = 8
    /// Chunks without which the samples can't be decoded (PNG specification, section 11).
    private static let pictureChunks =
        ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"].map { Array($0.utf8) }

    /// Takes all chunks out of a PNG picture but those that its samples need.
    ///
    /// FFmpeg inflates texts and colour profiles without limit, so that a small file could take all
    /// memory; and a broken profile would cost the picture.
    ///
    /// - Returns: Whether there was memory for it.
    func keepOnlyPictureChunks() -> Bool {
        guard av_packet_make_writable(pointer) >= 0 else { return false }
        let bytes = UnsafeMutableRawBufferPointer(
            start: pointer.pointee.data, count: Int(pointer.pointee.size))
        var kept = min(Self.signatureLength, bytes.count)
        var place = kept
        // Length, type, content, checksum.
        while bytes.count - place >= 12 {
            let type = bytes[place + 4..<place + 8]
            let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            let end = min(place + 12 + length, bytes.count)
            if Self.pictureChunks.contains(where: type.elementsEqual) {
                if kept < place {
                    UnsafeMutableRawBufferPointer(rebasing: bytes[kept..<kept + end - place])
                        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[place..<end]))
                }
                kept += end - place
            }
            place = end
        }
        av_shrink_packet(pointer, Int32(kept))
        return true
    }
}
