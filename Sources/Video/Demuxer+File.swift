internal import CFFmpeg

extension Demuxer {
    /// Containers that are read, as FFmpeg names them; playlists are not among them.
    private static let containers =
        "mov,matroska,mpegts,mpeg,avi,flv,mjpeg,mpjpeg,h264,hevc"

    /// Opens a plain file that holds video.
    init(file path: String) throws(VideoError) {
        var options = MediaOptions([
            ("protocol_whitelist", "file"),
            ("format_whitelist", Self.containers),
            // Looking for streams must not run decoders that are never needed.
            ("codec_whitelist", "h264,hevc,mjpeg,png"),
        ])
        let input = try Self.open(path, &options)
        let streamsComeLater =
            input.pointer.pointee.ctx_flags & CFFMPEG_STREAMS_COME_LATER != 0
        if streamsComeLater || input.pointer.pointee.nb_streams == 0 {
            let code = avformat_find_stream_info(input.pointer, nil)
            guard code >= 0 else { throw .file(code, path) }
        }
        try self.init(input, name: path, isLive: false, ignoredOptions: options.names)
    }

    private static func open(
        _ path: String, _ options: inout MediaOptions
    ) throws(VideoError) -> InputContext {
        do {
            // The prefix keeps a name such as `concat:a|b` from being taken for a protocol.
            return try InputContext(
                url: "file:\(path)", format: nil, options: &options,
                deadline: ReadDeadline(seconds: nil))
        } catch {
            guard try beginsWithBox(path) else { throw .file(error.code, path) }
            throw VideoError(
                .damaged,
                "\(path): the index of this mp4 (moov) is missing or broken, so nothing of it can "
                    + "be read; a recording that is cut off before its end has none.")
        }
    }

    /// Whether a file begins as mp4 and mov do: the length of a box, then its type.
    private static func beginsWithBox(_ path: String) throws(VideoError) -> Bool {
        let type = try PlainFile.bytes(of: path, most: 8).dropFirst(4)
        return ["ftyp", "moov", "mdat", "free", "skip", "wide"].contains {
            type.elementsEqual($0.utf8)
        }
    }
}
