internal import CFFmpeg

/// Owns an open libavformat input together with what it reads from.
struct InputContext: ~Copyable {
    let pointer: UnsafeMutablePointer<AVFormatContext>
    private let deadline: ReadDeadline
    private var connection: HTTPConnection?

    /// Opens `url` with the given settings.
    ///
    /// Throws FFmpeg's error code; what it means depends on whether `url` is a file or a camera.
    /// - Parameters:
    ///   - url: The file or camera; with a connection, its name only.
    ///   - format: The demuxer to use; `nil` lets FFmpeg look at the content.
    ///   - options: Settings; those that FFmpeg used are taken out.
    ///   - connection: An open connection to read from in place of `url`.
    ///   - deadline: When to give up.
    init(
        url: String, format: String?, options: inout MediaOptions,
        connection: consuming HTTPConnection? = nil, deadline: consuming ReadDeadline
    ) throws(OpeningFailure) {
        FFmpegLog.install()
        guard let allocated = avformat_alloc_context() else {
            throw OpeningFailure(code: CFFMPEG_ERROR_NO_MEMORY)
        }
        allocated.pointee.interrupt_callback = deadline.interruptCallback
        allocated.pointee.pb = connection?.pointer
        let demuxer = format.flatMap { av_find_input_format($0) }
        var opened: UnsafeMutablePointer<AVFormatContext>? = allocated
        // On failure the call frees the context itself.
        let code = avformat_open_input(&opened, url, demuxer, &options.pointer)
        guard code >= 0, let opened else {
            throw OpeningFailure(code: deadline.hasPassed ? CFFMPEG_ERROR_TIMED_OUT : code)
        }
        pointer = opened
        self.deadline = deadline
        self.connection = connection
    }

    /// Whether the time for blocking calls is over.
    var deadlineHasPassed: Bool { deadline.hasPassed }

    /// Gives blocking calls `seconds` from now.
    mutating func restartDeadline(seconds: Double) {
        deadline.restart(seconds: seconds)
        connection?.deadline.restart(seconds: seconds)
    }

    deinit {
        var owned: UnsafeMutablePointer<AVFormatContext>? = pointer
        avformat_close_input(&owned)
    }
}

/// Why libavformat could not open an input.
struct OpeningFailure: Error {
    /// FFmpeg's error code.
    let code: Int32
}
