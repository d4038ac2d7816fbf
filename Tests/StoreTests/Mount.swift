import Foundation
import StoreFixtures

/// A small file system in memory, mounted for one test; needs the right to mount.
struct Mount: ~Copyable {
    private let directory: TemporaryDirectory

    var path: String { directory.path }

    static let isAllowed: Bool = {
        guard let mount = try? Mount(options: "size=64k") else { return false }
        return FileManager.default.fileExists(atPath: mount.path)
    }()

    init(options: String) throws {
        let directory = try TemporaryDirectory()
        try Self.run("mount", "-t", "tmpfs", "-o", options, "tmpfs", directory.path)
        self.directory = directory
    }

    deinit { try? Self.run("umount", "--lazy", directory.path) }

    func remount(_ option: String) throws {
        try Self.run("mount", "-o", "remount,\(option)", path)
    }

    private static func run(_ command: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CommandFailed(command: command) }
    }

    struct CommandFailed: Error { let command: [String] }
}
