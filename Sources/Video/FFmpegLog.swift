internal import CFFmpeg
internal import CPlatform
internal import Glibc
internal import Synchronization

/// Takes FFmpeg's log away from standard error and makes it count.
///
/// Errors are added to the ``FaultTally`` of the decoder that logs them, unless they are about
/// metadata. Nothing is printed unless
/// the environment names a level in `DUCKWEED_FFMPEG_LOG` (`error`, `warning` or `debug`); then at
/// most ``linesPerSecond`` lines a second go to standard error, with user names, passwords and
/// query strings taken out.
enum FFmpegLog {
    /// Most lines printed in any one second; a broken stream can log thousands.
    static let linesPerSecond = 20

    /// Takes the log over, once for the process.
    static func install() { _ = installed }

    private static let installed: Void = av_log_set_callback {
        context, level, format, arguments in
        FFmpegLog.receive(context, level, format, arguments)
    }

    private static let printedLevel: Int32 = {
        switch getenv("DUCKWEED_FFMPEG_LOG").map({ String(cString: $0) }) {
        case "error": CFFMPEG_LOG_ERROR
        case "warning": CFFMPEG_LOG_WARNING
        case "debug": CFFMPEG_LOG_DEBUG
        default: -1
        }
    }()

    private static let limit = Mutex(LogLineLimit(linesPerSecond: linesPerSecond))

    private static func receive(
        _ context: UnsafeMutableRawPointer?, _ level: Int32, _ format: UnsafePointer<CChar>?,
        _ arguments: CVaListPointer?
    ) {
        guard level <= max(CFFMPEG_LOG_ERROR, printedLevel), let format else { return }
        if level <= CFFMPEG_LOG_ERROR, !isAboutMetadata(format) {
            errorCount(of: context)?.pointee += 1
        }
        guard level <= printedLevel, let arguments else { return }
        let second = duckweed_monotonic_nanoseconds() / 1_000_000_000
        guard limit.withLock({ $0.admits(second: second) }) else { return }
        passOn(context, level, format, arguments)
    }

    /// Words by which FFmpeg's messages about EXIF blocks, ICC profiles and other application
    /// segments of JPEG are known.
    private static let wordsOfMetadata = [
        "EXIF", "Exif", "TIFF", "ICC", "decode_app", "APP fields",
    ]

    /// Whether a message is about what goes along with a picture: its samples are sound all the same.
    private static func isAboutMetadata(_ format: UnsafePointer<CChar>) -> Bool {
        wordsOfMetadata.contains { strstr(format, $0) != nil }
    }

    /// The tally of the decoder that logs; `nil` when something else does.
    private static func errorCount(
        of context: UnsafeMutableRawPointer?
    ) -> UnsafeMutablePointer<Int>? {
        guard let context, context.load(as: UnsafePointer<AVClass>?.self) == avcodec_get_class()
        else { return nil }
        return context.assumingMemoryBound(to: AVCodecContext.self).pointee.opaque?
            .assumingMemoryBound(to: Int.self)
    }

    private static func passOn(
        _ context: UnsafeMutableRawPointer?, _ level: Int32, _ format: UnsafePointer<CChar>,
        _ arguments: CVaListPointer
    ) {
        var prefix: Int32 = 1
        var line = [CChar](repeating: 0, count: 1024)
        av_log_format_line(context, level, format, arguments, &line, Int32(line.count), &prefix)
        let text = String(
            decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        let bytes = Array("ffmpeg: \(CredentialScrubber.scrubbed(text))".utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }
}
