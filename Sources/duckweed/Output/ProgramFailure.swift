import ArgumentParser
import Store
import Vocabulary

/// The end of a command that could not do its work: one sentence for people, one code for scripts.
struct ProgramFailure: Error {
    let message: String
    let exit: ProgramExit

    init(_ message: String, exit: ProgramExit) {
        self.message = message
        self.exit = exit
    }

    init(_ error: StoreError) { self.init("\(error)", exit: error.exit) }

    /// Runs a command's body and turns a failure into its sentence and its exit code.
    static func reported<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let failure as ProgramFailure {
            throw failure.reported()
        } catch let error as StoreError {
            throw ProgramFailure(error).reported()
        }
    }

    private func reported() -> ExitCode {
        Terminal.error("duckweed: \(message)")
        return ExitCode(exit.rawValue)
    }
}
