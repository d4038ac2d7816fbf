import Foundation
import Testing

@Suite("Bad input: a clear sentence, the right exit code", .enabled(if: Program.areBuilt))
struct BadInputTests {
    @Test("A file that is no video is bad input")
    func noVideo() async throws {
        let scratch = try Scratch()
        let cases = [
            try scratch.write("", to: "empty.mp4"),
            try scratch.write("Once upon a time there was a river.\n", to: "text.mp4"),
            scratch.file("missing.mp4"),
        ]
        for path in cases {
            try await expectBadInput(path)
        }
    }

    @Test("A recording that is cut in half is used as far as it goes")
    func cutInHalf() async throws {
        let scratch = try Scratch()
        let whole = try Data(contentsOf: URL(filePath: Place.clip("bloom.mp4")))
        let path = try scratch.write(whole.prefix(whole.count / 2), to: "half.mp4")
        let result = try await Program.duckweed("replay", path, "--json")
        #expect(result.status == 1)
        let lines = try ReplayLines(result.output)
        #expect((20..<64).contains(lines.samples.count))
        #expect((lines.end?.damaged ?? 0) + lines.samples.count == 64)
        expectOneSentence(result)
    }

    @Test("Flipped bytes are passed over and counted")
    func flippedBytes() async throws {
        let scratch = try Scratch()
        var bytes = try Data(contentsOf: URL(filePath: Place.clip("bloom.mp4")))
        // Multiplicative steps spread the flips over the file, the same at every run.
        var place = 12_345
        for _ in 0..<400 {
            place = (place &* 48_271) % 2_147_483_647
            bytes[4096 + place % (bytes.count - 8192)] ^= 0xff
        }
        let path = try scratch.write(bytes, to: "flipped.mp4")
        let result = try await Program.duckweed("replay", path, "--json")
        #expect([0, 1, 65].contains(result.status))
        let lines = try ReplayLines(result.output)
        #expect(lines.end != nil)
    }

    @Test("A geometry that can't measure the zone is told with its place")
    func badGeometry() async throws {
        let scratch = try Scratch()
        let zone = try scratch.write(
            """
            {"width": 640, "height": 360, "polygon": [[0, 10], [600, 10], [600, 300], [0, 300]],
             "geometry": {"cameraHeightMetres": 7, "tiltDegrees": 5, "horizontalFieldOfViewDegrees": 60}}
            """, to: "zone.json")
        let result = try await Program.duckweed("measure", Place.clip("clean.mp4"), "--zone", zone)
        #expect(result.status == 65)
        #expect(result.errors.contains("zone.json:2:14: the zone reaches the horizon"))
        expectOneSentence(result)
    }

    @Test("A zone outside the picture is a reason, not a crash")
    func zoneOutside() async throws {
        let scratch = try Scratch()
        let zone = try scratch.write(
            #"{"width": 640, "height": 360, "polygon": [[900, 900], [1000, 900], [950, 990]]}"#,
            to: "zone.json")
        let result = try await Program.duckweed(
            "measure", Place.clip("clean.mp4"), "--zone", zone, "--json")
        #expect(result.output.contains("zoneOutsidePicture") || result.status == 65)
        expectOneSentence(result)
    }

    @Test("A zone that crosses itself is refused with the edges that cross")
    func crossedZone() async throws {
        let scratch = try Scratch()
        let zone = try scratch.write(
            #"{"width": 640, "height": 360, "polygon": [[0, 0], [600, 300], [600, 0], [0, 300]]}"#,
            to: "zone.json")
        let result = try await Program.duckweed("measure", Place.clip("clean.mp4"), "--zone", zone)
        #expect(result.status == 65)
        #expect(result.errors.contains("cross"))
        expectOneSentence(result)
    }

    @Test(
        "A command line that makes no sense is a usage error",
        arguments: [
            ["replay"], ["queue", "receive"], ["measure", "a.jpg", "--keyframes", "0"],
            ["replay", "a.mp4", "--camera", "lock-3"], ["nonsense"],
        ])
    func usage(_ arguments: [String]) async throws {
        let result = try await Program.run("duckweed", arguments)
        #expect(result.status == 64)
        #expect(!result.errors.isEmpty)
    }

    @Test("A queue without a store says where it looked")
    func noStore() async throws {
        let scratch = try Scratch()
        let result = try await Program.duckweed(
            "queue", "list", "--state", scratch.file("nowhere"))
        #expect(result.status == 69)
        #expect(result.errors.contains("nowhere"))
        expectOneSentence(result)
    }

    private func expectBadInput(_ path: String) async throws {
        let replayed = try await Program.duckweed("replay", path)
        #expect(replayed.status == 65, "\(path)")
        expectOneSentence(replayed)
        let measured = try await Program.duckweed("measure", path)
        #expect(measured.status == 65, "\(path)")
        expectOneSentence(measured)
    }

    /// No trace of a crash, and not a wall of text.
    private func expectOneSentence(_ result: Program.Result) {
        #expect(result.status != nil, "the program was killed by a signal")
        #expect(!result.errors.contains("Fatal error"))
        #expect(result.errors.split(separator: "\n").count <= 2, "\(result.errors)")
    }
}
