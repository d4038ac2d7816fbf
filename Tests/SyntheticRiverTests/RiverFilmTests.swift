import Imaging
import JSONLines
import SyntheticRiver
import Testing
import Vocabulary

@Suite struct RiverFilmTests {
    private func plan(seed: UInt64, isNight: Bool = false) -> ClipPlan {
        ClipPlan(
            site: .canal(width: 96, height: 54), seed: seed, start: FixtureClip.start,
            every: .hours6, sampleCount: 3,
            growth: GrowthPlan(initialCoverage: 0.2, ratePerDay: 0.25), isNight: isNight)
    }

    /// FNV-1a over the samples of all frames.
    private func digest(_ plan: ClipPlan) throws -> (hash: UInt64, frames: Int, truth: ClipTruth) {
        var film = try RiverFilm(plan)
        var (hash, frames): (UInt64, Int) = (0xCBF2_9CE4_8422_2325, 0)
        let truth = film.play { frame in
            frames += 1
            Self.add(frame.luma, to: &hash)
            Self.add(frame.blueDifference, to: &hash)
            Self.add(frame.redDifference, to: &hash)
        }
        return (hash, frames, truth)
    }

    private static func add(_ plane: borrowing Plane, to hash: inout UInt64) {
        for y in 0..<plane.height {
            for x in 0..<plane.width {
                hash = (hash ^ UInt64(plane[x, y])) &* 0x0000_0100_0000_01B3
            }
        }
    }

    @Test("a seed gives the same bytes each time, another seed gives others")
    func determinism() throws {
        let (first, again, other) = (
            try digest(plan(seed: 3)), try digest(plan(seed: 3)), try digest(plan(seed: 4))
        )
        #expect(first.hash == again.hash)
        #expect(first.truth == again.truth)
        #expect(first.hash != other.hash)
    }

    @Test("each sample is one group of frames with moving ripples")
    func frames() throws {
        let (_, frames, truth) = try digest(plan(seed: 3))
        #expect(frames == 3 * 3)
        #expect(truth.keyframes.map(\.index) == [0, 1, 2])
        var (lumaOfFirst, changed): ([UInt8], Int) = ([], 0)
        var film = try RiverFilm(plan(seed: 3))
        var number = 0
        _ = film.play { frame in
            let row = (0..<96).map { frame.luma[$0, 30] }
            if number == 0 { lumaOfFirst = row }
            if number == 1 { changed = zip(row, lumaOfFirst).count { $0 != $1 } }
            number += 1
        }
        #expect(changed > 10)
    }

    @Test("the truth follows the plan")
    func truth() throws {
        let plan = plan(seed: 3)
        let truth = try digest(plan).truth
        for keyframe in truth.keyframes {
            #expect(keyframe.time == plan.time(ofSample: keyframe.index))
            #expect(
                abs(keyframe.coverageImage - plan.coverage(ofSample: keyframe.index)) < 1e-4)
            #expect(keyframe.expected == .accept)
        }
        #expect(truth.every.description == "6h")
    }

    @Test("a night's keyframes should be refused for want of colour")
    func nightTruth() throws {
        let truth = try digest(plan(seed: 3, isNight: true)).truth
        #expect(truth.keyframes.allSatisfy { $0.expected == .reject(.noColour) })
    }

    @Test("a truth file reads back as it was written")
    func coding() throws {
        for isNight in [false, true] {
            let truth = try digest(plan(seed: 3, isNight: isNight)).truth
            let line = try JSONLine.encode(truth)
            #expect(try JSONLine.decode(ClipTruth.self, from: line) == truth)
            #expect(line.contains(isNight ? #""expected":"noColour""# : #""expected":"accept""#))
            #expect(line.contains(#""every":"6h""#))
        }
    }

    @Test("streams of one seed are independent of each other")
    func streams() {
        var (waves, again, sky) = (
            SplitMix64(seed: 9, stream: "waves"), SplitMix64(seed: 9, stream: "waves"),
            SplitMix64(seed: 9, stream: "sky")
        )
        let (first, same, other) = (waves.next(), again.next(), sky.next())
        #expect(first == same)
        #expect(first != other)
    }

    @Test("a camera that sees no water is refused")
    func noWater() {
        var site = RiverSite.canal(width: 96, height: 54)
        site.camera.tiltDegrees = -30
        #expect(throws: ZoneError.self) { try RiverScene(site: site, seed: 1) }
    }
}
