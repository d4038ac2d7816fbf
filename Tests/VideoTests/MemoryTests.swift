import Foundation
import Imaging
import Testing
import Video

@Suite("Memory")
struct MemoryTests {
    /// Kilobytes of memory that the process holds, or held at most (`VmHWM`).
    private static func residentKilobytes(_ field: String = "VmRSS") throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("\(field):") })
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

    @Test("a text of half a gigabyte, packed into a small PNG, is never unpacked")
    func textBomb() throws {
        let folder = try TemporaryFolder()
        let frame = TestPicture.frame(width: 64, height: 64)
        let picture = try PictureEncoder.png(frame)
        let text = Array("zTXtComment\0\0".utf8) + Self.deflatedRun(repeats: 2_000_000)
        let length = UInt32(text.count - 4)
        let chunk = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } + text
        let headerEnd = 8 + 12 + 13
        let path = try folder.write(
            Array(picture.prefix(headerEnd)) + chunk + [0, 0, 0, 0] + picture.dropFirst(headerEnd),
            to: "bomb.png")
        let before = try Self.residentKilobytes("VmHWM")
        let reading = try TestClip.read(path)
        #expect(try Self.residentKilobytes("VmHWM") - before < 250_000)
        #expect(reading.infos.map(\.isDamaged) == [false])
    }

    /// A letter and then `repeats` times 258 more of it, in a zlib stream with the fixed codes
    /// (RFC 1951, section 3.2.6); its end and checksum are left out.
    private static func deflatedRun(repeats: Int) -> [UInt8] {
        // Last block, fixed codes; the letter `a`; length 258 at distance 1, which takes 13 bits.
        let start = [1, 1, 0] + [1, 0, 0, 1, 0, 0, 0, 1]
        let again = [1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0]
        let bitCount = start.count + repeats * again.count
        var bytes = [UInt8](repeating: 0, count: (bitCount + 7) / 8)
        for place in 0..<bitCount {
            let bit =
                place < start.count
                ? start[place] : again[(place - start.count) % again.count]
            bytes[place / 8] |= UInt8(bit) << UInt8(place % 8)
        }
        return [0x78, 0x9C] + bytes
    }
}
