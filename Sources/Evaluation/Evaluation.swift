/// How well a model sees, over a set of labelled pictures.
public struct Evaluation: Sendable {
    /// The model, as its measurements name it; `nil` when it accepted no picture.
    public var model: String?
    /// Every picture, in the order of the set.
    public var results: [PictureResult]
    /// The figures of the pictures with vegetation.
    public var positives: PositiveFigures
    /// The figures of the pictures without, other floating matter included.
    public var negatives: NegativeFigures
    /// How sure the positives' figures are.
    public var positiveIntervals: PositiveIntervals
    /// How sure the negatives' figures are.
    public var negativeIntervals: NegativeIntervals

    /// Takes the figures of all pictures.
    public init(
        model: String?, results: [PictureResult], bootstrap: Bootstrap = Bootstrap()
    ) {
        self.model = model
        self.results = results
        let withVegetation = results.filter { $0.kind == .positive }
        let without = results.filter { $0.kind != .positive }
        positives = PositiveFigures(withVegetation)
        negatives = NegativeFigures(without)
        positiveIntervals = PositiveIntervals(withVegetation, bootstrap)
        negativeIntervals = NegativeIntervals(without, bootstrap)
    }

    /// The pictures that gave no measurement, in the order of the set.
    public var rejected: [PictureResult] { results.filter { $0.coverage == nil } }

    /// The measured pictures with vegetation, the least IoU first.
    public var positivesWorstFirst: [PictureResult] {
        measured { $0.kind == .positive }.sorted {
            ($0.intersectionOverUnion ?? 0, $0.name) < ($1.intersectionOverUnion ?? 0, $1.name)
        }
    }

    /// The measured pictures without vegetation, the highest coverage first.
    public var negativesWorstFirst: [PictureResult] {
        measured { $0.kind != .positive }.sorted {
            (-($0.coverage ?? 0), $0.name) < (-($1.coverage ?? 0), $1.name)
        }
    }

    private func measured(_ isIncluded: (PictureResult) -> Bool) -> [PictureResult] {
        results.filter { $0.coverage != nil && isIncluded($0) }
    }
}
