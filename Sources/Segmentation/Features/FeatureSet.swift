/// The ordered list of the features that a model takes for each cell.
///
/// A model works only with the features it was trained on. Both sides describe theirs, and the
/// SHA-256 of the description tells at once whether they agree.
public struct FeatureSet: Hashable, Sendable {
    /// Names the set, such as `cells-1`.
    public let id: String
    /// The features, in the order of the network's inputs.
    public let features: [FeatureDescription]

    /// Makes a set.
    public init(id: String, features: [FeatureDescription]) {
        self.id = id
        self.features = features
    }

    /// What the hash is taken of: the set's name, then a line for each feature with its name,
    /// formula and unit between tabs.
    ///
    /// Each line ends with a newline.
    public var canonicalText: String {
        features.reduce("\(id)\n") { "\($0)\($1.id)\t\($1.formula)\t\($1.unit)\n" }
    }

    /// The SHA-256 of ``canonicalText``, as 64 hexadecimal digits.
    public var sha256: String { SHA256.hash(canonicalText.utf8).hexadecimal }
}
