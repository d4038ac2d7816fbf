import Foundation
import Testing

/// The `ffmpeg` command, for clips of kinds that duckweed itself never writes.
enum FFmpegTool {
    static let isPresent = path != nil
    static let absence: Comment = "needs the ffmpeg command, which is not installed"

    private static let path: String? =
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/ffmpeg" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// Runs the command with these arguments; fails when it fails.
    static func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(path))
        process.arguments = ["-nostdin", "-loglevel", "error", "-y"] + arguments
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "ffmpeg \(arguments) failed")
    }
}
