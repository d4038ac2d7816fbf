import Imaging
import Sampling
import Testing
import Vocabulary

/// Decisions on a comparison with the known view.
@Suite struct SceneGateTests {
    private let statistics = FrameStatistics(
        zonePixelCount: 1000, meanLuma: 120, darkShare: 0.1, brightShare: 0.05, glareShare: 0,
        meanAbsoluteBlueDifference: 6, meanAbsoluteRedDifference: 4,
        detail: PictureDetail(
            gradient: 8, blockiness: 1.1, edgeStep: 3, contrast: 40, meanLuma: 110,
            smearedShare: 0, emptyShare: 0),
        pictureHash: 42)

    private func reason(
        _ comparison: SceneComparison, _ statistics: FrameStatistics? = nil
    ) -> GapReason? {
        QualityGate.judge(
            comparison, statistics ?? self.statistics, width: 1920, height: 1080)?.reason
    }

    @Test("the known view passes, turned a little or not")
    func passes() {
        #expect(reason(SceneComparison(correlation: 0.25)) == nil)
        #expect(
            reason(SceneComparison(correlation: 0.8, shift: .init(x: 0.0099, y: 0))) == nil)
        #expect(reason(SceneComparison(correlation: 0.8, sharpnessRatio: 0.35)) == nil)
    }

    @Test("a turn of more than 1 % of the width, in any direction, is moved")
    func moved() {
        #expect(
            reason(SceneComparison(correlation: 0.8, shift: .init(x: 0.011, y: 0))) == .moved)
        #expect(
            reason(SceneComparison(correlation: 0.8, shift: .init(x: 0, y: -0.019))) == .moved)
        #expect(
            reason(SceneComparison(correlation: 0.8, shift: .init(x: 0, y: 0.017))) == nil,
            "1.7 % of the height is less than 1 % of the width")
        #expect(reason(SceneComparison(correlation: 0.6, distortion: 0.02)) == .moved)
    }

    @Test("what resembles nothing is blocked, fog or another place")
    func otherScene() {
        #expect(reason(SceneComparison(correlation: 0.2)) == .sceneChanged)
        #expect(
            reason(SceneComparison(correlation: 0.2, contrastRatio: 0.3, landLuma: 60))
                == .blocked)
        let bright = SceneComparison(correlation: 0.1, contrastRatio: 0.3, landLuma: 170)
        #expect(reason(bright) == .sceneChanged, "it is sharp somewhere: it looks at the sky")
        var flat = statistics
        flat.detail.gradient = 2.9
        #expect(reason(bright, flat) == .blurred)
        #expect(
            reason(SceneComparison(correlation: 0.18, sharpnessRatio: 0.59)) == .blurred)
        #expect(
            reason(SceneComparison(correlation: 0.17, sharpnessRatio: 0.59)) == .sceneChanged)
    }

    @Test("a view without its sharpness is blurred, or badly compressed")
    func blurred() {
        let comparison = SceneComparison(correlation: 0.9, sharpnessRatio: 0.34)
        #expect(reason(comparison) == .blurred)
        var blocks = statistics
        blocks.detail.blockiness = 1.6
        #expect(reason(comparison, blocks) == .compression)
    }

    @Test("a veil over the view, and a view neither alike nor sharp, are blurred")
    func veiled() {
        #expect(reason(SceneComparison(correlation: 0.9, contrastRatio: 0.34)) == .blurred)
        #expect(reason(SceneComparison(correlation: 0.54, sharpnessRatio: 0.59)) == .blurred)
        #expect(reason(SceneComparison(correlation: 0.54, sharpnessRatio: 0.6)) == nil)
        #expect(reason(SceneComparison(correlation: 0.55, sharpnessRatio: 0.59)) == nil)
    }

    @Test("a view of which something hides a large part is blocked")
    func partlyBlocked() {
        #expect(reason(SceneComparison(correlation: 0.6, blankShare: 0.41)) == .blocked)
        #expect(reason(SceneComparison(correlation: 0.6, blankShare: 0.4)) == nil)
    }

    @Test("a grey picture is fog when it is bright and has lost contrast and detail")
    func greyFog() {
        let fog = SceneComparison(
            correlation: 0.9, sharpnessRatio: 0.2, contrastRatio: 0.3, landLuma: 170)
        #expect(QualityGate.fog(fog)?.reason == .blurred)
        var night = fog
        night.contrastRatio = 0.9
        #expect(QualityGate.fog(night) == nil)
        night = fog
        night.landLuma = 50
        #expect(QualityGate.fog(night) == nil)
    }

    @Test("a grey picture is rain when it is bright, veiled and full of streaks")
    func greyRain() {
        let rain = SceneComparison(
            correlation: 0.9, sharpnessRatio: 1.2, contrastRatio: 0.5, landLuma: 110)
        func reason(_ comparison: SceneComparison, streaks: Double?) -> GapReason? {
            QualityGate.greyWeather(comparison, freshStreakShare: streaks)?.reason
        }
        #expect(reason(rain, streaks: 0.021) == .rain)
        #expect(reason(rain, streaks: 0.02) == nil)
        #expect(reason(rain, streaks: nil) == nil)
        var night = rain
        night.landLuma = 60
        #expect(reason(night, streaks: 0.1) == nil)
        var unveiled = rain
        unveiled.contrastRatio = 0.7
        #expect(reason(unveiled, streaks: 0.1) == nil)
    }

    @Test("the zone follows a shift of more than two pixels, in whole chroma pixels")
    func zoneShift() {
        let small = SceneComparison(correlation: 0.9, shift: .init(x: 1.9 / 1920, y: 0))
        #expect(small.zoneShift(width: 1920, height: 1080) == (0, 0))
        let large = SceneComparison(
            correlation: 0.9, shift: .init(x: 7.0 / 1920, y: -10.2 / 1080))
        #expect(large.zoneShift(width: 1920, height: 1080) == (4, -5))
        #expect(SceneComparison(correlation: 0.9).zoneShift(width: 1920, height: 1080) == (0, 0))
    }

    @Test("streaks of a shower pass, those of a downpour do not")
    func rain() {
        #expect(QualityGate.judge(freshStreakShare: nil) == nil)
        #expect(QualityGate.judge(freshStreakShare: 0.04) == nil)
        #expect(QualityGate.judge(freshStreakShare: 0.041)?.reason == .rain)
        let veiled = SceneComparison(correlation: 0.9, contrastRatio: 0.59)
        #expect(QualityGate.judge(freshStreakShare: 0.021, veiled)?.reason == .rain)
        #expect(QualityGate.judge(freshStreakShare: 0.02, veiled) == nil)
    }
}
