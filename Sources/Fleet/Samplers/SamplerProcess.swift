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
    /// Jobs that the process carries out at once.
    var jobsAtOnce = 64
    /// Path of the model file to use; `nil` for the sampler's own.
    var modelPath: String?

    /// The parent's end of a running sampler.
    struct Connection: Sendable {
        let processIdentifier: Int32
        private let lines: AsyncStream<String>.Continuation
        private let killProcess: @Sendable () -> Void

        fileprivate init(
            processIdentifier: Int32, lines: AsyncStream<String>.Continuation,
            kill: @escaping @Sendable () -> Void
        ) {
            self.processIdentifier = processIdentifier
            self.lines = lines
            killProcess = kill
        }

        /// Hands a job over; it is written behind those that were handed over before.
        func send(_ job: SamplingJob) throws { lines.yield(try JSONLine.encode(job) + "\n") }

        /// Lets the process end once its jobs are done.
        func closeInput() { lines.finish() }

        /// Ends the process at once.
        func kill() { killProcess() }
    }

    /// Starts the program and returns when it has ended.
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
            .path(FilePath(executable.path)), arguments: arguments,
            environment: .custom(childEnvironment), platformOptions: options,
            input: .inputWriter, output: .sequence, error: .currentStandardError
        ) { execution in
            let (lines, handOver) = AsyncStream<String>.makeStream()
            let writer = execution.standardInputWriter
            try await withThrowingTaskGroup(of: Void.self) { group in
                // One writer: a write that waits for a full pipe must not let another in between.
                // It holds no more lines than the jobs that the pool gives the process.
                group.addTask {
                    for await line in lines {
                        // A failed write means that the process is gone; its end tells so too.
                        guard (try? await writer.write(line)) != nil else { return }
                    }
                    try? await writer.finish()
                }
                await started(
                    Connection(
                        processIdentifier: execution.processIdentifier.value, lines: handOver,
                        kill: { try? execution.send(signal: .kill) }))
                for try await line in execution.standardOutput.strings() where !line.isEmpty {
                    await report(try JSONLine.decode(SamplingReport.self, from: line))
                }
                handOver.finish()
                group.cancelAll()
            }
        }
        return "\(result.terminationStatus)"
    }

    private var arguments: Arguments {
        Arguments(["--threads", "\(jobsAtOnce)"] + (modelPath.map { ["--model", $0] } ?? []))
    }

    private var childEnvironment: [Environment.Key: String] {
        ["PATH", "LD_LIBRARY_PATH", "DUCKWEED_KERNELS", "TMPDIR"].reduce(into: [:]) { kept, name in
            if let value = environment[name] { kept[Environment.Key(stringLiteral: name)] = value }
        }
    }
}
