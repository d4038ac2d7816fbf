import Foundation
import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The terminal or the pipes that the program was started with.
enum Terminal {
    /// Whether standard error is a terminal that a person looks at.
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Columns of the terminal; 80 when it does not say.
    static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Writes a line to standard output at once.
    static func line(_ text: String) { write(Data((text + "\n").utf8), to: .standardOutput) }

    /// Writes bytes to standard output at once.
    static func bytes(_ bytes: [UInt8]) { write(Data(bytes), to: .standardOutput) }

    /// Writes a line to standard error at once.
    static func error(_ text: String) {
        write(Data((text + "\n").utf8), to: .standardError)
    }

    /// Writes to standard error without a line end.
    static func errorPart(_ text: String) { write(Data(text.utf8), to: .standardError) }

    private static func write(_ data: Data, to handle: FileHandle) {
        do {
            try handle.write(contentsOf: data)
        } catch let failure {
            // Nobody is left to read: then there is nothing more to say. But a file that could not
            // be written must not pass for a whole one.
            let isPipe = errno == EPIPE
            guard handle === FileHandle.standardOutput, !isPipe else { return }
            error("duckweed: the output can't be written: \(failure.localizedDescription)")
            exit(ProgramExit.tryAgain.rawValue)
        }
    }
}
