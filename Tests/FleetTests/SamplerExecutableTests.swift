import Fleet
import Foundation
import Testing

@Suite("Which sampler program is started")
struct SamplerExecutableTests {
    @Test("A build that does not start here is passed over for the next")
    func passedOver() async throws {
        let folder = try ProgramFolder()
        try folder.write("exit 1", to: "duckweed-sampler-x86-64-v3")
        try folder.write("exit 0", to: "duckweed-sampler")
        let found = try await SamplerExecutable.find(
            environment: [:], besides: folder.file("duckweed"))
        #expect(found.path == folder.file("duckweed-sampler"))
    }

    @Test("Without any the error names the places and what to do")
    func missing() async throws {
        let folder = try ProgramFolder()
        let error = await #expect(throws: SamplerMissing.self) {
            try await SamplerExecutable.find(environment: [:], besides: folder.file("duckweed"))
        }
        #expect(error?.description.contains(folder.file("duckweed-sampler")) == true)
        #expect(error?.description.contains("make release") == true)
    }

    @Test("DUCKWEED_SAMPLER is taken instead of those beside the program")
    func named() async throws {
        let folder = try ProgramFolder()
        try folder.write("exit 0", to: "duckweed-sampler")
        try folder.write("exit 0", to: "other")
        let found = try await SamplerExecutable.find(
            environment: ["DUCKWEED_SAMPLER": folder.file("other")],
            besides: folder.file("duckweed"))
        #expect(found.path == folder.file("other"))
    }
}

/// A folder of shell scripts that stand in for programs; removed with the last reference.
private final class ProgramFolder: Sendable {
    private let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "programs-\(UUID())")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path(percentEncoded: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func write(_ body: String, to name: String) throws {
        try Data("#!/bin/sh\n\(body)\n".utf8).write(to: URL(filePath: file(name)))
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: file(name))
    }
}
