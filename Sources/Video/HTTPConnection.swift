internal import CFFmpeg

/// Owns the connection to a web address, opened before its content is looked at.
struct HTTPConnection: ~Copyable {
    let pointer: UnsafeMutablePointer<AVIOContext>
    /// When a blocking call is given up.
    ///
    /// The connection has a deadline of its own, because closing it may still ask.
    let deadline: ReadDeadline

    /// Sends the request and reads the answer's header.
    ///
    /// Throws FFmpeg's error code.
    init(
        url: String, options: inout MediaOptions, deadline: consuming ReadDeadline
    ) throws(OpeningFailure) {
        FFmpegLog.install()
        var callback = deadline.interruptCallback
        var opened: UnsafeMutablePointer<AVIOContext>?
        let code = avio_open2(
            &opened, url, CFFMPEG_OPEN_FOR_READING, &callback, &options.pointer)
        guard code >= 0, let opened else {
            throw OpeningFailure(code: deadline.hasPassed ? CFFMPEG_ERROR_TIMED_OUT : code)
        }
        pointer = opened
        self.deadline = deadline
    }

    deinit {
        var owned: UnsafeMutablePointer<AVIOContext>? = pointer
        avio_closep(&owned)
    }

    /// The answer's content type, in lower case without parameters; empty when there is none.
    var contentType: String {
        let full = property("mime_type").lowercased()
        return String(full.prefix { $0 != ";" && $0 != " " })
    }

    /// The address that was read in the end: another one when the camera sent us elsewhere.
    var finalAddress: String { property("location") }

    private func property(_ name: String) -> String {
        var value: UnsafeMutablePointer<UInt8>?
        let code = av_opt_get(pointer, name, AV_OPT_SEARCH_CHILDREN, &value)
        defer { av_free(value) }
        guard code >= 0, let value else { return "" }
        return String(cString: value)
    }
}
