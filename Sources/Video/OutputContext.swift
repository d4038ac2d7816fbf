internal import CFFmpeg
internal import Glibc

/// Writes packets into a container whose file gets its name when it is whole.
struct OutputContext: ~Copyable {
    private let muxer: Muxer
    private let path: String

    /// Creates the unfinished file with its header.
    init(
        path: String, container: ClipContainer, encoder: borrowing FrameEncoder,
        displayRotation: Int
    ) throws(VideoError) {
        let muxer = try Muxer(container.muxer, unfinishedPath: "\(path).part")
        muxer.pointer.pointee.flags |= CFFMPEG_FORMAT_BITEXACT
        guard let stream = avformat_new_stream(muxer.pointer, nil) else { throw .outOfMemory }
        try encoder.describe(to: stream)
        try Self.turn(stream, clockwiseDegrees: displayRotation)
        var code = muxer.openFile()
        guard code >= 0 else { throw Self.failure(code, path) }
        var options = MediaOptions(container.options)
        code = avformat_write_header(muxer.pointer, &options.pointer)
        guard code >= 0 else { throw Self.failure(code, path) }
        self.muxer = muxer
        self.path = path
    }

    /// Writes a packet whose times are in units of `timeBase`, and empties it.
    func write(_ packet: borrowing MediaPacket, timeBase: AVRational) throws(VideoError) {
        guard let stream = muxer.pointer.stream(0) else { return }
        packet.pointer.pointee.stream_index = 0
        packet.pointer.pointee.duration = 1
        av_packet_rescale_ts(packet.pointer, timeBase, stream.pointee.time_base)
        let code = av_interleaved_write_frame(muxer.pointer, packet.pointer)
        guard code >= 0 else { throw Self.failure(code, path) }
    }

    /// Writes the end of the file and gives it its name.
    func finish() throws(VideoError) {
        var code = av_write_trailer(muxer.pointer)
        guard code >= 0 else { throw Self.failure(code, path) }
        code = muxer.closeFile()
        guard code >= 0 else { throw Self.failure(code, path) }
        guard rename(muxer.unfinishedPath, path) == 0 else { throw Self.failure(-errno, path) }
    }

    private static func turn(
        _ stream: UnsafeMutablePointer<AVStream>, clockwiseDegrees: Int
    ) throws(VideoError) {
        guard clockwiseDegrees != 0 else { return }
        let size = 9 * MemoryLayout<Int32>.size
        guard let data = av_stream_new_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, size)
        else { throw .outOfMemory }
        data.withMemoryRebound(to: Int32.self, capacity: 9) { matrix in
            av_display_rotation_set(matrix, Double(clockwiseDegrees))
        }
    }

    private static func failure(_ code: Int32, _ path: String) -> VideoError {
        VideoError(.writeFailed, "\(path): the clip could not be written (\(errorText(code))).")
    }
}

/// Owns a libavformat output and its unfinished file.
///
/// Not private: an optimised client of ``ClipWriter`` refers to it, and would not link.
struct Muxer: ~Copyable {
    let pointer: UnsafeMutablePointer<AVFormatContext>
    let unfinishedPath: String

    init(_ format: String, unfinishedPath: String) throws(VideoError) {
        FFmpegLog.install()
        var allocated: UnsafeMutablePointer<AVFormatContext>?
        avformat_alloc_output_context2(&allocated, nil, format, "file:\(unfinishedPath)")
        guard let allocated else { throw .outOfMemory }
        pointer = allocated
        self.unfinishedPath = unfinishedPath
    }

    deinit {
        // A file that was finished has been renamed and closed.
        if pointer.pointee.pb != nil {
            avio_closep(&pointer.pointee.pb)
            unlink(unfinishedPath)
        }
        avformat_free_context(pointer)
    }

    func openFile() -> Int32 {
        avio_open(&pointer.pointee.pb, "file:\(unfinishedPath)", CFFMPEG_OPEN_FOR_WRITING)
    }

    func closeFile() -> Int32 { avio_closep(&pointer.pointee.pb) }
}
