/// Why a model file is refused.
public enum ModelFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file is longer than any model.
    case tooLarge(byteCount: Int, limit: Int)
    /// The file ends before what it announces.
    case truncated(byteCount: Int, needed: Int)
    /// The file does not begin as a model file does.
    case notAModel
    /// The file is of a format that this program does not know.
    case unknownFormat(Int)
    /// The file is not as it was written.
    case damaged(expected: String, found: String)
    /// The header is not as the format asks.
    case badHeader(String)
    /// The model needs a later program.
    case needsLaterEngine(level: Int, engine: Int)
    /// The model was trained on other features than this program computes.
    case otherFeatures(String)
    /// A tensor lies wrongly, has the wrong shape, or holds what is no number.
    case badTensor(String, String)
    /// The network does not compute what it computed where it was trained.
    case goldenVectorsDiffer(vector: Int, output: Int, expected: Double, computed: Double)

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .tooLarge(let byteCount, let limit):
            "it has \(byteCount) bytes; a model has \(limit) at most"
        case .truncated(let byteCount, let needed):
            "it ends after \(byteCount) bytes, but needs \(needed); copy it again"
        case .notAModel:
            "it is no model file: it does not begin with \(ModelFile.magic)"
        case .unknownFormat(let version):
            "it is of format \(version); this program reads format \(ModelFile.formatVersion)"
        case .damaged(let expected, let found):
            "it is damaged: its SHA-256 is \(found), not \(expected) as it says; copy it again"
        case .badHeader(let detail): "its header is wrong: \(detail)"
        case .needsLaterEngine(let level, let engine):
            "it needs level \(level) of the engine, and this program has \(engine); update duckweed"
        case .otherFeatures(let detail):
            "it was trained on other features than this program computes: \(detail); "
                + "train it again with this version ('make model')"
        case .badTensor(let name, let detail): "its tensor '\(name)' \(detail)"
        case .goldenVectorsDiffer(let vector, let output, let expected, let computed):
            "for golden vector \(vector) it gives \(computed) as output \(output), "
                + "not \(expected) as where it was trained"
        }
    }
}
