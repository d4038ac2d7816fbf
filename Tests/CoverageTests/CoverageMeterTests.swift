import Coverage
import Imaging
import Testing
import Vocabulary

@Suite struct CoverageMeterTests {
    /// A mask of ten chroma pixels with these many of each class.
    private func reading(vegetation: Int, other: Int = 0, unjudged: Int) -> CoverageReading {
        var mask = Mask(width: 20, height: 2)
        for x in 0..<10 {
            mask[x, 0] =
                x < vegetation
                ? .vegetation
                : x < vegetation + other
                    ? .otherMatter
                    : x < vegetation + other + unjudged ? .unjudged : .openWater
        }
        return CoverageMeter.measure(
            mask, in: Zone.whole(width: 20, height: 2), model: "test-1")
    }

    @Test("Coverage is the vegetation's share of what could be judged")
    func shares() {
        let reading = reading(vegetation: 2, unjudged: 2)
        #expect(reading.coverage == 0.25)
        #expect(reading.visibleShare == 0.8)
        #expect(reading.frames == 1)
        #expect(reading.model == "test-1")
        #expect(reading.areaSquareMetres == nil)
    }

    @Test("Other floating matter is not vegetation")
    func otherMatter() {
        #expect(reading(vegetation: 1, other: 3, unjudged: 0).coverage == 0.1)
    }

    @Test("Where nothing could be judged, coverage is 0 and nothing is visible")
    func nothingVisible() {
        let reading = reading(vegetation: 0, unjudged: 10)
        #expect(reading.coverage == 0)
        #expect(reading.visibleShare == 0)
    }

    @Test(
        "Sigma at known coverages",
        arguments: [(0.5, 0.153375), (0.1, 0.174368), (0.0, 2.013626), (1.0, 2.013626)])
    func sigma(coverage: Double, expected: Double) {
        #expect(abs(CoverageMeter.sigmaLogit(coverage: coverage) - expected) < 1e-5)
    }

    @Test("A hidden tenth changes nothing; a hidden third doubles sigma")
    func sigmaWhenHidden() {
        let clear = CoverageMeter.sigmaLogit(coverage: 0.5)
        #expect(CoverageMeter.sigmaLogit(coverage: 0.5, visibleShare: 0.9) == clear)
        let hidden = CoverageMeter.sigmaLogit(coverage: 0.5, visibleShare: 2.0 / 3)
        #expect(abs(hidden / clear - 2) < 1e-9)
    }
}
