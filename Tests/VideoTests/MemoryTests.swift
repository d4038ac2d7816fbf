import Foundation
import Imaging
import Testing
import Video

@Suite("Memory")
struct MemoryTests {
    /// Kilobytes of memory that the process holds.
    private static func residentKilobytes() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
        return try #require(Int(line.split(separator: " ")[1]))
    }

    @Test("opening, reading and closing leaves nothing behind", arguments: ["clip.mp4", "bad.mp4"])
    func flat(name: String) throws {
        let folder = try TemporaryFolder()
        try TestClip.write(
            to: folder.file("clip.mp4"),
            ClipSettings(width: 1280, height: 720, keyframeInterval: 2), frameCount: 4)
        try folder.write(Array(repeating: 0x41, count: 5000), to: "bad.mp4")
        func loop(_ count: Int) {
            for _ in 0..<count { _ = try? TestClip.read(folder.file(name)) }
        }
        loop(20)
        let before = try Self.residentKilobytes()
        loop(200)
        // One frame leaked per loop would be 276 MB. Other tests run at the same time.
        #expect(try Self.residentKilobytes() - before < 150_000)
    }
}
