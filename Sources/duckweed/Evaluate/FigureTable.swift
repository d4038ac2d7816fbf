import Evaluation

/// Figures with their intervals as one object: `{images: 40, iouMean: 0.8, …, intervals: {iouMean:
/// [0.7, 0.9], …}}`.
///
/// What has no value is `null`.
struct FigureTable: Encodable {
    private let counts: [(name: String, value: Int)]
    private let figures: [Figure]

    private struct Figure {
        let name: String
        let value: Double?
        let interval: ClosedRange<Double>?
    }

    init(_ figures: PositiveFigures, _ intervals: PositiveIntervals) {
        counts = [("images", figures.images), ("imagesWithIoU", figures.imagesWithIoU)]
        self.figures = [
            Figure(name: "iouMean", value: figures.iouMean, interval: intervals.iouMean),
            Figure(name: "iouPooled", value: figures.iouPooled, interval: intervals.iouPooled),
            Figure(name: "f1", value: figures.f1, interval: intervals.f1),
            Figure(
                name: "coverageMAE", value: figures.coverageMAE, interval: intervals.coverageMAE),
            Figure(
                name: "coverageBias", value: figures.coverageBias,
                interval: intervals.coverageBias),
        ]
    }

    init(_ figures: NegativeFigures, _ intervals: NegativeIntervals) {
        counts = [("images", figures.images)]
        self.figures = [
            Figure(
                name: "falseCoverageMean", value: figures.falseCoverageMean,
                interval: intervals.falseCoverageMean),
            Figure(
                name: "falseCoverageMedian", value: figures.falseCoverageMedian,
                interval: intervals.falseCoverageMedian),
            Figure(
                name: "falseCoverageP95", value: figures.falseCoverageP95,
                interval: intervals.falseCoverageP95),
        ]
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        for count in counts { try container.encode(count.value, forKey: Name(count.name)) }
        for figure in figures { try container.encode(figure.value, forKey: Name(figure.name)) }
        var intervals = container.nestedContainer(keyedBy: Name.self, forKey: Name("intervals"))
        for figure in figures {
            let bounds = figure.interval.map { [$0.lowerBound, $0.upperBound] }
            try intervals.encode(bounds, forKey: Name(figure.name))
        }
    }

    /// A key that is named by its figure.
    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }
}
