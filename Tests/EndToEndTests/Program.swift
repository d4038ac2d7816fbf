import Foundation
import Subprocess
import SystemPackage

/// The programs as they are built, run as a user would run them.
enum Program {
    /// What a run printed and how it ended.
    struct Result: Sendable {
        var status: Int32?
        var output: String
        var errors: String

        var lines: [Substring] { output.split(separator: "\n") }
    }

    /// The folder of the built programs: the tests lie beside them.
    static let folder: String = {
        let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(filePath: tests ?? "").deletingLastPathComponent().path(percentEncoded: false)
    }()

    static func path(_ name: String) -> String { folder + name }

    static let areBuilt = ["duckweed", "duckweed-sampler"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: path($0))
    }

    /// Runs `duckweed` to its end.
    static func duckweed(
        _ arguments: String..., environment: [String: String] = [:]
    ) async throws -> Result {
        try await run("duckweed", arguments, environment: environment)
    }

    static func run(
        _ name: String, _ arguments: [String], environment: [String: String] = [:]
    ) async throws -> Result {
        let changes = environment.reduce(into: [Environment.Key: String?]()) {
            $0[Environment.Key(stringLiteral: $1.key)] = $1.value
        }
        let result = try await Subprocess.run(
            .path(FilePath(path(name))), arguments: Arguments(arguments),
            environment: .inherit.updating(changes), output: .string(limit: 1 << 26),
            error: .string(limit: 1 << 22))
        var status: Int32?
        if case .exited(let code) = result.terminationStatus { status = code }
        return Result(
            status: status, output: result.standardOutput, errors: result.standardError)
    }

    /// Starts `duckweed`, does something meanwhile and then kills it with SIGKILL.
    static func whileRunning(
        _ arguments: [String], _ body: @Sendable @escaping () async throws -> Void
    ) async throws {
        _ = try await Subprocess.run(
            .path(FilePath(path("duckweed"))), arguments: Arguments(arguments),
            input: .none, output: .discarded, error: .discarded
        ) { execution in
            defer { try? execution.send(signal: .kill) }
            try await body()
        }
    }

    /// Starts `duckweed run` and kills it with SIGKILL after `interval`, unless it ends before.
    ///
    /// - Returns: Whether it ended by itself.
    static func runAndKill(
        _ arguments: [String], after interval: Duration
    ) async throws -> Bool {
        let result = try await Subprocess.run(
            .path(FilePath(path("duckweed"))), arguments: Arguments(arguments),
            input: .none, output: .discarded, error: .discarded
        ) { execution in
            try await Task.sleep(for: interval)
            try? execution.send(signal: .kill)
        }
        return result.terminationStatus.isSuccess
    }
}
