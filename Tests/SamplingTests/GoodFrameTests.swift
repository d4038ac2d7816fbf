import Foundation
import Sampling
import Testing
import Vocabulary

/// Frames that must pass the gate, and night, which must not.
@Suite struct GoodFrameTests {
    private static func outcome(_ path: String, zone: ZoneOutline? = nil) throws -> SamplingOutcome
    {
        try SamplingOutcome.of(
            SamplingJob(
                id: "test", source: VideoSource(location: path), selection: .everyKeyframe,
                zone: zone))
    }

    @Test("no frame of the good fixtures is refused", arguments: ["bloom", "clean", "harvest"])
    func fixtures(name: String) throws {
        let outcome = try Self.outcome(
            FaultyClip.fixture("\(name).mp4"), zone: try FaultyClip.zone(of: name))
        let refusals = outcome.measurements.compactMap(\.verdict.reason)
        #expect(outcome.measurements.count == 64 && refusals.isEmpty, "\(refusals)")
        let scenes = outcome.measurements.compactMap(\.scene)
        #expect(scenes.dropFirst(4).allSatisfy { $0.correlation ?? 0 > 0.5 })
        #expect(scenes.count(where: { $0.memory != nil }) < 8, "little is new")
    }

    @Test("every frame of the night fixture is refused for its lack of colour")
    func night() throws {
        let outcome = try Self.outcome(
            FaultyClip.fixture("night.mp4"), zone: try FaultyClip.zone(of: "night"))
        #expect(outcome.measurements.count == 64)
        #expect(outcome.measurements.allSatisfy { $0.verdict.reason == .noColour })
    }

    /// Real pictures, which are not part of the repository.
    private static let realData: URL? = {
        let root = URL(filePath: FaultyClip.fixture("")).deletingLastPathComponent()
            .deletingLastPathComponent()
        let named = ProcessInfo.processInfo.environment["DUCKWEED_DATA"].map { URL(filePath: $0) }
        let folder = named ?? root.deletingLastPathComponent().appending(path: "shared/data")
        return FileManager.default.fileExists(atPath: folder.path(percentEncoded: false))
            ? folder : nil
    }()

    private static func pictures(in folder: String) throws -> [String] {
        guard let path = realData?.appending(path: folder).path(percentEncoded: false) else {
            return []
        }
        return try FileManager.default.contentsOfDirectory(atPath: path)
            .filter { $0.hasSuffix(".jpg") }.sorted().map { "\(path)/\($0)" }
    }

    @Test(
        "no real picture taken by day is refused",
        .enabled(
            if: realData != nil, "real pictures are absent; name their folder in DUCKWEED_DATA"))
    func realPictures() throws {
        let pictures = try Self.pictures(in: "river").filter { !$0.contains("/ir-") }
        #expect(pictures.count >= 60)
        for picture in pictures {
            let outcome = try Self.outcome(
                picture, zone: .mask(path: picture.replacing(".jpg", with: ".mask.png")))
            let reason = outcome.measurements.first?.verdict.reason
            #expect(
                outcome.measurements.count == 1 && reason == nil, "\(picture): \(reason as Any)")
        }
    }

    @Test(
        "every real picture of a marsh by night or without colour is refused",
        .enabled(
            if: realData != nil, "real pictures are absent; name their folder in DUCKWEED_DATA"))
    func realNights() throws {
        let pictures =
            try Self.pictures(in: "train/marsh")
            + Self.pictures(in: "river").filter { $0.contains("/ir-") }
        #expect(pictures.count >= 12)
        for picture in pictures {
            let reason = try Self.outcome(picture).measurements.first?.verdict.reason
            #expect(reason == .noColour || reason == .black, "\(picture): \(reason as Any)")
        }
    }
}
