import CPlatform
import Glibc

/// Standard error: what a person should know.
enum DiagnosticStream {
    /// Writes one line.
    static func write(_ message: String) {
        let line = "duckweed-sampler: \(message.replacing("\n", with: " "))\n"
        _ = duckweed_write_all(STDERR_FILENO, line, line.utf8.count)
    }
}
