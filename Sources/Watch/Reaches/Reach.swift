public import Vocabulary

/// A stretch of water that several cameras see, and what each of them counts for.
public struct Reach: Hashable, Sendable {
    /// Names the reach.
    public var id: ReachID
    /// What each camera counts for: its square metres of water, or 1 for each (``isCalibrated``).
    public var weights: [CameraID: Double]
    /// Whether the weights are square metres.
    public var isCalibrated: Bool
    /// Facts that all its cameras share, by which rules and routes choose.
    public var tags: [String: String]

    /// Makes a reach of cameras whose water was measured, or not.
    ///
    /// Where the water of one camera is not known, all count alike: square metres and guesses do not
    /// mix.
    ///
    /// - Parameter squareMetres: The water of each camera; `nil` where nobody measured it.
    public init(id: ReachID, squareMetres: [CameraID: Double?], tags: [String: String] = [:]) {
        self.id = id
        self.tags = tags
        let known = squareMetres.compactMapValues { $0.flatMap { $0 > 0 ? $0 : nil } }
        isCalibrated = !known.isEmpty && known.count == squareMetres.count
        weights = isCalibrated ? known : squareMetres.mapValues { _ in 1 }
    }

    /// The sum of the weights.
    var wholeWeight: Double {
        weights.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    }
}
