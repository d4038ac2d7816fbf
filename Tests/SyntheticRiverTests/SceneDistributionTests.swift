import SyntheticRiver
import Testing

/// Rendered scenes measure like real pictures of rivers.
///
/// The figures behind the limits are of hand-labelled pictures of canals, rivers and ponds, in
/// full-range BT.601. −(Cb + Cr), 10 %, median, 90 %: water hyacinth 25, 41, 59; a fine carpet on
/// a canal 19, 28, 35; duckweed in trays 9, 35, 51; water with tree reflections 0, 3, 7; ordinary
/// rivers −3, 2, 9; a green pond 23 to 25. Luma deviation in a small cell: hyacinth 16.6, fine
/// carpet 3.6, ordinary water 5.7 (90 %: 18), green pond 0.6. Luma deviation over a burst:
/// a green pond 2.5, flowing water 4.5 to 15.
@Suite struct SceneDistributionTests {
    private static let sceneCount = 64

    /// Up to 60 cells of each scene, evenly from its cells, so that no scene outweighs another.
    private static func cells(
        _ generator: SceneGenerator, _ kind: SceneClass,
        where isWanted: (SceneTruth) -> Bool = { _ in true }
    ) -> [SceneStatistics.Cell] {
        scenes(generator).flatMap { truth, statistics -> [SceneStatistics.Cell] in
            let cells = statistics.cells[kind] ?? []
            guard isWanted(truth), !cells.isEmpty else { return [] }
            let step = max(1, cells.count / 60)
            return stride(from: 0, to: cells.count, by: step).map { cells[$0] }
        }
    }

    private static let training = render(.training)
    private static let testing = render(.testing)

    private static func scenes(_ generator: SceneGenerator) -> [(SceneTruth, SceneStatistics)] {
        generator == .training ? training : testing
    }

    private static func render(_ generator: SceneGenerator) -> [(SceneTruth, SceneStatistics)] {
        (0..<sceneCount).compactMap { number in
            guard let scene = generator.scene(seed: 2026, number: number),
                scene.width * scene.height <= 640 * 360
            else { return nil }
            return (scene.truth, SceneStatistics(scene))
        }
    }

    private func quantiles(_ values: [Double]) -> (low: Double, middle: Double, high: Double) {
        (
            SceneStatistics.quantile(values, 0.1), SceneStatistics.quantile(values, 0.5),
            SceneStatistics.quantile(values, 0.9)
        )
    }

    @Test("plants are green as plants are", arguments: SceneGenerator.allCases)
    func plantColour(generator: SceneGenerator) {
        let green = quantiles(Self.cells(generator, .vegetation).map(\.greenness))
        #expect((0...25).contains(green.low))
        #expect((15...45).contains(green.middle))
        #expect((30...70).contains(green.high))
    }

    @Test("water is as grey as water is", arguments: SceneGenerator.allCases)
    func waterColour(generator: SceneGenerator) {
        let green = quantiles(Self.cells(generator, .openWater).map(\.greenness))
        #expect((-12...3).contains(green.low))
        #expect((-2...9).contains(green.middle))
        #expect((4...25).contains(green.high))
    }

    @Test("plants are rough, from a fine carpet to hyacinth", arguments: SceneGenerator.allCases)
    func plantTexture(generator: SceneGenerator) {
        let texture = quantiles(Self.cells(generator, .vegetation).map(\.texture))
        #expect((2...14).contains(texture.low))
        #expect((6...25).contains(texture.middle))
        #expect(texture.high > 12)
    }

    @Test("water has the contrast of ripples and mirror images", arguments: SceneGenerator.allCases)
    func waterTexture(generator: SceneGenerator) {
        let texture = quantiles(Self.cells(generator, .openWater).map(\.texture))
        #expect((0.5...9).contains(texture.middle))
        // Mirrored trees are drawn more often than they are met, so the limit lies higher.
        #expect((5...32).contains(texture.high))
    }

    @Test("rough water flickers more than calm water", arguments: SceneGenerator.allCases)
    func flicker(generator: SceneGenerator) {
        let rough = Self.cells(generator, .openWater) { $0.slopeRMS > 0.05 }.map(\.flicker)
        let calm = Self.cells(generator, .openWater) { $0.slopeRMS < 0.012 }.map(\.flicker)
        #expect(quantiles(rough).middle > quantiles(calm).middle)
        #expect((1...20).contains(quantiles(rough).middle))
    }

    @Test("both kinds of scenes are drawn often enough", arguments: SceneGenerator.allCases)
    func kinds(generator: SceneGenerator) {
        let truths = Self.scenes(generator).map(\.0)
        let empty = truths.count { !$0.hasVegetation }
        #expect(Double(empty) >= 0.25 * Double(truths.count))
        #expect(Double(empty) <= 0.7 * Double(truths.count))
    }
}
