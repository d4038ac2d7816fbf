import JSONLines
import Segmentation

/// What `--features` prints: the features of each cell, for training to write into a model file.
struct FeatureListing: Encodable {
    private let id: String
    private let sha256: String
    private let features: [FeatureDescription]

    private init(_ set: FeatureSet) {
        id = set.id
        sha256 = set.sha256
        features = set.features
    }

    /// The features as one line of JSON.
    static func line() -> String { (try? JSONLine.encode(Self(.current))) ?? "{}" }
}
