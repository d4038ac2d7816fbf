import JSONLines
import Subprocess
import SystemPackage
import Vocabulary

/// One running sampler: a child process that takes jobs and gives reports, a line of JSON each.
///
/// The child gets no environment but what the dynamic linker and the kernels need, so no secret of
/// the parent reaches the code that reads strangers' video.
struct SamplerProcess {
    let executable: SamplerExecutable
    let environment: [String: String]

    /// The parent's end of a running sampler.
    struct Connection: Sendable {
        let processIdentifier: Int32
        let send: @Sendable (SamplingJob) async throws -> Void
        let closeInput: @Sendable () async throws -> Void
        let kill: @Sendable () -> Void
    }

    /// Starts the program and lends it to `body`, which is over when the program has ended.
    ///
    /// - Parameters:
    ///   - started: Called once with the connection, before any report.
    ///   - report: Called for each line that the program writes.
    /// - Returns: How the program ended, in words.
    func run(
        started: @escaping @Sendable (Connection) async -> Void,
        report: @escaping @Sendable (SamplingReport) async -> Void
    ) async throws -> String {
        var options = PlatformOptions()
        // A Ctrl-C at the terminal is for the parent, which lets its samplers finish.
        options.processGroupID = 0
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(2))]
        let result = try await Subprocess.run(
            .path(FilePath(executable.path)),
            environment: .custom(childEnvironment),
            platformOptions: options,
            input: .inputWriter, output: .sequence, error: .currentStandardError
        ) { execution in
            let writer = execution.standardInputWriter
            await started(
                Connection(
                    processIdentifier: execution.processIdentifier.value,
                    send: { job in
                        _ = try await writer.write(try JSONLine.encode(job) + "\n")
                    },
                    closeInput: { try await writer.finish() },
                    kill: { try? execution.send(signal: .kill) }))
            for try await line in execution.standardOutput.strings() where !line.isEmpty {
                await report(try JSONLine.decode(SamplingReport.self, from: line))
            }
        }
        return "\(result.terminationStatus)"
    }

    private var childEnvironment: [Environment.Key: String] {
        ["PATH", "LD_LIBRARY_PATH", "DUCKWEED_KERNELS", "TMPDIR"].reduce(into: [:]) { kept, name in
            if let value = environment[name] { kept[Environment.Key(stringLiteral: name)] = value }
        }
    }
}
