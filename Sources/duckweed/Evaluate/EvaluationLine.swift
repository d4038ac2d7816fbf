import Evaluation
import Vocabulary

/// The object that `duckweed evaluate --json` prints.
///
/// Keys that have no value are `null`. Coverages are fractions, errors of coverage are in
/// percentage points.
struct EvaluationLine: Encodable {
    private let model: String?
    private let positives: FigureTable
    private let negatives: FigureTable
    private let rejected: [Rejected]
    private let perImage: [Image]

    init(_ evaluation: Evaluation) {
        model = evaluation.model
        positives = FigureTable(evaluation.positives, evaluation.positiveIntervals)
        negatives = FigureTable(evaluation.negatives, evaluation.negativeIntervals)
        rejected = evaluation.rejected.compactMap(Rejected.init)
        perImage = evaluation.results.map(Image.init)
    }

    private enum CodingKeys: String, CodingKey {
        case model, positives, negatives, rejected, perImage
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(model, forKey: .model)
        try container.encode(positives, forKey: .positives)
        try container.encode(negatives, forKey: .negatives)
        try container.encode(rejected, forKey: .rejected)
        try container.encode(perImage, forKey: .perImage)
    }
}

private struct Rejected: Encodable {
    let name: String
    let reason: GapReason
    let detail: String

    /// Makes nothing of a picture that was measured.
    init?(_ result: PictureResult) {
        guard case .rejected(let reason, let detail) = result.outcome else { return nil }
        name = result.name
        self.reason = reason
        self.detail = detail
    }
}

private struct Image: Encodable {
    let result: PictureResult

    init(_ result: PictureResult) { self.result = result }

    private enum CodingKeys: String, CodingKey {
        case name, kind, iou, coverage, truth, accepted, reason, comparison, calibration
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(result.name, forKey: .name)
        try container.encode(result.kind, forKey: .kind)
        try container.encode(result.intersectionOverUnion, forKey: .iou)
        try container.encode(result.coverage, forKey: .coverage)
        try container.encode(result.truth, forKey: .truth)
        try container.encode(result.coverage != nil, forKey: .accepted)
        try container.encode(Rejected(result)?.reason, forKey: .reason)
        try container.encode(result.comparison, forKey: .comparison)
        try container.encode(result.calibration.map(Calibration.init), forKey: .calibration)
    }
}

private struct Calibration: Encodable {
    let vegetationClicks: Int
    let waterClicks: Int
    let slope: Double?
    let offset: Double?

    init(_ calibration: PictureCalibration) {
        vegetationClicks = calibration.vegetationClicks
        waterClicks = calibration.waterClicks
        slope = calibration.logit?.slope
        offset = calibration.logit?.offset
    }
}
