import CPlatform
import Glibc
import JSONLines
import Synchronization
import Vocabulary

/// Standard output: reports of many jobs, each line whole.
final class ReportStream: Sendable {
    private let lock = Mutex(())

    /// Writes one report and returns when the reader has been handed it.
    ///
    /// When nobody reads any more the program ends quietly, because no job is of use then.
    func write(_ report: SamplingReport) {
        do {
            let line = try JSONLine.encode(report) + "\n"
            let isWritten = lock.withLock { _ in
                duckweed_write_all(STDOUT_FILENO, line, line.utf8.count)
            }
            if !isWritten { _exit(ProgramExit.done.rawValue) }
        } catch {
            DiagnosticStream.write("a report of job '\(report.job)' can't be coded: \(error)")
        }
    }
}
