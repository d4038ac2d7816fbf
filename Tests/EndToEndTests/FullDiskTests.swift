import Foundation
import Subprocess
import SystemPackage
import Testing

/// A small file system of its own, which only root can mount.
private final class SmallDisk {
    let scratch: Scratch
    var path: String { scratch.path }

    init?(kilobytes: Int) async throws {
        scratch = try Scratch()
        guard try await Self.mount(["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path])
        else { return nil }
    }

    func grow(toKilobytes kilobytes: Int) async throws -> Bool {
        try await Self.mount(["-o", "remount,size=\(kilobytes)k", path])
    }

    func unmount() async throws {
        _ = try await Subprocess.run(
            .name("umount"), arguments: ["-l", path], output: .discarded, error: .discarded)
    }

    var freeBytes: Int {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: path)
        return (attributes?[.systemFreeSize] as? NSNumber)?.intValue ?? .max
    }

    private static func mount(_ arguments: [String]) async throws -> Bool {
        let result = try await Subprocess.run(
            .name("mount"), arguments: Arguments(arguments), output: .discarded,
            error: .discarded)
        return result.terminationStatus.isSuccess
    }
}

@Suite(
    "A full disk",
    .enabled(if: Program.areBuilt),
    .enabled(if: getuid() == 0, "only root can mount a small file system"))
struct FullDiskTests {
    @Test("Sampling pauses and says why; once there is room it goes on, and nothing is missing")
    func pauseAndGoOn() async throws {
        guard let disk = try await SmallDisk(kilobytes: 400) else {
            print("skipped: this machine does not let root mount a file system")
            return
        }
        let site = Place.root.appending(path: "Fixtures/Sites/Demo/site.yaml")
            .path(percentEncoded: false)
        let state = "\(disk.path)/state"
        let result = try await Subprocess.run(
            .path(FilePath(Program.path("duckweed"))),
            arguments: ["run", site, "--state", state],
            input: .none, output: .discarded, error: .string(limit: 1 << 22)
        ) { _ in
            for _ in 0..<600 where disk.freeBytes > 16_384 {
                try await Task.sleep(for: .milliseconds(100))
            }
            try await Task.sleep(for: .seconds(2))
            #expect(try await disk.grow(toKilobytes: 65_536))
        }
        #expect(result.terminationStatus.isSuccess)
        #expect(result.standardError.contains("is full"))
        #expect(result.standardError.contains("128 samples, 64 gaps"))
        let list = try await Program.duckweed("queue", "list", "--state", state)
        #expect(list.output.contains("2 waiting"), "\(list.output)")
        try await disk.unmount()
    }
}
