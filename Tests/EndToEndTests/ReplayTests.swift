import Foundation
import JSONLines
import Testing
import Vocabulary

@Suite("Replaying the clips of Fixtures", .enabled(if: Program.areBuilt))
struct ReplayTests {
    @Test("The bloom clip gives the same bytes twice, and its truth")
    func bloom() async throws {
        let first = try await replay("bloom")
        let second = try await replay("bloom")
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output == second.output)

        let truth = try Truth("bloom")
        let lines = try ReplayLines(first.output)
        #expect(lines.samples.count == truth.keyframes.count)
        let close = lines.samples.count { line in
            guard let index = line.index, let coverage = line.coverage else { return false }
            return abs(coverage - truth.keyframes[index].coverageImage) <= 0.05
        }
        #expect(Double(close) >= 0.95 * Double(lines.samples.count))

        let last = try #require(lines.growth.last)
        let rate = try #require(last.rate)
        #expect(last.published == true)
        #expect(abs(rate - truth.ratePerDay) <= 0.05)
        #expect(lines.alerts.map(\.rule) == ["growth-fast", "coverage-high"])
        #expect(lines.samples.first?.time == Timestamp("2026-06-01T00:00:00Z"))
    }

    @Test("Clean water stays clean and raises no alert")
    func clean() async throws {
        let lines = try ReplayLines(try await replay("clean").output)
        #expect(lines.samples.count == 64)
        #expect(lines.meanCoverage < 0.01)
        #expect(lines.alerts.isEmpty)
    }

    @Test("A harvest resolves the coverage alert that the growth before it raised")
    func harvest() async throws {
        let lines = try ReplayLines(try await replay("harvest").output)
        let coverage = lines.alerts.filter { $0.rule == "coverage-high" }
        #expect(coverage.map(\.state) == ["firing", "resolved"])
    }

    @Test("A night in infrared gives gaps with their reason, and no alert")
    func night() async throws {
        let lines = try ReplayLines(try await replay("night").output)
        #expect(lines.samples.isEmpty)
        #expect(lines.rejected.count == 64)
        #expect(lines.rejected.allSatisfy { $0.reason == "noColour" })
        #expect(lines.alerts.isEmpty)
    }

    @Test("An overlay is written as pictures, and as a clip")
    func overlay() async throws {
        let scratch = try Scratch()
        let clip = Place.clip("harvest.mp4")
        let folder = scratch.file("pictures")
        let first = try await Program.duckweed("replay", clip, "--overlay", folder)
        #expect(first.status == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 64)
        let second = try await Program.duckweed(
            "replay", clip, "--overlay", scratch.file("seen.mp4"))
        #expect(second.status == 0)
        let seen = try await Program.duckweed("replay", scratch.file("seen.mp4"), "--json")
        #expect(seen.status == 0)
    }

    @Test("One measurement has the keys that scripts rely on")
    func measure() async throws {
        let result = try await Program.duckweed(
            "measure", Place.clip("bloom.mp4"), "--zone", Place.clip("bloom.zone.json"), "--json")
        let keys = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        let object = try #require(keys as? [String: Any])
        let expected = [
            "coverage", "visibleShare", "areaSquareMetres", "areaSigmaSquareMetres", "accepted",
            "reason", "model",
        ]
        #expect(Set(expected).isSubset(of: object.keys))
        #expect(object["accepted"] as? Bool == true)
        #expect(object["areaSquareMetres"] is NSNull)
    }

    @Test("With the camera's geometry a measurement gives square metres of water")
    func squareMetres() async throws {
        let scratch = try Scratch()
        var zone = try #require(
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: URL(filePath: Place.clip("bloom.zone.json"))))
                as? [String: Any])
        zone["geometry"] = [
            "cameraHeightMetres": 7, "tiltDegrees": 15.5, "horizontalFieldOfViewDegrees": 60,
        ]
        let path = try scratch.write(
            JSONSerialization.data(withJSONObject: zone), to: "surveyed.zone.json")
        let result = try await Program.duckweed(
            "measure", Place.clip("bloom.mp4"), "--zone", path, "--json")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        // 868 m² of water; the truth of the first keyframe is 5.5 % of them.
        let coverage = try #require(object["coverage"] as? Double)
        let area = try #require(object["areaSquareMetres"] as? Double)
        let sigma = try #require(object["areaSigmaSquareMetres"] as? Double)
        #expect(abs(coverage - 0.055) < 0.03)
        #expect(abs(area / coverage - 868) < 4)
        #expect(sigma > 0.1 * area && sigma < 0.3 * area)
        let text = try await Program.duckweed("measure", Place.clip("bloom.mp4"), "--zone", path)
        #expect(text.output.contains(" ± "))
        #expect(text.output.hasSuffix(" m² covered\n"))
    }

    @Test("Rules and routes of a site's camera hold in a replay")
    func siteCamera() async throws {
        let site = Place.root.appending(path: "Fixtures/Sites/Demo/site.yaml")
            .path(percentEncoded: false)
        let result = try await Program.duckweed(
            "replay", Place.clip("bloom.mp4"), "--site", site, "--camera", "lock-3", "--json")
        let lines = try ReplayLines(result.output)
        #expect(lines.lines.allSatisfy { $0.camera == "lock-3" })
        #expect(lines.alerts.map(\.rule) == ["growth-fast", "coverage-high"])
        #expect(result.output.contains(#""department":"water-bureau""#))
    }

    @Test("Cameras of a reach are judged together, and a silence holds, in a replay as live")
    func reach() async throws {
        let scratch = try Scratch()
        let clip = Place.clip("bloom.mp4")
        let zone = Place.clip("bloom.zone.json")
        let site = try scratch.write(
            """
            site: two-banks
            departments: [{id: bureau}]
            routes: [{to: bureau}]
            rules: [{id: coverage-high, kind: coverage, raise: 30%}]
            silences:
              - match: {camera: left}
                author: Li Wei
                reason: harvest
                start: 2026-06-01T00:00:00Z
                end: 2026-06-15T00:00:00Z
            cameras:
              - {id: left, url: "\(clip)", zone: "\(zone)", reach: lower, play: &p {start: 2026-06-01T00:00:00Z, every: 6h}}
              - {id: right, url: "\(clip)", zone: "\(zone)", reach: lower, play: *p}

            """, to: "site.yaml")
        let result = try await Program.duckweed(
            "replay", clip, clip, "--site", site, "--camera", "left", "--camera", "right",
            "--json")
        #expect(result.status == 0, "\(result.errors)")
        let lines = try ReplayLines(result.output)
        let times = lines.samples.compactMap(\.time)
        #expect(times.count == 128 && times == times.sorted())
        #expect(lines.samples.prefix(2).map(\.camera) == ["left", "right"])

        let firing = lines.alerts.filter { $0.state == "firing" }
        #expect(Set(firing.map { $0.camera ?? "reach:\($0.reach ?? "")" }).count == 3)
        #expect(firing.first { $0.reach == "lower" }?.departments == ["bureau"])
        #expect(firing.first { $0.camera == "right" }?.departments == ["bureau"])
        #expect(firing.first { $0.camera == "left" }?.departments == [])
        // The reach's alert says the same, so nothing is told when the silence is over.
        #expect(!lines.lines.contains { $0.type == "told" })
        #expect(lines.lines.filter { $0.type == "end" }.map(\.samples) == [64, 64])

        let alone = try await Program.duckweed(
            "replay", clip, "--site", site, "--camera", "left", "--json")
        let late = try ReplayLines(alone.output).lines.filter { $0.type == "told" }
        #expect(late.map(\.department) == ["bureau"])
        #expect(late.first?.time == Timestamp("2026-06-15T00:00:00Z"))
    }

    private func replay(_ clip: String) async throws -> Program.Result {
        try await Program.duckweed(
            "replay", Place.clip("\(clip).mp4"), "--zone", Place.clip("\(clip).zone.json"),
            "--start", "2026-06-01T00:00:00Z", "--every", "6h", "--json")
    }
}

/// What is true of a rendered clip.
private struct Truth: Decodable {
    struct Keyframe: Decodable {
        var coverageImage: Double
    }

    var keyframes: [Keyframe]
    var ratePerDay: Double

    init(_ clip: String) throws {
        let data = try Data(contentsOf: URL(filePath: Place.clip("\(clip).truth.json")))
        self = try JSONDecoder().decode(Truth.self, from: data)
    }
}
