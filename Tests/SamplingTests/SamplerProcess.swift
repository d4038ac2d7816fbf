import Foundation
import JSONLines
import Synchronization
import Vocabulary

/// `duckweed-sampler` as a real process.
enum SamplerProcess {
    /// What a run left behind.
    struct Result: Sendable {
        var status: Int32
        var wasKilled: Bool
        var reports: [SamplingReport]
        var errors: String
    }

    /// The program, which the build puts beside the tests; `nil` when it is not built.
    static let path: String? = {
        guard
            let tests = try? FileManager.default.destinationOfSymbolicLink(
                atPath: "/proc/self/exe")
        else { return nil }
        let folder = URL(filePath: tests).deletingLastPathComponent()
        let path = folder.appending(path: "duckweed-sampler").path(percentEncoded: false)
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()

    /// Runs the program over lines of input.
    ///
    /// - Parameters:
    ///   - readsOutput: Without it the reading end of its output is closed from the start.
    static func run(
        _ lines: [String], arguments: [String] = [], environment: [String: String] = [:],
        readsOutput: Bool = true
    ) async throws -> Result {
        // Waiting for a process blocks, so it has a thread of its own.
        try await withCheckedThrowingContinuation { continuation in
            Thread {
                continuation.resume(
                    with: Swift.Result {
                        try runBlocking(
                            lines, arguments: arguments, environment: environment,
                            readsOutput: readsOutput)
                    })
            }.start()
        }
    }

    private static func runBlocking(
        _ lines: [String], arguments: [String], environment: [String: String], readsOutput: Bool
    ) throws -> Result {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(filePath: path ?? "duckweed-sampler")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files never fill up as pipes do, so nothing has to be read meanwhile.
        process.standardInput = try FileHandle(
            forReadingFrom: URL(
                filePath: folder.write(lines.map { $0 + "\n" }.joined().utf8, to: "in")))
        let output = try FileHandle(
            forWritingTo: URL(filePath: folder.write([UInt8](), to: "out")))
        let pipe = Pipe()
        process.standardOutput = readsOutput ? output as Any : pipe
        process.standardError = try FileHandle(
            forWritingTo: URL(filePath: folder.write([UInt8](), to: "err")))
        if !readsOutput { try pipe.fileHandleForReading.close() }
        try process.run()
        process.waitUntilExit()
        let text = try String(contentsOfFile: folder.file("out"), encoding: .utf8)
        return Result(
            status: process.terminationStatus,
            wasKilled: process.terminationReason == .uncaughtSignal,
            reports: try text.split(separator: "\n").compactMap {
                $0.contains("\"type\"") ? try JSONLine.decode(SamplingReport.self, from: $0) : nil
            },
            errors: try String(contentsOfFile: folder.file("err"), encoding: .utf8))
    }
}
