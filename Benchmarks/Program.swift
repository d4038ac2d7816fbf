import Fleet
import Foundation
import Subprocess
import SystemPackage

/// Runs other programs to their end.
enum Program {
    /// A program that did not do what was asked.
    struct Failure: Error, CustomStringConvertible {
        let program: String
        let message: String

        var description: String { "\(program) failed: \(message)" }
    }

    /// The path of a program of this package, which lies beside this one.
    static func path(_ name: String) -> String {
        URL(filePath: SamplerExecutable.runningProgram).deletingLastPathComponent()
            .appending(path: name).path(percentEncoded: false)
    }

    /// Runs a program and returns what it printed.
    ///
    /// - Parameters:
    ///   - program: A path, or a name that is looked up in `PATH`.
    ///   - input: What it reads on standard input.
    static func output(
        _ program: String, _ arguments: [String], input: String = ""
    ) async throws -> String {
        let executable: Executable =
            program.contains("/") ? .path(FilePath(program)) : .name(program)
        let result = try await Subprocess.run(
            executable, arguments: Arguments(arguments), input: .string(input),
            output: .string(limit: 1 << 26), error: .string(limit: 1 << 20))
        guard result.terminationStatus.isSuccess else {
            throw Failure(program: program, message: result.standardError)
        }
        return result.standardOutput
    }
}
