internal import CFFmpeg

/// FFmpeg's own words for one of its error codes.
func errorText(_ code: Int32) -> String {
    var text = [CChar](repeating: 0, count: 128)
    av_strerror(code, &text, text.count)
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
}

extension VideoError {
    /// What a failed call on a camera's connection means.
    ///
    /// - Parameters:
    ///   - code: FFmpeg's error code.
    ///   - name: The camera's address without credentials.
    ///   - action: What was tried, such as "opening the stream".
    static func live(_ code: Int32, _ name: String, while action: String) -> VideoError {
        switch code {
        case CFFMPEG_ERROR_EXIT, CFFMPEG_ERROR_TIMED_OUT:
            VideoError(.timedOut, "\(name): the camera did not answer in time while \(action).")
        case CFFMPEG_ERROR_HTTP_UNAUTHORIZED, CFFMPEG_ERROR_HTTP_FORBIDDEN:
            VideoError(
                .unauthorised, "\(name): the camera refuses the user name or the password.")
        case CFFMPEG_ERROR_HTTP_NOT_FOUND:
            VideoError(.notFound, "\(name): the camera has no stream at this path (404).")
        case CFFMPEG_ERROR_REFUSED:
            VideoError(.unreachable, "\(name): the connection was refused; is the port right?")
        case CFFMPEG_ERROR_HOST_UNREACHABLE, CFFMPEG_ERROR_NETWORK_UNREACHABLE:
            VideoError(.unreachable, "\(name): there is no route to the camera.")
        case CFFMPEG_ERROR_EOF, CFFMPEG_ERROR_RESET, CFFMPEG_ERROR_BROKEN_PIPE:
            VideoError(.closed, "\(name): the camera ended the connection while \(action).")
        case CFFMPEG_ERROR_INVALID_DATA:
            VideoError(.damaged, "\(name): the camera sent something that is not video.")
        case CFFMPEG_ERROR_NO_MEMORY: .outOfMemory
        default:
            VideoError(
                .unreachable,
                "\(name): the camera could not be read while \(action) (\(errorText(code))).")
        }
    }

    /// What a failed call on a file means.
    static func file(_ code: Int32, _ name: String) -> VideoError {
        switch code {
        case CFFMPEG_ERROR_NO_ENTRY: VideoError(.notFound, "\(name): there is no such file.")
        case CFFMPEG_ERROR_PERMISSION:
            VideoError(.notPermitted, "\(name): the file may not be read; check its permissions.")
        case CFFMPEG_ERROR_NO_MEMORY: .outOfMemory
        case CFFMPEG_ERROR_INVALID_DATA, CFFMPEG_ERROR_INVALID_ARGUMENT:
            VideoError(
                .notVideo,
                "\(name): this is not a video of a kind that is read "
                    + "(mp4, ts, mkv, avi, MJPEG) nor a JPEG or PNG picture.")
        case CFFMPEG_ERROR_EOF:
            VideoError(.damaged, "\(name): the file ends before any video begins.")
        default:
            VideoError(.damaged, "\(name): the file could not be read (\(errorText(code))).")
        }
    }
}
