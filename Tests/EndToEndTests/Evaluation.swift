/// The object of `duckweed evaluate --json` as a script would read it.
struct Evaluation: Decodable {
    var model: String?
    var positives: Positives
    var negatives: Negatives
    var rejected: [Rejected]
    var perImage: [Image]

    struct Positives: Decodable {
        var images: Int
        var iouMean: Double?
        var iouPooled: Double?
        var f1: Double?
        var coverageMAE: Double?
        var coverageBias: Double?
    }

    struct Negatives: Decodable {
        var images: Int
        var falseCoverageMean: Double?
        var falseCoverageMedian: Double?
        var falseCoverageP95: Double?
    }

    struct Rejected: Decodable {
        var name: String
        var reason: String
    }

    struct Image: Decodable {
        var name: String
        var iou: Double?
        var coverage: Double?
        var truth: Double?
        var accepted: Bool
        var reason: String?
        var calibration: Calibration?
    }

    struct Calibration: Decodable {
        var vegetationClicks: Int
        var slope: Double?
    }
}
