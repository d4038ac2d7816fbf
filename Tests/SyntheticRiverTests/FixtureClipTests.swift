import FoundationEssentials
import Imaging
import SyntheticRiver
import Testing
import Video
import Vocabulary

/// The clips in `Fixtures/Clips` are what their plans, truths and zones say.
@Suite struct FixtureClipTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Clips")

    private func record<Record: Decodable>(_ type: Record.Type, _ name: String) throws -> Record {
        try JSONDecoder().decode(
            type, from: Data(contentsOf: Self.folder.appending(path: name)))
    }

    @Test("the truth is that of the plan", arguments: FixtureClip.allCases)
    func truth(clip: FixtureClip) throws {
        let truth = try record(ClipTruth.self, "\(clip.rawValue).truth.json")
        let plan = clip.plan
        #expect(truth.seed == plan.seed)
        #expect(truth.site == plan.site)
        #expect(truth.start == plan.start)
        #expect(truth.every == plan.every)
        #expect(truth.ratePerDay == plan.growth.ratePerDay)
        #expect(truth.keyframes.count == plan.sampleCount)
        for (index, keyframe) in truth.keyframes.enumerated() {
            #expect(keyframe.index == index)
            #expect(keyframe.time == plan.time(ofSample: index))
            #expect(abs(keyframe.coverageImage - plan.coverage(ofSample: index)) < 1e-4)
            #expect((0...1).contains(keyframe.coverageGround))
            #expect(keyframe.expected == (clip == .night ? .reject(.noColour) : .accept))
        }
    }

    @Test("the zone is the water that the plan's camera sees", arguments: FixtureClip.allCases)
    func zone(clip: FixtureClip) throws {
        let zone = try record(ZoneOutline.self, "\(clip.rawValue).zone.json")
        let site = clip.plan.site
        #expect(zone == site.banks.outline(seenBy: site.camera))
    }

    @Test(
        "the clip holds one keyframe for each entry of the truth", arguments: FixtureClip.allCases)
    func keyframes(clip: FixtureClip) throws {
        let truth = try record(ClipTruth.self, "\(clip.rawValue).truth.json")
        let path = Self.folder.appending(path: "\(clip.rawValue).mp4").path(percentEncoded: false)
        var reader = try VideoReader(VideoSource(location: path), deadlineSeconds: 10)
        var frame = Frame()
        var count = 0
        while try reader.nextKeyframe(into: &frame) != nil { count += 1 }
        #expect(count == truth.keyframes.count)
        #expect(frame.width == truth.site.camera.width)
        #expect(frame.height == truth.site.camera.height)
        #expect(frame.encoding == ColourEncoding(matrix: .bt709, range: .limited))
        #expect(reader.damagedCount == 0)
    }
}
