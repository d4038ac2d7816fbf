import Evaluation
import Testing
import Vocabulary

@Suite struct EvaluationFiguresTests {
    /// Half covered and found but for a tenth; a sparse one that is missed; one that was refused.
    private let positives = [
        Self.picture("dense", .positive, coverage: 0.45, hits: 450, misses: 50, rest: 500),
        Self.picture("sparse", .positive, coverage: 0, misses: 20, rest: 980),
        Self.picture("dark", .positive, coverage: nil, misses: 400, rest: 600),
    ]

    @Test("the mean IoU leaves sparse pictures out, the pooled one does not")
    func overlap() {
        let figures = PositiveFigures(positives)
        #expect(figures.images == 2)
        #expect(figures.imagesWithIoU == 1)
        #expect(figures.iouMean == 0.9)
        #expect(figures.iouPooled == 450.0 / 520)
        #expect(figures.f1 == 900.0 / 970)
    }

    @Test("errors of coverage are in points; a bias keeps its sign")
    func errors() throws {
        let figures = PositiveFigures(
            positives + [Self.picture("over", .positive, coverage: 0.2, hits: 100, rest: 900)])
        // −5, −2 and +10 points.
        #expect(abs(try #require(figures.coverageMAE) - 17.0 / 3) < 1e-9)
        #expect(abs(try #require(figures.coverageBias) - 1) < 1e-9)
    }

    @Test("a dense picture of which nothing is found counts as IoU 0")
    func missedAltogether() {
        let picture = Self.picture("missed", .positive, coverage: 0, misses: 500, rest: 500)
        #expect(PositiveFigures([picture]).iouMean == 0)
    }

    @Test("false coverage is a fraction; its quantiles lie between neighbours")
    func falseCoverage() throws {
        let coverages = [0, 0, 0, 0.1, 0.5]
        let figures = NegativeFigures(
            coverages.enumerated().map {
                Self.picture("\($0.offset)", .negative, coverage: $0.element, rest: 1000)
            } + [Self.picture("night", .debris, coverage: nil, rest: 1000)])
        #expect(figures.images == 5)
        #expect(figures.falseCoverageMean == 0.12)
        #expect(figures.falseCoverageMedian == 0)
        #expect(abs(try #require(figures.falseCoverageP95) - 0.42) < 1e-9)
    }

    @Test("a set is split by kind, leaf litter with the negatives, the refused ones named")
    func kinds() {
        let evaluation = Evaluation(
            model: "m",
            results: positives + [
                Self.picture("clean", .negative, coverage: 0, rest: 10),
                Self.picture("leaves", .debris, coverage: 0.3, rest: 10),
            ], bootstrap: Bootstrap(resamples: 50))
        #expect(evaluation.positives.images == 2)
        #expect(evaluation.negatives.images == 2)
        #expect(evaluation.rejected.map(\.name) == ["dark"])
        #expect(evaluation.positivesWorstFirst.map(\.name) == ["sparse", "dense"])
        #expect(evaluation.negativesWorstFirst.map(\.name) == ["leaves", "clean"])
        #expect(evaluation.negativeIntervals.falseCoverageMean == 0...0.3)
        #expect(evaluation.positiveIntervals.coverageBias.map { $0.contains(-3.5) } == true)
    }

    @Test("nothing to measure has no figures, and no intervals")
    func nothing() {
        let evaluation = Evaluation(model: nil, results: [])
        #expect(evaluation.positives.images == 0 && evaluation.positives.iouMean == nil)
        #expect(evaluation.negatives.falseCoverageP95 == nil)
        #expect(evaluation.positiveIntervals.iouPooled == nil)
    }

    @Test("clicks that the model does not judge are left out of a picture's calibration")
    func calibration() {
        let answers =
            [3.0, 2.5, 2.8, nil].map { answer($0, .vegetation) }
            + [-3.0, -2.5, -2.8].map { answer($0, .water) }
        let calibration = PictureCalibration(answers)
        #expect(calibration.vegetationClicks == 3 && calibration.waterClicks == 3)
        #expect(calibration.logit != nil)
        #expect(PictureCalibration(answers.dropLast()).logit == nil)
    }

    private func answer(_ logit: Double?, _ label: SurfaceClick.Label) -> ClickLogit {
        ClickLogit(click: SurfaceClick(x: 4, y: 4, label: label), logit: logit)
    }

    private static func picture(
        _ name: String, _ kind: PictureKind, coverage: Double?, hits: Int = 0, misses: Int = 0,
        rest: Int
    ) -> PictureResult {
        PictureResult(
            name: name, kind: kind,
            outcome: coverage.map { .accepted(coverage: $0) }
                ?? .rejected(reason: .black, detail: "It is night."),
            comparison: LabelComparison(
                truePositives: hits, falseNegatives: misses, trueNegatives: rest,
                labelledVegetation: hits + misses, labelledWater: hits + misses + rest))
    }
}
